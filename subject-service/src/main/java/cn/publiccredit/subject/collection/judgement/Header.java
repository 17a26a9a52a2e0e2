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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a file, matched with an item's columns.
 *
 * @param titles the cells as they stand in the file
 * @param cellOf for each column of the item the cell that holds it, -1 when the file has none
 * @param operationCell the cell that says what to do with the record, -1 when the file has none
 * @param reasonCell the cell that says why, -1 when the file has none
 */
public record Header(List<String> titles, int[] cellOf, int operationCell, int reasonCell) {

    /** What reject files add; a file that has these columns is a corrected reject file, and they are passed over. */
    public static final List<String> REJECT_TITLES = List.of("行号", "错误列", "错误规则", "错误说明");

    /** What they add for who reads English. */
    public static final String ENGLISH_REJECT_TITLE = "Problem";

    /** What they add where a row could not be taken apart: all that stood in it. */
    public static final String WHOLE_ROW_TITLE = "原文";

    /** Titles that are none of the file's own. */
    public static final Set<String> PASSED_OVER = Stream.concat(REJECT_TITLES.stream(), Stream.of(ENGLISH_REJECT_TITLE, WHOLE_ROW_TITLE))
            .collect(Collectors.toUnmodifiableSet());

    /** No column's name is nearly as long, blanks included; what is written out for each row must not be. */
    private static final int LONGEST_TITLE = 200;

    /** What came of matching. */
    public sealed interface Match {
        record Matched(Header header) implements Match {}

        /** Nothing of the file is taken. @param unfit everything that does not fit */
        record Refused(UnfitHeader unfit) implements Match {}
    }

    public static Match match(List<String> cells, CatalogItem item) {
        List<Column> columns = item.columns();
        Map<String, Integer> byTitle = byTitle(columns);
        int[] cellOf = new int[columns.size() + 2];
        Arrays.fill(cellOf, -1);
        Strangers strangers = new Strangers();
        List<String> twice = new ArrayList<>();
        int tail = tail(cells);
        for (int cell = 0; cell < cells.size(); cell++) {
            String title = Texts.trimmed(cells.get(cell));
            Integer column = column(byTitle, title);
            if (column == null) {
                if (!PASSED_OVER.contains(title) && !(title.isEmpty() && cell >= tail)) {
                    strangers.add(title, cell + 1);
                }
            } else if (cellOf[column] >= 0) {
                twice.add(column < columns.size() ? described(columns.get(column)) : title);
            } else {
                cellOf[column] = cell;
            }
        }
        // Rows that withdraw need the columns of the key only; what others lack is judged row by row.
        RecordKey key = new RecordKey(item);
        boolean mayWithdraw = cellOf[columns.size()] >= 0;
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (cellOf[i] < 0 && (mayWithdraw ? key.alwaysAsks(column) : column.isAlwaysRequired())) {
                missing.add(described(column));
            }
        }
        boolean anyKnown = Arrays.stream(cellOf).anyMatch(cell -> cell >= 0);
        List<String> unknown = strangers.described(anyKnown);
        if (unknown.isEmpty() && twice.isEmpty() && missing.isEmpty()) {
            return new Match.Matched(new Header(List.copyOf(cells), Arrays.copyOf(cellOf, columns.size()),
                    cellOf[columns.size()], cellOf[columns.size() + 1]));
        }
        return new Match.Refused(new UnfitHeader(item, cells.size(), unknown, twice, missing, strangers.areLikeData(anyKnown)));
    }

    /**
     * Which column of an item a title means: its code for each of its spellings, and any other title for itself.
     *
     * <p>Objects name their columns one by one, and each may do so in its own way.
     */
    public static UnaryOperator<String> columnOf(CatalogItem item) {
        Map<String, Integer> byTitle = byTitle(item.columns());
        return title -> {
            Integer column = column(byTitle, Texts.trimmed(title));
            return column == null ? title : code(column, item);
        };
    }

    /** As {@link #match}, for objects that may leave fields out: of each, what is missing is judged by itself. */
    public static Match matchFields(List<String> names, CatalogItem item) {
        Set<String> named = cellsByColumn(names, item).keySet();
        List<String> all = new ArrayList<>(names);
        item.columns().stream().map(Column::code).filter(code -> !named.contains(code)).forEach(all::add);
        return match(all, item);
    }

    /** Where in these titles each column stands, by its code; columns that they do not name are missing. */
    public static Map<String, Integer> cellsByColumn(List<String> titles, CatalogItem item) {
        Map<String, Integer> cells = new HashMap<>();
        Map<String, Integer> byTitle = byTitle(item.columns());
        for (int cell = 0; cell < titles.size(); cell++) {
            Integer column = column(byTitle, Texts.trimmed(titles.get(cell)));
            if (column != null) {
                cells.putIfAbsent(code(column, item), cell);
            }
        }
        return cells;
    }

    private static @Nullable Integer column(Map<String, Integer> byTitle, String title) {
        return title.length() > LONGEST_TITLE ? null : byTitle.get(normal(title));
    }

    private static String code(int column, CatalogItem item) {
        int wishes = column - item.columns().size();
        return wishes < 0 ? item.columns().get(column).code() : wishes == 0 ? Wish.OPERATION : Wish.REASON;
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
        byTitle.putIfAbsent(Wish.OPERATION, columns.size());
        byTitle.putIfAbsent(Wish.REASON, columns.size() + 1);
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

    /** From where on there are only blank titles. */
    private static int tail(List<String> cells) {
        int tail = cells.size();
        while (tail > 0 && cells.get(tail - 1).isBlank()) {
            tail--;
        }
        return tail;
    }

    static String described(Column column) {
        return column.name() + "（" + column.code() + "）";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header that && titles.equals(that.titles) && Arrays.equals(cellOf, that.cellOf)
                && operationCell == that.operationCell && reasonCell == that.reasonCell;
    }

    @Override
    public int hashCode() {
        return titles.hashCode();
    }
}
