package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.subject.rulebook.Condition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules by which one column of a row depends on another. */
final class RowConditions {

    private final List<Check> checks = new ArrayList<>();
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final List<Column> columns;

    /** @param values the row's normal values; null where a cell broke a rule of its own */
    @FunctionalInterface
    private interface Check {
        void on(@Nullable String[] values, LocalDate today, Complaints complaints);
    }

    RowConditions(CatalogItem item) {
        this.columns = item.columns();
        for (int i = 0; i < columns.size(); i++) {
            indexOf.put(columns.get(i).code(), i);
        }
        for (int i = 0; i < columns.size(); i++) {
            add(item, columns.get(i), i);
        }
    }

    void check(@Nullable String[] values, LocalDate today, Complaints complaints) {
        for (Check check : checks) {
            check.on(values, today, complaints);
        }
    }

    private void add(CatalogItem item, Column column, int at) {
        if (column.isAlwaysRequired()) {
            checks.add((values, today, complaints) -> {
                if (isBlank(values[at])) {
                    complaints.broken(column, Rule.REQUIRED, "不能为空，请补填");
                }
            });
        }
        if (column.requiredWhen() != null) {
            addRequiredWhen(column, at, column.requiredWhen());
        }
        if (column.emptyWhen() != null) {
            addEmptyWhen(column, at, column.emptyWhen());
        }
        if (column.notAfter() != null || column.notBefore() != null) {
            addOrder(column, at);
        }
        if (column.type().equals("ID_NUMBER")) {
            addIdNumber(item, column, at);
        }
    }

    private void addRequiredWhen(Column column, int at, Condition when) {
        int on = index(when.column());
        BigDecimal above = column.minExclusive();
        checks.add((values, today, complaints) -> {
            String value = values[at];
            String other = values[on];
            if (value == null || other == null || !holds(when, on, other)) {
                return;
            }
            if (value.isEmpty()) {
                complaints.broken(column, Rule.REQUIRED_WHEN, "不能为空：" + reason(when) + "时必须填写，请补填",
                        "must not be blank where " + reasonInEnglish(when) + "; fill it in");
            } else if (above != null && new BigDecimal(value).compareTo(above) <= 0) {
                complaints.broken(column, Rule.DECIMAL_MINIMUM,
                        "应大于 " + above.toPlainString() + "：" + reason(when) + "时必须如实填写，请核对文书后更正",
                        "must be above " + above.toPlainString() + " where " + reasonInEnglish(when) + "; see the document");
            }
        });
    }

    private void addEmptyWhen(Column column, int at, Condition when) {
        int on = index(when.column());
        checks.add((values, today, complaints) -> {
            String other = values[on];
            if (!isBlank(values[at]) && values[at] != null && other != null && holds(when, on, other)) {
                complaints.broken(column, Rule.EMPTY_WHEN, "应为空白：" + reason(when) + "时不得填写，请清空该单元格",
                        "must be blank where " + reasonInEnglish(when) + "; clear it");
            }
        });
    }

    private void addOrder(Column column, int at) {
        Integer notAfter = column.notAfter() == null ? null : indexOf.get(column.notAfter());
        Integer notBefore = column.notBefore() == null ? null : indexOf.get(column.notBefore());
        boolean notInFuture = "TODAY".equals(column.notAfter());
        checks.add((values, today, complaints) -> {
            String value = values[at];
            if (value == null || value.isEmpty() || value.equals(column.openEnd())) {
                return;
            }
            // Dates in ISO form compare as texts.
            if (notInFuture && value.compareTo(today.toString()) > 0) {
                complaints.broken(column, Rule.DATE_IN_FUTURE, "晚于今天（" + today + "）：" + value + "，请核对文书后更正",
                        "lies in the future: " + value + ", today being " + today + "; see the document");
            }
            if (notAfter != null && isAfter(value, values[notAfter])) {
                complaints.broken(column, Rule.DATE_ORDER,
                        "（" + value + "）晚于" + columns.get(notAfter).name() + "（" + values[notAfter] + "），请核对后更正",
                        "(" + value + ") is later than " + columns.get(notAfter).name() + " (" + values[notAfter] + "); see the document");
            }
            if (notBefore != null && isAfter(values[notBefore], value)) {
                complaints.broken(column, Rule.DATE_ORDER,
                        "（" + value + "）早于" + columns.get(notBefore).name() + "（" + values[notBefore] + "），请核对后更正",
                        "(" + value + ") is earlier than " + columns.get(notBefore).name() + " (" + values[notBefore] + "); see the document");
            }
        });
    }

    // The number is a citizen's where the column for the kind of document says so, or where there is no such column.
    private void addIdNumber(CatalogItem item, Column column, int at) {
        String kindColumn = column.code().equals(item.roles().get("personIdNumber"))
                ? item.roles().get("personIdType")
                : column.requiredWhen() == null ? null : column.requiredWhen().column();
        Integer kindAt = kindColumn == null ? null : indexOf.get(kindColumn);
        checks.add((values, today, complaints) -> {
            String value = values[at];
            String kind = kindAt == null ? "" : values[kindAt];
            if (value != null && !value.isEmpty() && kind != null && (kind.isEmpty() || kind.equals("身份证"))) {
                IdNumberValue.check(column, value, today, complaints);
            }
        });
    }

    private boolean holds(Condition when, int on, String cell) {
        String separators = columns.get(on).multiple();
        return when.holds(cell, separators == null ? List.of(cell) : ListedValue.parts(cell, separators));
    }

    private String reason(Condition when) {
        String name = columns.get(index(when.column())).name();
        if (!when.in().isEmpty()) {
            return name + "为“" + String.join("”或“", when.in()) + "”";
        }
        if (!when.contains().isEmpty()) {
            return name + "包含“" + String.join("”或“", when.contains()) + "”";
        }
        return name + (Boolean.TRUE.equals(when.notEmpty()) ? "已填写" : "未填写");
    }

    private String reasonInEnglish(Condition when) {
        Column other = columns.get(index(when.column()));
        String name = other.name() + " (" + other.code() + ")";
        if (!when.in().isEmpty()) {
            return name + " is " + String.join(" or ", when.in());
        }
        if (!when.contains().isEmpty()) {
            return name + " contains " + String.join(" or ", when.contains());
        }
        return name + (Boolean.TRUE.equals(when.notEmpty()) ? " is filled in" : " is blank");
    }

    private int index(String column) {
        Integer index = indexOf.get(column);
        if (index == null) {
            throw new IllegalArgumentException("a rule names the column " + column + ", which the item has not");
        }
        return index;
    }

    private static boolean isAfter(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.isEmpty() && !other.isEmpty() && one.compareTo(other) > 0;
    }

    private static boolean isBlank(@Nullable String value) {
        return value != null && value.isEmpty();
    }
}
