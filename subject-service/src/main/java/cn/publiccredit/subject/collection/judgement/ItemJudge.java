package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one file by one version of an item; made once a file, so that judging a row costs no preparation.
 */
public final class ItemJudge {

    private final List<CellJudge> cells;
    private final RowConditions conditions;
    private final RowReading reading;
    private final Header header;
    private final LocalDate today;
    private final @Nullable String sourceColumn;
    private final String source;

    /**
     * @param today the day the file was received: judged again later, a row fares the same
     * @param source code of the organisation that uploads
     */
    public ItemJudge(CatalogItem item, Header header, LocalDate today, String source) {
        Set<String> emptyWords = Set.copyOf(item.emptyWords());
        this.cells = item.columns().stream().map(column -> new CellJudge(column, emptyWords)).toList();
        this.conditions = new RowConditions(item);
        this.reading = new RowReading(item);
        this.header = header;
        this.today = today;
        this.sourceColumn = item.roles().get("sourceUscc");
        this.source = source;
    }

    public Judgement judge(Row row) {
        Complaints complaints = new Complaints();
        if (isWhole(row, complaints)) {
            @Nullable String[] values = values(row, complaints);
            conditions.check(values, today, complaints);
            if (complaints.isEmpty()) {
                Map<String, String> data = data(values);
                if (sourceColumn != null && !source.equals(data.getOrDefault(sourceColumn, source))) {
                    complaints.remark(Remark.OTHER_SOURCE);
                }
                return new Judgement.Sound(reading.read(row.number(), data), complaints.remarks());
            }
        }
        return new Judgement.Broken(complaints.broken());
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
            }
            return false;
        }
        int expected = header.titles().size();
        int found = row.cells().size();
        boolean surplus = found > expected && !row.cells().subList(expected, found).stream().allMatch(String::isBlank);
        if (found < expected || surplus) {
            complaints.brokenRow(Rule.CELL_COUNT, "本行有 " + found + " 个单元格，表头有 " + expected
                    + " 列；请检查是否缺少或多出英文逗号，内容中含英文逗号的应以双引号括起");
            return false;
        }
        return true;
    }

    private @Nullable String[] values(Row row, Complaints complaints) {
        @Nullable String[] values = new String[cells.size()];
        for (int i = 0; i < values.length; i++) {
            int cell = header.cellOf()[i];
            values[i] = cell < 0 ? "" : cells.get(i).judge(row.cells().get(cell), complaints);
        }
        return values;
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
