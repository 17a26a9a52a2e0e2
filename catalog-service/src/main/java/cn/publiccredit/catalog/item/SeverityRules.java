package cn.publiccredit.catalog.item;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows are graded: the first rule that fits decides, else the fallback.
 *
 * @param column the column with the kinds of decision
 * @param separators characters that part several kinds in one cell
 * @param fineThresholds amounts that separate large and huge fines, for reference; no nation-wide figures exist
 */
record SeverityRules(
        @JsonProperty("default") Severity fallback,
        String column,
        String separators,
        List<Rule> rules,
        @Nullable FineThresholds fineThresholds,
        String source) {

    SeverityRules {
        rules = Column.listOf(rules);
    }

    /**
     * One rule; exactly one test is given.
     *
     * @param anyOf one of the row's kinds is among these
     * @param allOf all of the row's kinds are among these
     * @param onlyFineBelow a fine is the only kind, and below this amount in the fine column's unit
     */
    record Rule(
            Severity severity,
            @Nullable List<String> anyOf,
            @Nullable List<String> allOf,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal onlyFineBelow,
            @Nullable String fineColumn,
            String source) {

        boolean hasOneTest() {
            return (anyOf == null ? 0 : 1) + (allOf == null ? 0 : 1) + (onlyFineBelow == null ? 0 : 1) == 1;
        }
    }

    record FineThresholds(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal large,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal huge,
            String unit,
            String source) {}
}
