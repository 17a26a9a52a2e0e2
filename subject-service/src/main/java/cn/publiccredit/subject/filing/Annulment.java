package cn.publiccredit.subject.filing;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that was entered in error is to be taken back: one person proposes it and another decides. What it made of the record is
 * withdrawn or put back; that it was once there stays in its versions.
 *
 * @param event the place of the finding that is to be taken back; null for the whole
 * @param answer why it was rejected; null unless it was
 */
public record Annulment(
        @Nullable Integer event,
        String reason,
        State state,
        Person proposedBy,
        Instant proposedAt,
        @Nullable Person decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    private static final int LONGEST = 500;

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    /** An account and its name. */
    public record Person(String id, String name) {

        static Person of(Caller caller) {
            return new Person(caller.id(), caller.name());
        }
    }

    /** As the API tells it. */
    public record View(
            boolean whole,
            String reason,
            State state,
            String proposedBy,
            OffsetDateTime proposedAt,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String answer) {}

    /** What somebody proposes, or why it is rejected. */
    public record Request(@Nullable String reason) {}

    /** @throws cn.publiccredit.support.problem.Problem 422 when no fitting reason is given */
    public static Annulment proposed(@Nullable Integer event, @Nullable String reason, Caller caller, Instant now) {
        return new Annulment(event, reason(reason), State.PROPOSED, Person.of(caller), now, null, null, null);
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("reason", "length", "请填写理由，不超过 500 个字。",
                    "Give the reason, at most 500 characters.");
        }
        return reason.strip();
    }

    public boolean isOpen() {
        return state == State.PROPOSED;
    }

    /** Whether the whole was taken back. */
    public boolean isOfTheWhole() {
        return state == State.APPROVED && event == null;
    }

    /** @throws cn.publiccredit.support.problem.Problem 403 for whoever proposed it */
    public Annulment approved(Caller caller, Instant now) {
        return decided(State.APPROVED, caller, now, null);
    }

    /** @throws cn.publiccredit.support.problem.Problem 403 for whoever proposed it, 422 without a fitting reason */
    public Annulment rejected(Caller caller, Instant now, @Nullable String why) {
        return decided(State.REJECTED, caller, now, reason(why));
    }

    private Annulment decided(State decision, Caller caller, Instant now, @Nullable String why) {
        if (proposedBy.id().equals(caller.id())) {
            throw SubjectProblem.SAME_PERSON.with();
        }
        return new Annulment(event, reason, decision, proposedBy, proposedAt, Person.of(caller), now, why);
    }

    public View view() {
        Person decider = decidedBy;
        Instant decided = decidedAt;
        return new View(event == null, reason, state, proposedBy.name(), zoned(proposedAt), decider == null ? null : decider.name(),
                decided == null ? null : zoned(decided), answer);
    }

    /** As the API tells it; null for none. */
    public static @Nullable View view(@Nullable Annulment one) {
        return one == null ? null : one.view();
    }

    private static OffsetDateTime zoned(Instant at) {
        return at.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
