package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.SubjectIntake;
import cn.publiccredit.support.problem.CommonProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds, creates and completes the subjects of a batch's rows: one read and, where there is news, one write. */
@Component
class Identification implements SubjectIntake {

    private static final int ATTEMPTS = 10;

    private final Identity identity;
    private final Growth growth;
    private final CodeDoubts doubts;
    private final CodeFindings findings;
    private final SubjectStore store;
    private final Subjects subjects;

    Identification(
            Identity identity, Growth growth, CodeDoubts doubts, CodeFindings findings, SubjectStore store,
            Subjects subjects) {
        this.identity = identity;
        this.growth = growth;
        this.doubts = doubts;
        this.findings = findings;
        this.store = store;
        this.subjects = subjects;
    }

    /** What rows make of their subjects. @param now all of them as they stand afterwards */
    private record Told(Map<String, Subject> now, Collection<Subject> changed, List<CodeFinding> doubtful) {}

    @Override
    public List<String> identify(IntakeContext context, List<IncomingRecord> rows) {
        List<String> ids = identity.of(context.sourceUscc(), rows.stream().map(IncomingRecord::subject).toList());
        Set<String> distinct = new HashSet<>(ids);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Told told = told(context, ids, rows, store.findAll(distinct));
            // Before the subjects change: killed in between, the rows are found to be doubtful once more.
            report(context, told.doubtful());
            if (told.changed().isEmpty() || store.write(told.changed())) {
                store.mergersGrew(told.changed().stream().filter(Subject::isMerged).map(Subject::id).toList());
                report(context, doubts.sharedNames(newlyNamed(context, ids, rows, told.now())));
                return ids;
            }
        }
        throw CommonProblem.CONFLICT.with();
    }

    @Override
    public Map<String, List<String>> united(Set<String> codes) {
        Map<String, List<String>> united = new HashMap<>();
        if (!codes.isEmpty()) {
            Set<String> with = store.unitedOf(codes);
            subjects.identities(with).forEach((code, all) -> united.put(code, List.copyOf(all)));
        }
        return united;
    }

    private Told told(IntakeContext context, List<String> ids, List<IncomingRecord> rows, Map<String, Subject> known) {
        Map<String, Subject> now = new HashMap<>(known);
        Map<String, Subject> changed = new LinkedHashMap<>();
        List<CodeFinding> doubtful = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String id = ids.get(i);
            @Nullable Subject before = now.get(id);
            doubts.of(before, id, context, rows.get(i)).ifPresent(doubtful::add);
            Subject after = growth.of(before, id, context, rows.get(i));
            if (after != before) {
                now.put(id, after);
                changed.put(id, after);
            }
        }
        return new Told(now, changed.values(), doubtful);
    }

    // By what the subject itself says of its origin, so that a run repeated after a crash asks about the same ones.
    private static Map<Long, Subject> newlyNamed(
            IntakeContext context, List<String> ids, List<IncomingRecord> rows, Map<String, Subject> now) {
        Map<Long, Subject> named = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Subject subject = now.get(ids.get(i));
            Subject.BatchRow row = new Subject.BatchRow(context.batch(), rows.get(i).rowNumber());
            if (subject != null && CodeDoubts.mayShareItsName(subject)
                    && (row.equals(subject.origin()) || row.equals(subject.registeredBy()))) {
                named.put(row.row(), subject);
            }
        }
        return named;
    }

    private void report(IntakeContext context, List<CodeFinding> found) {
        if (!found.isEmpty()) {
            findings.report(context, found);
        }
    }
}
