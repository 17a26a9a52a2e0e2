package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.commitment.Commitment.State;
import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.LeasedWorker;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Taking back what was entered in error: a commitment as a whole, or its last breach. Whoever checks the commitment proposes and decides, but
 * never the same person both.
 */
@Component
class CommitmentAnnulment {

    private final Commitments store;
    private final Committing committing;
    private final LeasedWorker worker;
    private final AuditTrail trail;
    private final Clock clock;

    CommitmentAnnulment(
            Commitments store,
            Committing committing,
            @Qualifier(CommitmentFiling.WORKER) LeasedWorker worker,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.committing = committing;
        this.worker = worker;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was entered in error. */
    enum What {
        COMMITMENT,
        BREACH
    }

    /** What somebody proposes; the commitment as a whole where it does not say. */
    record Proposal(@Nullable What what, @Nullable String reason) {}

    Commitment propose(Caller caller, String id, @Nullable String ifMatch, Proposal proposal) {
        Commitment commitment = committing.checked(caller, id, ifMatch);
        if (!commitment.state().isRecorded() || commitment.state() == State.ANNULLED) {
            throw SubjectProblem.COMMITMENT_STATE.with(commitment.state().zh());
        }
        if (commitment.openAnnulment() != null) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        boolean whole = proposal.what() != What.BREACH;
        int breach = commitment.placeOfBreach();
        if (!whole && breach < 0) {
            throw CommonProblem.INVALID.with().violating("what", "breach", "该承诺没有可撤销的违诺认定；登记有误的，请填 COMMITMENT。",
                    "There is no breach to be taken back; use COMMITMENT for one that was recorded in error.");
        }
        return saved(caller, "commitment.annulment",
                commitment.annulling(Annulment.proposed(whole ? null : breach, proposal.reason(), caller, now())));
    }

    Commitment approve(Caller caller, String id, @Nullable String ifMatch) {
        Commitment commitment = committing.checked(caller, id, ifMatch);
        Annulment approved = open(commitment).approved(caller, now());
        Integer breach = approved.event();
        if (breach != null && breach != commitment.placeOfBreach()) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        Commitment.Event event = breach == null
                ? new Commitment.Event(State.ANNULLED, committing.today(), approved.reason(), null, caller.id(), caller.name(), now())
                : asBefore(commitment.events().get(breach - 1), approved, caller);
        return saved(caller, "commitment.annul", commitment.annulling(approved).then(event));
    }

    /** As it stood before the breach, with the day of that. */
    private Commitment.Event asBefore(Commitment.Event before, Annulment approved, Caller caller) {
        return new Commitment.Event(before.state(), before.on(), "违诺认定有误，已撤销：" + approved.reason(), null, caller.id(),
                caller.name(), now());
    }

    Commitment reject(Caller caller, String id, @Nullable String ifMatch, @Nullable String why) {
        Commitment commitment = committing.checked(caller, id, ifMatch);
        return saved(caller, "commitment.annulment-reject", commitment.annulling(open(commitment).rejected(caller, now(), why)));
    }

    private static Annulment open(Commitment commitment) {
        Annulment open = commitment.openAnnulment();
        if (open == null) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        return open;
    }

    private Commitment saved(Caller caller, String action, Commitment changed) {
        trail.record(Access.allowed(caller, action).subject(changed.subject()).target(changed.id()));
        Commitment kept = store.save(changed);
        worker.wake();
        return kept;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
