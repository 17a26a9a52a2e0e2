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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SeverityRule(
        @JsonProperty("default") String fallback,
        @Nullable String column,
        @Nullable String separators,
        List<Rule> rules) {

    public SeverityRule {
        rules = CatalogItem.orEmpty(rules);
    }

    /**
     * One rule; the tests that are given must all hold.
     *
     * @param anyOf one of the row's kinds is among these
     * @param allOf all of the row's kinds are among these
     * @param onlyFineBelow the only kind is a fine, below this amount in the fine column's unit
     * @param fineColumn the column with the amount of the fine
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rule(
            String severity,
            List<String> anyOf,
            List<String> allOf,
            @Nullable BigDecimal onlyFineBelow,
            @Nullable String fineColumn) {

        public Rule {
            anyOf = CatalogItem.orEmpty(anyOf);
            allOf = CatalogItem.orEmpty(allOf);
        }
    }
}
