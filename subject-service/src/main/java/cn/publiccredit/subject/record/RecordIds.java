package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.KeyedHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which records rows are about. A subject that had several codes is known under each: what was once supplied under one of them is the same
 * record when it comes under another.
 */
@Component
class RecordIds {

    private final KeyedHash hashes;
    private final SubjectIntake subjects;
    private final RecordStore store;

    RecordIds(KeyedHash hashes, SubjectIntake subjects, RecordStore store) {
        this.hashes = hashes;
        this.subjects = subjects;
        this.store = store;
    }

    /** The ids, in the order of the rows. */
    List<String> of(IntakeContext context, List<IncomingRecord> rows) {
        Map<String, List<String>> united = subjects.united(
                rows.stream().map(row -> row.naturalKey().code()).filter(code -> !code.isEmpty()).collect(Collectors.toSet()));
        List<Possible> possible = new ArrayList<>(rows.size());
        for (IncomingRecord row : rows) {
            possible.add(possible(context, row.naturalKey(), united));
        }
        Set<String> asked = possible.stream().filter(one -> one.ids().size() > 1).flatMap(one -> one.ids().stream())
                .collect(Collectors.toSet());
        Set<String> there = asked.isEmpty() ? Set.of() : store.existing(asked);
        return possible.stream().map(one -> one.chosen(there)).toList();
    }

    /** What a row's record may be called, its own code first, and how it is called when there is none yet. */
    private record Possible(List<String> ids, String anew) {

        String chosen(Set<String> there) {
            return ids.stream().filter(there::contains).findFirst().orElse(anew);
        }
    }

    private Possible possible(IntakeContext context, NaturalKey key, Map<String, List<String>> united) {
        List<String> codes = united.get(key.code());
        if (codes == null) {
            String id = id(context, key);
            return new Possible(List.of(id), id);
        }
        List<String> ids = new ArrayList<>();
        ids.add(id(context, key));
        codes.stream().filter(code -> !code.equals(key.code())).forEach(code -> ids.add(id(context, key.under(code))));
        // New ones go by the code that stands, so that rows under both codes meet, whichever comes first.
        return new Possible(ids, id(context, key.under(codes.getFirst())));
    }

    private String id(IntakeContext context, NaturalKey key) {
        return hashes.of(context.sourceUscc(), context.item().code(), key.text());
    }
}
