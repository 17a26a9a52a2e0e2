package cn.publiccredit.subject.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision by which something about a record ended.
 *
 * @param repairCase the repair case that decided; a case stops each kind once
 * @param effectiveDate the day that the decision names
 * @param overtakenAt when the record told of misconduct after the decision, which it does not cover; null while it is in force
 */
public record Stop(
        Kind kind,
        String repairCase,
        String decidedBy,
        String reason,
        LocalDate effectiveDate,
        Instant at,
        @Nullable Instant overtakenAt) {

    /** What ends: being public, or being passed on to others than the source and the subject. */
    public enum Kind {
        PUBLICITY,
        SHARING
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isInForce() {
        return overtakenAt == null;
    }

    boolean isOf(String otherCase) {
        return repairCase.equals(otherCase);
    }

    /** As it stood at this time. */
    Stop asOf(Instant time) {
        return overtakenAt != null && overtakenAt.isAfter(time) ? overtaken(null) : this;
    }

    Stop overtaken(@Nullable Instant when) {
        return new Stop(kind, repairCase, decidedBy, reason, effectiveDate, at, when);
    }
}
