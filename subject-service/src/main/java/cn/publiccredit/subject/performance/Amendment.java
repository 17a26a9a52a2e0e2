package cn.publiccredit.subject.performance;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A supplementary agreement that set another day for a milestone.
 *
 * @param from the day that was agreed before
 * @param agreement the agreement's number, or where it is kept
 */
record Amendment(
        int milestone, LocalDate from, LocalDate to, String agreement, LocalDate signedOn, String actorName, Instant at) {}
