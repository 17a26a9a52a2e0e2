package cn.publiccredit.subject.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision by which something about a record ended.
 *
 * @param repairCase the repair case that decided; a case stops each kind once
 * @param effectiveDate the day that the decision names
 */
public record Stop(Kind kind, String repairCase, String decidedBy, String reason, LocalDate effectiveDate, Instant at) {

    /** What ends: being public, or being passed on to others than the source and the subject. */
    public enum Kind {
        PUBLICITY,
        SHARING
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
