package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.Operation;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one file by one version of an item; made once a file, so that judging a row costs no preparation.
 */
public final class ItemJudge {

    private final CatalogItem item;
    private final List<CellJudge> cells;
    private final RecordKey key;
    private final boolean[] ofKey;
    private final RowConditions conditions;
    private final RowReading reading;
    private final Header header;
    private final Circumstances circumstances;
    private final @Nullable Column sourceColumn;

    /**
     * What rows are judged by beside the item.
     *
     * @param today the day the file was received: judged again later, a row fares the same
     * @param source code of the organisation that uploads
     * @param withdrawnDivisions codes of divisions that were no more on that day
     * @param from1904 whether the file counts days from 1904, as some workbooks do
     */
    public record Circumstances(LocalDate today, String source, Set<String> withdrawnDivisions, boolean from1904) {}

    public ItemJudge(CatalogItem item, Header header, Circumstances circumstances) {
        this.item = item;
        Set<String> emptyWords = Set.copyOf(item.emptyWords());
        List<Column> columns = item.columns();
        this.cells = columns.stream()
                .map(column -> new CellJudge(item, column, emptyWords, circumstances)).toList();
        this.key = new RecordKey(item);
        this.ofKey = new boolean[columns.size()];
        for (int i = 0; i < ofKey.length; i++) {
            ofKey[i] = key.asks(columns.get(i));
        }
        this.conditions = new RowConditions(item);
        this.reading = new RowReading(item);
        this.header = header;
        this.circumstances = circumstances;
        String sourceCode = item.roles().get("sourceUscc");
        this.sourceColumn = columns.stream().filter(c -> c.code().equals(sourceCode)).findFirst().orElse(null);
    }

    public Judgement judge(Row row) {
        Complaints complaints = new Complaints();
        if (isWhole(row, complaints)) {
            Wish wish = wish(row, complaints);
            Map<String, String> data = wish != null && wish.operation() == Operation.WITHDRAW
                    ? key(row, complaints)
                    : all(row, complaints);
            if (wish != null && complaints.isEmpty()) {
                return new Judgement.Sound(reading.read(row.number(), data, wish), complaints.notices());
            }
        }
        return new Judgement.Broken(complaints.broken());
    }

    /** What is wrong with the subject's own code in a row that was judged to be broken, for code governance. */
    public Optional<CodeFinding> wrongCode(Row row, Judgement.Broken broken) {
        return WrongCode.of(item, header, row, broken.rules());
    }

    private boolean isWhole(Row row, Complaints complaints) {
        if (row.defect() != null) {
            switch (row.defect()) {
                case QUOTE -> complaints.brokenRow(Rule.STRAY_QUOTE,
                        "本行双引号不成对或位置不对，无法拆分为单元格；请删除多余的双引号，单元格内确需双引号的写两个");
                case FIELD_TOO_LONG -> complaints.brokenRow(Rule.FIELD_TOO_LONG,
                        "本行有单元格内容过长，已超出系统可处理的范围，请按数据标准的长度精简");
                case ROW_TOO_LONG -> complaints.brokenRow(Rule.ROW_TOO_LONG,
                        "本行内容过长或单元格过多，已超出系统可处理的范围，请检查换行和分隔符");
                case JSON -> complaints.brokenRow(Rule.JSON,
                        "本行不是一个完整的 JSON 对象，或有重复的字段，请每行写一个对象，字段不得重复");
            }
            return false;
        }
        int expected = header.titles().size();
        int found = row.cells().size();
        boolean surplus = found > expected && !row.cells().subList(expected, found).stream().allMatch(String::isBlank);
        if (found < expected || surplus) {
            complaints.brokenRow(Rule.CELL_COUNT, "本行有 " + found + " 个单元格，表头有 " + expected
                    + " 列；请检查是否缺少或多出分隔符，内容中含分隔符的应以双引号括起",
                    "The row has " + found + " cells and the header " + expected
                            + "; check its separators, and quote cells that hold one");
            return false;
        }
        return true;
    }

    private @Nullable Wish wish(Row row, Complaints complaints) {
        if (header.operationCell() < 0) {
            return Wish.NONE;
        }
        boolean flawed = isFlawed(row, header.operationCell(), Wish.OPERATION, complaints)
                | isFlawed(row, header.reasonCell(), Wish.REASON, complaints);
        if (flawed) {
            return null;
        }
        String reason = header.reasonCell() < 0 ? "" : row.cells().get(header.reasonCell());
        return Wish.read(row.cells().get(header.operationCell()), reason, complaints);
    }

    private static boolean isFlawed(Row row, int cell, String title, Complaints complaints) {
        CellFlaw flaw = row.flaws().get(cell);
        if (flaw != null) {
            Wish.refuse(flaw, title, complaints);
        }
        return flaw != null;
    }

    private Map<String, String> all(Row row, Complaints complaints) {
        @Nullable String[] values = new String[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = isNowhere(i, complaints) ? null : value(row, i, complaints);
        }
        conditions.check(values, circumstances.today(), complaints);
        Map<String, String> data = data(values);
        if (sourceColumn != null && complaints.isEmpty()
                && !circumstances.source().equals(data.getOrDefault(sourceColumn.code(), circumstances.source()))) {
            complaints.remark(sourceColumn, Remark.OTHER_SOURCE);
        }
        return data;
    }

    // Only in a file of withdrawals: any other is refused as a whole for it.
    private boolean isNowhere(int column, Complaints complaints) {
        Column wanted = cells.get(column).column();
        boolean nowhere = header.cellOf()[column] < 0 && wanted.isAlwaysRequired();
        if (nowhere) {
            complaints.broken(wanted, Rule.REQUIRED, "不能为空，而文件中没有这一列：撤销以外的行须填写，请补上该列",
                    "must not be blank, and the file has no such column: rows that do not withdraw need it; add the column");
        }
        return nowhere;
    }

    private Map<String, String> key(Row row, Complaints complaints) {
        @Nullable String[] values = new String[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofKey[i] ? value(row, i, complaints) : "";
        }
        Map<String, String> data = data(values);
        Set<String> unreadable = IntStream.range(0, values.length).filter(i -> values[i] == null)
                .mapToObj(i -> cells.get(i).column().code()).collect(Collectors.toSet());
        key.checkFilled(data, unreadable, complaints);
        return data;
    }

    private @Nullable String value(Row row, int column, Complaints complaints) {
        int cell = header.cellOf()[column];
        if (cell < 0) {
            return "";
        }
        CellFlaw flaw = row.flaws().get(cell);
        if (flaw != null) {
            cells.get(column).judge(flaw, row.cells().get(cell), complaints);
            return null;
        }
        return cells.get(column).judge(row.cells().get(cell), complaints);
    }

    private Map<String, String> data(@Nullable String[] values) {
        Map<String, String> data = LinkedHashMap.newLinkedHashMap(values.length);
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null && !value.isEmpty()) {
                data.put(cells.get(i).column().code(), value);
            }
        }
        return data;
    }
}
