package cn.publiccredit.subject.performance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a contract or with arrears; each becomes a version of the body's record.
 *
 * @param status where it stood afterwards, in the words of the record
 * @param facts what was seen; null for the registration
 * @param on the day it names
 * @param repairCase the repair case that decided so; null where it was no such decision
 */
record Event(
        Kind kind,
        String status,
        @Nullable String facts,
        LocalDate on,
        String actor,
        String actorName,
        Instant at,
        @Nullable String repairCase) {

    enum Kind {
        /** A contract or promise came to be known. */
        REGISTERED,
        FULFILLED,
        BREACHED,
        /** A breach was put right. */
        REMEDIED,
        /** A repair case decided that a breach was put right and ended the publicity of its record. */
        REPAIRED,
        /** A supplementary agreement set another day. */
        AMENDED,
        /** A breach had been found in error. */
        BREACH_ANNULLED,
        /** Arrears were found to be true. */
        CONFIRMED,
        /** Arrears were not found to be true, or not owed. */
        DISMISSED,
        /** Arrears were paid in part. */
        PAID,
        SETTLED,
        /** It had been entered in error: the record is withdrawn. */
        ANNULLED
    }
}
