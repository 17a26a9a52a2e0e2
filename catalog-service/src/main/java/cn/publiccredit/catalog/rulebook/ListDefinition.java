package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named list (国办发〔2020〕49号 part six to eight).
 *
 * @param termMonths how long an entry is in force; null for as long as it is not ended
 * @param shortestMonths before which an entry cannot end by repair
 * @param noticeWorkingDays how long the subject has to state its view after the notice was delivered
 * @param minimumSeverity how grave a record must be to lead onto the list
 * @param items catalogue items whose records can lead onto the list
 * @param measures codes of the measures that an entry brings
 */
record ListDefinition(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String name,
        Kind kind,
        String authority,
        String legalBasis,
        String source,
        @Nullable Integer termMonths,
        int shortestMonths,
        int noticeWorkingDays,
        MinimumSeverity minimumSeverity,
        List<String> items,
        List<String> measures)
        implements Versioned {

    ListDefinition {
        items = List.copyOf(items);
        measures = List.copyOf(measures);
    }

    /** Red for incentives, black for serious dishonesty, attention for those in between. */
    enum Kind {
        RED, BLACK, ATTENTION;

        /** Whether an entry may bring measures of this group. */
        boolean brings(Measure.Group group) {
            return (this == RED) == (group == Measure.Group.INCENTIVE);
        }
    }

    enum MinimumSeverity { NONE, MINOR, GENERAL, SERIOUS }
}
