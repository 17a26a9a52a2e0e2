package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.CodeFinding.Kind;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.SubjectKind;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What about a sound row's code does not fit with what is known. The row is accepted all the same; people look into it. */
@Component
class CodeDoubts {

    /** What the data standard has individual businesses without a name write into the name's column. */
    private static final String NO_NAME = "个体工商户";

    private final SubjectStore store;

    CodeDoubts(SubjectStore store) {
        this.store = store;
    }

    /** @param before the subject as it was known before the row; null when it was not */
    Optional<CodeFinding> of(@Nullable Subject before, String id, IntakeContext context, IncomingRecord row) {
        IncomingSubject said = row.subject();
        if (said.kind() == SubjectKind.PERSON) {
            return Optional.empty();
        }
        if (said.uscc() == null) {
            boolean first = before == null
                    || new Subject.BatchRow(context.batch(), row.rowNumber()).equals(before.origin());
            return first ? Optional.of(new CodeFinding(Kind.PLACEHOLDER, row.rowNumber(), id, said.name(), null))
                    : Optional.empty();
        }
        if (before == null || !isName(said.name())) {
            return Optional.empty();
        }
        Subject.BatchRow by = before.registeredBy();
        if (said.registered() != null && by != null) {
            boolean twice = by.batch().equals(context.batch()) && by.row() < row.rowNumber()
                    && !(said.registered().equals(before.registered()) && said.name().equals(before.name()));
            return twice ? Optional.of(new CodeFinding(Kind.DUPLICATE, row.rowNumber(), said.uscc(), said.name(),
                    before.name())) : Optional.empty();
        }
        String key = Names.key(said.name());
        boolean known = !isName(before.name()) || before.allNames().anyMatch(name -> Names.key(name).equals(key));
        return known ? Optional.empty() : Optional.of(new CodeFinding(
                Kind.ONE_CODE_TWO_NAMES, row.rowNumber(), said.uscc(), said.name(), before.name()));
    }

    /**
     * Subjects that bear the name of another one with another code. Asked after they were written: of two that arrive at the
     * same moment at least one then sees the other.
     *
     * @param subjects those that are new or were newly named, by the row that told of them
     */
    List<CodeFinding> sharedNames(Map<Long, Subject> subjects) {
        Map<String, List<String>> codes = codesByName(
                subjects.values().stream().map(s -> Names.key(s.name())).distinct().toList());
        List<CodeFinding> findings = new ArrayList<>();
        subjects.forEach((row, subject) -> codes.getOrDefault(Names.key(subject.name()), List.of()).stream()
                .filter(code -> !subject.ids().contains(code) && !code.equals(subject.unity().mergedInto()))
                .sorted()
                .findFirst()
                .ifPresent(code -> findings.add(new CodeFinding(
                        Kind.ONE_NAME_TWO_CODES, row, subject.id(), subject.name(), code))));
        return findings;
    }

    /** Whether the subject has a code and a name of its own to share. */
    static boolean mayShareItsName(Subject subject) {
        return !subject.isPerson() && subject.uscc() != null && isName(subject.name());
    }

    private static boolean isName(String name) {
        return !name.isBlank() && !name.strip().equals(NO_NAME);
    }

    private Map<String, List<String>> codesByName(Collection<String> keys) {
        Map<String, List<String>> codes = new HashMap<>();
        if (keys.isEmpty()) {
            return codes;
        }
        for (Document d : store.subjects().find(Filters.in("keys", keys))
                .projection(Projections.include("keys", "uscc", "kind", "mergedInto")).batchSize(1000)) {
            if (d.getString("uscc") != null && d.getString("mergedInto") == null) {
                d.getList("keys", String.class).forEach(
                        key -> codes.computeIfAbsent(key, k -> new ArrayList<>(1)).add(d.getString("_id")));
            }
        }
        return codes;
    }
}
