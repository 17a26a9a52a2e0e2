package cn.publiccredit.repair.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when a case must be dealt with, as last days of each period.
 *
 * @param receivedOn the day the case reached the determining department
 * @param reviewBy null until the case is accepted
 * @param provisional whether a day lies in a year whose holidays are not published yet, so that it may move back
 */
public record Deadlines(
        LocalDate receivedOn,
        LocalDate acceptBy,
        @Nullable LocalDate reviewBy,
        LocalDate totalBy,
        boolean provisional) {

    /** Whether the decision to accept is late. */
    public boolean isAcceptOverdue(LocalDate today) {
        return today.isAfter(acceptBy);
    }

    /** Whether the result is late. */
    public boolean isResultOverdue(LocalDate today) {
        return today.isAfter(totalBy) || (reviewBy != null && today.isAfter(reviewBy));
    }
}
