package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a row is graded: the first of the rules that fits, else the fallback.
 *
 * @param column the column that holds the kinds, several parted by one of the separators
 * @param setBy where a department grades a single record itself; null where it may not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SeverityRule(
        @JsonProperty("default") String fallback,
        @Nullable String column,
        @Nullable String separators,
        List<Rule> rules,
        @Nullable SetBy setBy) {

    public SeverityRule {
        rules = CatalogItem.orEmpty(rules);
    }

    /** The column in which a department grades a single record itself; its reason stands in another. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SetBy(String column, String reasonColumn) {}

    /**
     * One rule; the tests that are given must all hold.
     *
     * @param anyOf one of the row's kinds is among these
     * @param allOf all of the row's kinds are among these
     * @param onlyFineBelow the only kind is a fine, below this amount in the fine column's unit
     * @param beside kinds that such a fine may stand beside
     * @param fineFrom the fine is this amount or more, whatever else was decided
     * @param fineColumn the column with the amount of the fine
     * @param when what another column of the row says
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rule(
            String severity,
            List<String> anyOf,
            List<String> allOf,
            @Nullable BigDecimal onlyFineBelow,
            List<String> beside,
            @Nullable BigDecimal fineFrom,
            @Nullable String fineColumn,
            @Nullable Condition when) {

        public Rule {
            anyOf = CatalogItem.orEmpty(anyOf);
            allOf = CatalogItem.orEmpty(allOf);
            beside = CatalogItem.orEmpty(beside);
        }
    }
}
