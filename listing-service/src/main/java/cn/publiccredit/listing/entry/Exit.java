package cn.publiccredit.listing.entry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an entry left its list before its term.
 *
 * @param decision the case or document that ended it; the same one ends it only once
 * @param at when the platform ended it
 * @param effectiveDate from when on it counts
 */
public record Exit(
        Kind kind,
        String decision,
        @Nullable String decidedBy,
        String reason,
        LocalDate effectiveDate,
        Instant at) {

    /** Why an entry ends. EXPIRY is never stored: the term ends in the query. */
    public enum Kind {
        EXPIRY,
        REPAIRED,
        REVOKED
    }
}
