package cn.publiccredit.subject.statistics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monthly circular about collection.
 *
 * @param division whose it is; null for the province
 * @param provisional whether the month is not over
 * @param rules the numbers it is judged by, each with its source
 * @param itemsInCatalogue how many items the catalogue has
 */
record Circular(
        YearMonth month,
        @Nullable String division,
        OffsetDateTime drawnAt,
        boolean provisional,
        Rules rules,
        int itemsInCatalogue,
        Figures.View total,
        List<Line> divisions,
        List<Line> sources,
        List<Line> rows) {

    /** @param deadlines per item that sets one */
    record Rules(
            List<Deadline> deadlines,
            int coverageMonths,
            String coverageSource,
            BigDecimal codeGoalInTenThousand,
            String codeGoalSource) {}

    record Deadline(String item, String itemName, int workingDays, @Nullable String source) {}

    /** Figures of a division, of a source, or of a source's item. */
    record Line(
            @Nullable String source,
            @Nullable String sourceName,
            @Nullable String division,
            @Nullable String item,
            @Nullable String itemName,
            Figures.View figures) {}
}
