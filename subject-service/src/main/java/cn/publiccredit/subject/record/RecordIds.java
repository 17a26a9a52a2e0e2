package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.KeyedHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which records rows are about. A subject that had several codes is known under each: what was once supplied under one of them is the same
 * record when it comes under another. It is kept under the code that it first came with, where it is found again when the codes are
 * separated.
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

    /** The record of a row. @param underOther whether it is kept under another code of the subject than the row's own */
    record Kept(String id, boolean underOther) {}

    /** The records, in the order of the rows. */
    List<Kept> of(IntakeContext context, List<IncomingRecord> rows) {
        Map<String, List<String>> united = subjects.united(
                rows.stream().map(row -> row.naturalKey().code()).filter(code -> !code.isEmpty()).collect(Collectors.toSet()));
        List<Possible> possible = new ArrayList<>(rows.size());
        for (IncomingRecord row : rows) {
            possible.add(possible(context, row.naturalKey(), united));
        }
        Set<String> asked = possible.stream().filter(one -> one.ids().size() > 1).flatMap(one -> one.ids().stream())
                .collect(Collectors.toSet());
        Set<String> there = new HashSet<>(asked.isEmpty() ? Set.of() : store.existing(asked));
        List<Kept> kept = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Kept record = possible.get(i).chosen(there);
            kept.add(record);
            if (asked.contains(record.id()) && rows.get(i).operation().mayBegin()) {
                there.add(record.id());
            }
        }
        return kept;
    }

    /** What a row's record may be called; by its own code first, as it is called when there is none yet. */
    private record Possible(List<String> ids) {

        Kept chosen(Set<String> there) {
            String own = ids.getFirst();
            String id = ids.stream().filter(there::contains).findFirst().orElse(own);
            return new Kept(id, !id.equals(own));
        }
    }

    private Possible possible(IntakeContext context, NaturalKey key, Map<String, List<String>> united) {
        List<String> codes = united.get(key.code());
        if (codes == null) {
            return new Possible(List.of(id(context, key)));
        }
        List<String> ids = new ArrayList<>();
        ids.add(id(context, key));
        codes.stream().filter(code -> !code.equals(key.code())).forEach(code -> ids.add(id(context, key.under(code))));
        return new Possible(ids);
    }

    private String id(IntakeContext context, NaturalKey key) {
        return hashes.of(context.sourceUscc(), context.item().code(), key.text());
    }
}
