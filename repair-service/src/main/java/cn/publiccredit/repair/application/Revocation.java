package cn.publiccredit.repair.application;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a case is to be, or was, revoked because of false material.
 *
 * @param confirmedBy the second person; null while the revocation is only proposed
 * @param barredUntil last day on which the subject cannot repair; null while it is only proposed
 */
record Revocation(
        Actor proposedBy,
        Instant proposedAt,
        String reason,
        @Nullable Actor confirmedBy,
        @Nullable LocalDate barredUntil) {

    static Revocation proposed(Actor by, Instant at, String reason) {
        return new Revocation(by, at, reason, null, null);
    }

    Revocation confirmed(Actor by, LocalDate until) {
        return new Revocation(proposedBy, proposedAt, reason, by, until);
    }

    boolean isConfirmed() {
        return confirmedBy != null;
    }
}
