package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stops batches at the wish of those whose they are. Of a running one, what was accepted stays and is counted. */
@Component
class Cancelling {

    private static final int ATTEMPTS = 20;

    private final VisibleBatches visible;
    private final Batches batches;
    private final Queue queue;
    private final AuditTrail audit;
    private final Clock clock;

    Cancelling(VisibleBatches visible, Batches batches, Queue queue, AuditTrail audit, Clock clock) {
        this.visible = visible;
        this.batches = batches;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The batch as it stands afterwards: cancelled, or about to be.
     *
     * @param ifMatch a running batch changes with every checkpoint, so {@code *} is what its uploader will send
     * @throws cn.publiccredit.support.problem.Problem 409 when it is finished, 428 and 412 as for every change
     */
    Batch cancel(Caller caller, String id, @Nullable String ifMatch) {
        audit.record(Access.allowed(caller, "batch.cancel").items(List.of(visible.get(caller, id).item().code()))
                .target(id));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Batch batch = visible.get(caller, id);
            long version = Objects.requireNonNullElse(batch.version(), 0L);
            EntityTag.require(ifMatch, version);
            if (batch.state().isFinished()) {
                throw SubjectProblem.BATCH_FINISHED.with();
            }
            if (batch.cancellation() != null) {
                return batch;
            }
            if (batches.wishCancelled(batch, new Cancellation(caller.id(), clock.instant()))) {
                queue.callNext();
                return visible.get(caller, id);
            }
        }
        throw CommonProblem.CONFLICT.with();
    }
}
