package cn.publiccredit.subject.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monthly circular about collection.
 *
 * @param division whose it is; null for the province
 * @param source whose it is, when it is of one source
 * @param whose the division or source by name
 * @param provisional whether the month is not over
 * @param rulesAsOf the day whose catalogue it is judged by; null while the month is not over
 * @param rules the numbers it is judged by, each with its source
 * @param itemsInCatalogue how many items the catalogue has
 * @param silentSources how many sources sent no file in the month though they are registered or sent some before
 * @param cities each city with its counties, and the province's own sources; none in the figures of a county or a source
 * @param divisions each division by itself
 */
record Circular(
        YearMonth month,
        @Nullable String division,
        @Nullable String source,
        String whose,
        OffsetDateTime drawnAt,
        boolean provisional,
        @Nullable LocalDate rulesAsOf,
        Rules rules,
        int itemsInCatalogue,
        Figures.View total,
        int silentSources,
        List<Line> cities,
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
            Figures.View figures,
            boolean silent) {}
}
