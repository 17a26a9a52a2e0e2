package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on another column of the row; exactly one of the three tests is given.
 *
 * @param in the column's value is one of these
 * @param contains one of the column's values is one of these
 * @param notEmpty the column is filled in ({@code true}) or left blank ({@code false})
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Condition(
        String column, List<String> in, List<String> contains, @Nullable Boolean notEmpty) {

    public Condition {
        in = CatalogItem.orEmpty(in);
        contains = CatalogItem.orEmpty(contains);
    }

    /**
     * Whether it holds for this cell of the column; an empty text stands for a blank cell.
     *
     * @param values the cell's values where the column may hold several, otherwise the cell alone
     */
    public boolean holds(String value, List<String> values) {
        if (!in.isEmpty()) {
            return in.contains(value);
        }
        if (!contains.isEmpty()) {
            return values.stream().anyMatch(contains::contains);
        }
        return notEmpty != null && notEmpty != value.isEmpty();
    }
}
