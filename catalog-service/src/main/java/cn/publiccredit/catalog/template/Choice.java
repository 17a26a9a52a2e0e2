package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.ContentType.Columns;
import cn.publiccredit.catalog.content.ContentType.Known;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records whose column has one of these values. */
record Choice(String column, List<String> in) {

    Choice {
        in = List.copyOf(in);
    }

    /** Notes what would never choose a record of these items: a column that one of them lacks, or a value that it does not allow. */
    static void check(@Nullable Choice when, List<String> items, LocalDate day, Known known, String field, Faults faults) {
        if (when == null) {
            return;
        }
        faults.unless(!when.in.isEmpty(), field + ".in", "required",
                "请写明取值，不按取值区分的请去掉 when。", "Name the values, or leave when out.");
        for (String item : items) {
            if (known.find(Kind.ITEMS, item).orElse(null) instanceof Columns columns) {
                when.check(item, columns, day, field, faults);
            }
        }
    }

    private void check(String item, Columns columns, LocalDate day, String field, Faults faults) {
        if (!columns.lists(column, day)) {
            faults.unknown(field + ".column", item + " 的列 / column", column);
            return;
        }
        in.stream().filter(value -> !columns.allows(column, value)).forEach(value -> faults.add(field + ".in", "not-allowed",
                item + " 的列 " + column + " 不会取值 " + value + "，请改用该列的允许值。",
                "Column " + column + " of " + item + " never says " + value + "; name values that it allows."));
    }
}
