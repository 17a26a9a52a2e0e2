package cn.publiccredit.report.content;

import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RepairFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** List entries and repair cases as blocks. */
final class OtherBlocks {

    private static final List<Block.Column> ENTRY = List.of(
            new Block.Column("listName", "名单名称"),
            new Block.Column("documentNumber", "认定文书号"),
            new Block.Column("authority", "认定机关"),
            new Block.Column("publishedAt", "列入日期"),
            new Block.Column("until", "有效期至"),
            new Block.Column("reasons", "列入事由"));

    private static final List<Block.Column> REPAIR = List.of(
            new Block.Column("case", "修复申请编号"),
            new Block.Column("state", "办理状态"),
            new Block.Column("createdAt", "申请日期"),
            new Block.Column("documentNumber", "涉及文书号"));

    private OtherBlocks() {}

    /** The entries of one list. */
    static Block entries(String listName, String list, List<EntryFacts> entries) {
        return Block.of(listName, list, ENTRY, entries.stream().map(OtherBlocks::row).toList());
    }

    static Block repairs(List<RepairFacts> cases) {
        return Block.of("信用修复办理情况", null, REPAIR, cases.stream().map(OtherBlocks::row).toList());
    }

    private static Block.Row row(EntryFacts entry) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "listName", entry.listName());
        put(values, "documentNumber", entry.documentNumber());
        put(values, "authority", entry.authority());
        put(values, "publishedAt", Words.day(entry.publishedAt()));
        put(values, "until", entry.until() == null ? "至移出之日" : Words.day(entry.until()));
        put(values, "reasons", entry.reasons());
        return new Block.Row(entry.id(), List.of(), values);
    }

    private static Block.Row row(RepairFacts repair) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "case", repair.id());
        put(values, "state", repair.stateName() == null ? repair.state() : repair.stateName());
        put(values, "createdAt", Words.day(repair.createdAt()));
        put(values, "documentNumber", repair.documentNumber());
        return new Block.Row(repair.id(), List.of(), values);
    }

    private static void put(Map<String, String> values, String code, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(code, value);
        }
    }
}
