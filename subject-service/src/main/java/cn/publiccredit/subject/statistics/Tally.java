package cn.publiccredit.subject.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * What is remembered of a batch for the statistics.
 *
 * @param arrived the day on which it was received
 * @param codes rows that bear a unified social credit code
 * @param newByDay new records by the date of their document; {@code null} key never, {@link #LONG_AGO} for old ones
 */
record Tally(
        String source,
        String sourceName,
        String division,
        String item,
        LocalDate arrived,
        YearMonth month,
        long codes,
        Map<String, Long> newByDay) {

    /** Stands for all dates that lie further back than any deadline reaches, so that a batch remembers few. */
    static final String LONG_AGO = "older";
}
