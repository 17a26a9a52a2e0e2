package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What of the batches a caller may see: a department its own, operators those of their division. */
@Component
class VisibleBatches {

    private final Batches batches;
    private final AuditTrail audit;

    VisibleBatches(Batches batches, AuditTrail audit) {
        this.batches = batches;
        this.audit = audit;
    }

    Page<Batch> list(Caller caller, Paging paging) {
        return Page.of(batches.list(whose(caller), paging), paging,
                batch -> Cursor.at(batch.submittedAt().toString(), batch.id()));
    }

    /** @throws cn.publiccredit.support.problem.Problem 404 for another's batch, too: whether it exists is not told */
    Batch get(Caller caller, String id) {
        return batches.find(id).filter(batch -> isVisible(caller, batch))
                .orElseThrow(SubjectProblem.BATCH_NOT_FOUND::with);
    }

    /** A finished batch, to give rows of it out; leaves a trace, for they are not public. */
    Batch finished(Caller caller, String id, String action) {
        Batch batch = get(caller, id);
        if (!batch.state().isFinished()) {
            throw SubjectProblem.BATCH_NOT_FINISHED.with();
        }
        if (batch.fileDeletedAt() != null) {
            throw SubjectProblem.FILE_DELETED.with();
        }
        audit.record(Access.allowed(caller, action).items(List.of(batch.item().code())).target(id));
        return batch;
    }

    private static boolean isVisible(Caller caller, Batch batch) {
        return batch.source().uscc().equals(caller.org())
                || (isOperator(caller) && caller.covers(batch.source().place()));
    }

    private static List<Criteria> whose(Caller caller) {
        List<Criteria> whose = new ArrayList<>();
        if (caller.org() != null) {
            whose.add(where("source.uscc").is(caller.org()));
        }
        if (isOperator(caller) && caller.division() != null) {
            whose.add(where(Within.FIELD).is(caller.division().code()));
        }
        return whose;
    }

    private static boolean isOperator(Caller caller) {
        return caller.is(Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR);
    }
}
