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
 * @param setBy the columns in which a department grades a single record itself; null where it may not
 */
record SeverityRules(
        @JsonProperty("default") Severity fallback,
        String column,
        String separators,
        List<Rule> rules,
        @Nullable SetBy setBy,
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
     * @param beside kinds that such a fine may stand beside, as light as itself; left out for none
     * @param fineFrom the fine is this amount in the fine column's unit, or more, whatever else was decided
     * @param when what another column of the row says, such as how it was decided
     */
    record Rule(
            Severity severity,
            @Nullable List<String> anyOf,
            @Nullable List<String> allOf,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal onlyFineBelow,
            @Nullable List<String> beside,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal fineFrom,
            @Nullable String fineColumn,
            @Nullable Condition when,
            String source) {

        boolean hasOneTest() {
            return (anyOf == null ? 0 : 1) + (allOf == null ? 0 : 1) + (onlyFineBelow == null ? 0 : 1)
                    + (fineFrom == null ? 0 : 1) + (when == null ? 0 : 1) == 1;
        }

        boolean isAboutFines() {
            return onlyFineBelow != null || fineFrom != null;
        }
    }

    /**
     * Where a department grades a record itself.
     *
     * @param column holds the grade: 轻微, 一般 or 严重; blank leaves it to the rules
     * @param reasonColumn holds its reason, required with the grade
     */
    record SetBy(String column, String reasonColumn, String source) {

        /** What the column may hold. */
        static final List<String> GRADES = List.of("轻微", "一般", "严重");
    }
}
