package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.SubjectIntake;
import cn.publiccredit.support.problem.CommonProblem;
import com.mongodb.MongoBulkWriteException;
import java.util.ArrayList;
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
    private static final int DUPLICATE_KEY = 11000;

    private final Identity identity;
    private final Growth growth;
    private final SubjectStore store;

    Identification(Identity identity, Growth growth, SubjectStore store) {
        this.identity = identity;
        this.growth = growth;
        this.store = store;
    }

    @Override
    public List<String> identify(IntakeContext context, List<IncomingSubject> rows) {
        List<String> ids = rows.stream().map(row -> identity.of(context.sourceUscc(), row)).toList();
        Set<String> distinct = new HashSet<>(ids);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Subject> known = store.findAll(distinct);
            List<Subject> changed = changed(context, ids, rows, known);
            if (changed.isEmpty() || written(changed)) {
                return ids;
            }
        }
        throw CommonProblem.CONFLICT.with();
    }

    private List<Subject> changed(
            IntakeContext context, List<String> ids, List<IncomingSubject> rows, Map<String, Subject> known) {
        Map<String, Subject> now = new HashMap<>(known);
        Map<String, Subject> changed = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String id = ids.get(i);
            @Nullable Subject before = now.get(id);
            Subject after = growth.of(before, id, context, rows.get(i));
            if (after != before) {
                now.put(id, after);
                changed.put(id, after);
            }
        }
        return new ArrayList<>(changed.values());
    }

    private boolean written(List<Subject> changed) {
        try {
            return store.write(changed);
        } catch (MongoBulkWriteException e) {
            // Two upserts of one new id may both try to insert; the loser reads again.
            if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                return false;
            }
            throw e;
        }
    }
}
