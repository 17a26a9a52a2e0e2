package cn.publiccredit.report.content;

import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.RecordFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The records of one catalogue item as a block. */
final class RecordBlock {

    /** Columns of these roles say who the subject is, which the report says on its cover. */
    private static final Set<String> IDENTITY =
            Set.of("subjectName", "subjectKind", "uscc", "registrationNumber", "personIdType", "personIdNumber");

    private static final Comparator<RecordFacts> NEWEST_FIRST = Comparator
            .comparing((RecordFacts r) -> Words.day(r.documentDate()), Comparator.reverseOrder())
            .thenComparing(RecordFacts::id);

    private RecordBlock() {}

    static Block of(CatalogItem item, @Nullable List<String> wanted, List<RecordFacts> records, String disputedMark) {
        List<CatalogItem.Column> printed = columns(item, wanted);
        List<Block.Column> columns = new ArrayList<>();
        printed.forEach(c -> columns.add(new Block.Column(c.code(), c.name())));
        if (records.stream().anyMatch(r -> !Words.severity(r.severity()).isEmpty())) {
            columns.add(new Block.Column("severity", "违法失信程度"));
            columns.add(new Block.Column("publicUntil", "公示截止日期"));
        }
        List<Block.Row> rows = records.stream().sorted(NEWEST_FIRST).map(r -> row(r, printed, disputedMark)).toList();
        return Block.of(item.name(), item.code(), columns, rows);
    }

    private static List<CatalogItem.Column> columns(CatalogItem item, @Nullable List<String> wanted) {
        Predicate<CatalogItem.Column> printable = CatalogItem.Column::isPrintable;
        if (wanted == null) {
            List<String> identity = item.roles().entrySet().stream()
                    .filter(role -> IDENTITY.contains(role.getKey()) && role.getValue() != null)
                    .map(role -> String.valueOf(role.getValue())).toList();
            return item.columns().stream().filter(printable.and(c -> !identity.contains(c.code()))).toList();
        }
        return wanted.stream()
                .flatMap(code -> item.columns().stream().filter(c -> c.code().equals(code)))
                .filter(printable).toList();
    }

    private static Block.Row row(RecordFacts record, List<CatalogItem.Column> columns, String disputedMark) {
        Map<String, String> values = new LinkedHashMap<>();
        for (CatalogItem.Column column : columns) {
            String value = Words.value(record.data().get(column.code()));
            put(values, column.code(), "DATE".equals(column.type()) ? Words.day(value) : value);
        }
        put(values, "severity", Words.severity(record.severity()));
        if (!Words.severity(record.severity()).isEmpty()) {
            put(values, "publicUntil", until(record.publicity()));
        }
        return new Block.Row(record.id(), record.isDisputed() ? List.of(disputedMark) : List.of(), values);
    }

    private static String until(RecordFacts.@Nullable Publicity publicity) {
        if (publicity == null) {
            return "";
        }
        return Boolean.FALSE.equals(publicity.shown()) ? "不予公示" : Words.day(publicity.until());
    }

    private static void put(Map<String, String> values, String code, String value) {
        if (!value.isBlank()) {
            values.put(code, value);
        }
    }
}
