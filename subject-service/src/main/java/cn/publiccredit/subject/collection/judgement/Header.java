package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The first row of a file, matched with an item's columns.
 *
 * @param titles the cells as they stand in the file
 * @param cellOf for each column of the item the cell that holds it, -1 when the file has none
 */
public record Header(List<String> titles, int[] cellOf) {

    /** What reject files add; a file that has these columns is a corrected reject file, and they are passed over. */
    public static final List<String> REJECT_TITLES = List.of("行号", "错误列", "错误规则", "错误说明");

    private static final Set<String> PASSED_OVER = Set.copyOf(REJECT_TITLES);

    private static final int MANY_DIGITS = 8;

    /** What came of matching. */
    public sealed interface Match {
        record Matched(Header header) implements Match {}

        /** @param code a stable id of the gravest finding; the message names all of them */
        record Refused(String code, String message) implements Match {}
    }

    public static Match match(List<String> cells, CatalogItem item) {
        List<Column> columns = item.columns();
        Map<String, Integer> byTitle = byTitle(columns);
        int[] cellOf = new int[columns.size()];
        Arrays.fill(cellOf, -1);
        List<String> unknown = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            String title = Texts.trimmed(cells.get(cell));
            Integer column = byTitle.get(normal(title));
            if (column == null) {
                if (!PASSED_OVER.contains(title) && !(title.isEmpty() && isTail(cells, cell))) {
                    unknown.add(unknown(title, cell + 1));
                }
            } else if (cellOf[column] >= 0) {
                twice.add(described(columns.get(column)));
            } else {
                cellOf[column] = cell;
            }
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] < 0 && columns.get(i).isAlwaysRequired()) {
                missing.add(described(columns.get(i)));
            }
        }
        if (unknown.isEmpty() && twice.isEmpty() && missing.isEmpty()) {
            return new Match.Matched(new Header(List.copyOf(cells), cellOf));
        }
        return refused(item, cells, unknown, twice, missing);
    }

    // A file without a header has somebody's data here, which no message may repeat.
    private static String unknown(String title, int number) {
        if (title.isEmpty()) {
            return "（第 " + number + " 列无标题）";
        }
        boolean likeData = title.chars().filter(c -> c >= '0' && c <= '9').count() >= MANY_DIGITS;
        return likeData ? "（第 " + number + " 列像数据而不是列名，请检查是否缺少表头）" : Texts.quoted(title);
    }

    private static Match refused(
            CatalogItem item, List<String> cells, List<String> unknown, List<String> twice, List<String> missing) {
        StringBuilder message = new StringBuilder("表头与“").append(item.name()).append("”（").append(item.code())
                .append("）的数据标准不一致，未导入任何行。");
        if (!unknown.isEmpty()) {
            message.append("无法识别的列：").append(listed(unknown)).append("。");
        }
        if (!missing.isEmpty()) {
            message.append("缺少必需的列：").append(listed(missing)).append("。");
        }
        if (!twice.isEmpty()) {
            message.append("重复的列：").append(listed(twice)).append("。");
        }
        if (cells.size() == 1) {
            message.append("表头只有 1 列，请确认各列之间以英文逗号分隔。");
        }
        message.append("应有的列：")
                .append(listed(item.columns().stream().map(Header::described).toList()))
                .append("。列名可用代码或中文名，顺序不限；请更正表头后重新上传。");
        String gravest = missing.isEmpty() ? "duplicate-column" : "missing-column";
        String code = unknown.isEmpty() ? gravest : "unknown-column";
        return new Match.Refused(code, message.toString());
    }

    private static Map<String, Integer> byTitle(List<Column> columns) {
        Map<String, Integer> byTitle = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byTitle.putIfAbsent(normal(columns.get(i).code()), i);
            byTitle.putIfAbsent(normal(columns.get(i).name()), i);
        }
        for (int i = 0; i < columns.size(); i++) {
            for (String alias : columns.get(i).aliases()) {
                byTitle.putIfAbsent(normal(alias), i);
            }
        }
        return byTitle;
    }

    /** Titles are compared without blanks, width of characters, letter case and the star of required columns. */
    private static String normal(String title) {
        StringBuilder normal = new StringBuilder(title.length());
        String half = Texts.halfWidth(title).toUpperCase(Locale.ROOT);
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (c != '*' && !Texts.trimmed(String.valueOf(c)).isEmpty()) {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    private static boolean isTail(List<String> cells, int from) {
        return cells.subList(from, cells.size()).stream().allMatch(String::isBlank);
    }

    private static String described(Column column) {
        return column.name() + "（" + column.code() + "）";
    }

    private static String listed(List<String> texts) {
        List<String> shown = texts.size() > 60 ? texts.subList(0, 60) : texts;
        return String.join("、", shown) + (shown.size() < texts.size() ? "等 " + texts.size() + " 列" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header that && titles.equals(that.titles) && Arrays.equals(cellOf, that.cellOf);
    }

    @Override
    public int hashCode() {
        return titles.hashCode();
    }
}
