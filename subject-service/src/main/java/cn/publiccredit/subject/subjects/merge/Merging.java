package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.subject.subjects.merge.Merge.Act;
import cn.publiccredit.subject.subjects.merge.Merge.State;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Proposes and decides mergers and their undoing; the write of the {@link Merge} decides, the subjects follow.
 *
 * <p>No circle can come about: nothing is approved whose survivor is itself live in a merger, and a proposal is written before
 * its approval looks. Of proposals that would close a circle, the last to be approved sees the first.
 */
@Component
class Merging {

    private final Merges merges;
    private final Subjects subjects;
    private final Reflection reflection;
    private final LeasedWorker worker;
    private final AuditTrail trail;
    private final Clock clock;

    Merging(
            Merges merges,
            Subjects subjects,
            Reflection reflection,
            @Qualifier("mergeWorker") LeasedWorker worker,
            AuditTrail trail,
            Clock clock) {
        this.merges = merges;
        this.subjects = subjects;
        this.reflection = reflection;
        this.worker = worker;
        this.trail = trail;
        this.clock = clock;
    }

    Merge propose(Caller caller, MergeRequest request) {
        MergeRequest.Checked asked = request.checked();
        pair(caller, asked.subject(), asked.into());
        Merge known = merges.find(asked.subject()).orElseGet(() -> Merge.none(asked.subject()));
        boolean sentAgain = known.state() == State.PROPOSED && known.into().equals(asked.into())
                && known.proposer().equals(caller.id());
        if (sentAgain) {
            return known;
        }
        if (known.state().isLive()) {
            throw SubjectProblem.MERGE_OPEN.with(asked.subject());
        }
        refuseMovingSurvivor(asked.into());
        Merge.Event event = new Merge.Event(
                Act.PROPOSE, asked.into(), caller.id(), caller.name(), now(), asked.reason(), asked.evidence());
        trace(caller, "merge.propose", asked.subject(), asked.into());
        return merges.save(known.then(State.PROPOSED, event, Work.none()));
    }

    Merge approve(Caller caller, String id, @Nullable String ifMatch) {
        Merge merge = open(caller, id, ifMatch);
        boolean undoing = merge.state() == State.UNDO_PROPOSED;
        if (!undoing) {
            refuseMovingSurvivor(merge.into());
        }
        trace(caller, undoing ? "merge.approve-undo" : "merge.approve", id, merge.into());
        Merge decided = merges.save(merge.then(undoing ? State.UNDONE : State.EFFECTIVE,
                event(caller, undoing ? Act.APPROVE_UNDO : Act.APPROVE, merge.into(), null), Work.dueAt(now())));
        return reflected(decided);
    }

    Merge reject(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        String why = required(reason);
        Merge merge = open(caller, id, ifMatch);
        boolean undoing = merge.state() == State.UNDO_PROPOSED;
        trace(caller, undoing ? "merge.reject-undo" : "merge.reject", id, merge.into());
        return merges.save(merge.then(undoing ? State.EFFECTIVE : State.REJECTED,
                event(caller, undoing ? Act.REJECT_UNDO : Act.REJECT, merge.into(), why), merge.work()));
    }

    Merge proposeUndo(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        String why = required(reason);
        Merge merge = visible(caller, id);
        EntityTag.require(ifMatch, version(merge));
        if (merge.state() != State.EFFECTIVE) {
            throw SubjectProblem.MERGE_STATE.with();
        }
        trace(caller, "merge.propose-undo", id, merge.into());
        return merges.save(merge.then(
                State.UNDO_PROPOSED, event(caller, Act.PROPOSE_UNDO, merge.into(), why), merge.work()));
    }

    /** @throws cn.publiccredit.support.problem.Problem 404 for one that concerns other divisions only, too */
    Merge visible(Caller caller, String id) {
        Merge merge = merges.find(id).filter(m -> !m.history().isEmpty()).orElseThrow(SubjectProblem.MERGE_NOT_FOUND::with);
        if (!caller.is(Role.PROVINCE_OPERATOR) && concerned(caller, merge.id()).isEmpty()) {
            throw SubjectProblem.MERGE_NOT_FOUND.with();
        }
        return merge;
    }

    static long version(Merge merge) {
        return Objects.requireNonNullElse(merge.version(), 0L);
    }

    // The caller sees his decision at work at once; were this process killed here, the worker would go on.
    private Merge reflected(Merge decided) {
        reflection.reflect(decided.id());
        worker.wake();
        return decided;
    }

    private Merge open(Caller caller, String id, @Nullable String ifMatch) {
        Merge merge = visible(caller, id);
        EntityTag.require(ifMatch, version(merge));
        if (!merge.state().awaitsDecision()) {
            throw SubjectProblem.MERGE_STATE.with();
        }
        if (merge.proposer().equals(caller.id())) {
            throw SubjectProblem.SAME_PERSON.with();
        }
        return merge;
    }

    /** The two that are to be one, each as it is kept under its own id. */
    record Pair(Subject subject, Subject into) {}

    /** @throws cn.publiccredit.support.problem.Problem 422 naming each that the caller does not know, and two that cannot be one */
    Pair pair(Caller caller, String subject, String into) {
        List<Violation> broken = new ArrayList<>();
        Optional<Subject> from = concerned(caller, subject);
        Optional<Subject> to = concerned(caller, into);
        if (from.isEmpty()) {
            broken.add(unknown("subject", subject));
        }
        if (to.isEmpty()) {
            broken.add(unknown("into", into));
        }
        if (from.isPresent() && to.isPresent() && from.get().isPerson() != to.get().isPerson()) {
            broken.add(new Violation("into", "same-kind", "自然人与单位不能合并为同一主体，请核对两个代码。",
                    "A person and an organisation cannot be one subject; check both."));
        }
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Pair(from.orElseThrow(), to.orElseThrow());
    }

    private Optional<Subject> concerned(Caller caller, String id) {
        return subjects.findItself(id).filter(subject -> caller.is(Role.PROVINCE_OPERATOR)
                || (caller.division() != null && subject.concerns(caller.division())));
    }

    private static Violation unknown(String field, String id) {
        return new Violation(field, "known", "没有主体 " + id + "，或其不在您的行政区划内；请核对代码。",
                "There is no subject " + id + ", or it is beyond your division; check the code.");
    }

    private void refuseMovingSurvivor(String into) {
        merges.find(into).filter(merge -> merge.state().isLive()).ifPresent(merge -> {
            throw SubjectProblem.MERGE_SURVIVOR.with(into, merge.into());
        });
    }

    private static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > MergeRequest.LONGEST) {
            throw CommonProblem.INVALID.with().violating("reason", "length", "请填写理由，不超过 500 个字。",
                    "Give the reason, at most 500 characters.");
        }
        return reason.strip();
    }

    private Merge.Event event(Caller caller, Act act, String into, @Nullable String reason) {
        return new Merge.Event(act, into, caller.id(), caller.name(), now(), reason, null);
    }

    private void trace(Caller caller, String action, String subject, String into) {
        trail.record(List.of(Access.allowed(caller, action).subject(subject).target(into),
                Access.allowed(caller, action).subject(into).target(subject)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
