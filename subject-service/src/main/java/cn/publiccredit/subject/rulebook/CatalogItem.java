package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a catalogue item: what its rows look like and how its records are treated. Published versions never
 * change.
 *
 * @param emptyWords what sources write into a cell that they leave blank, such as {@code N/A}
 * @param naturalKey codes of the columns that tell one record of a source from another
 * @param roles what a column means to the platform, by role, such as {@code subjectName} to {@code CF_XDR_MC}
 * @param severity how rows are graded; null where the item knows no grades
 * @param publicity how long records are public, by severity
 * @param fileRetention how long its files are kept as they were received; null where the item does not say
 * @param timeliness within how long rows are to be supplied; null where the item sets no time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogItem(
        String code,
        String name,
        int version,
        List<String> subjectKinds,
        @Nullable String disclosure,
        List<String> emptyWords,
        List<String> naturalKey,
        Map<String, @Nullable String> roles,
        @Nullable SeverityRule severity,
        @Nullable Publicity publicity,
        List<Column> columns,
        @Nullable FileRetention fileRetention,
        @Nullable Timeliness timeliness) {

    /**
     * Within how long rows are to be supplied.
     *
     * @param workingDays counted from the document's date, which itself does not count
     * @param source the rule that the number stands in
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Timeliness(int workingDays, @Nullable String source) {}

    /**
     * How long files are kept, from the day of receipt; in years or in days.
     *
     * @param source what the period rests on
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FileRetention(@Nullable Integer years, @Nullable Integer days, String source) {

        /** The period; empty when none can be made out. */
        public Optional<Period> period() {
            Period period = Period.of(years == null ? 0 : years, 0, days == null ? 0 : days);
            return period.isZero() || period.isNegative() ? Optional.empty() : Optional.of(period);
        }
    }

    public CatalogItem {
        subjectKinds = orEmpty(subjectKinds);
        emptyWords = orEmpty(emptyWords);
        naturalKey = orEmpty(naturalKey);
        columns = orEmpty(columns);
    }

    /** The column that plays this role; empty when the item has none. */
    public Optional<String> role(String role) {
        return Optional.ofNullable(roles.get(role));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
