package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A finished batch, to tell of its rows; leaves a trace, for they are not public. */
    Batch finished(Caller caller, String id, String action) {
        return finished(caller, get(caller, id), Access.allowed(caller, action));
    }

    /**
     * A finished batch, to give rows of it out: to the source itself as they came, to operators for a purpose and masked.
     *
     * @throws cn.publiccredit.support.problem.Problem 400 for an operator who declares no purpose
     */
    Batch finished(Caller caller, String id, String action, Optional<Purpose> declared) {
        Batch batch = get(caller, id);
        if (declared.isEmpty() && !isOwn(caller, batch)) {
            throw CommonProblem.PURPOSE_REQUIRED.with();
        }
        return finished(caller, batch, Access.allowed(caller, action).purpose(declared.orElse(null)));
    }

    /** Whether the caller belongs to the source that the batch is of. */
    static boolean isOwn(Caller caller, Batch batch) {
        return batch.source().uscc().equals(caller.org());
    }

    private Batch finished(Caller caller, Batch batch, Access access) {
        if (!batch.state().isFinished()) {
            throw SubjectProblem.BATCH_NOT_FINISHED.with();
        }
        if (batch.fileDeletedAt() != null) {
            throw SubjectProblem.FILE_DELETED.with();
        }
        audit.record(access.items(List.of(batch.item().code())).target(batch.id()));
        return batch;
    }

    private static boolean isVisible(Caller caller, Batch batch) {
        return isOwn(caller, batch)
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
