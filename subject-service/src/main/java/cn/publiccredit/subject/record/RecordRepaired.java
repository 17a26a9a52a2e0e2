package cn.publiccredit.subject.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A repair case has ended a record's publicity. Told each time that the case orders so, the first time and after; who listens is done
 * before the order is answered, so that one that failed is given again.
 *
 * @param matter what the platform made the record of, such as {@code commitment/…}
 * @param on the day that the decision names
 * @param at when the order came first: what happened later it does not cover
 */
public record RecordRepaired(String matter, String repairCase, String decidedBy, String reason, LocalDate on, Instant at) {}
