package cn.publiccredit.catalog.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on another column of the same row; exactly one of the three tests is given.
 *
 * @param in the column's value is one of these
 * @param contains one of the column's values is one of these
 * @param notEmpty the column is filled in
 */
record Condition(
        String column, @Nullable List<String> in, @Nullable List<String> contains, @Nullable Boolean notEmpty) {

    boolean hasOneTest() {
        return (in == null ? 0 : 1) + (contains == null ? 0 : 1) + (notEmpty == null ? 0 : 1) == 1;
    }
}
