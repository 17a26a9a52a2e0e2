package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet's part. Rows are made as long as the first filled one: a spreadsheet leaves blank cells out. */
final class SheetRows {

    private static final int LAST_ROW = 1_048_576;
    private static final int CUT = 200;

    private final Xml xml;
    private final Cells cells;
    private final RowBounds bounds;
    private long last;
    private int width;
    private long titles;
    private int merged;
    private boolean ended;

    SheetRows(Xml xml, Cells cells, RowBounds bounds) {
        this.xml = xml;
        this.cells = cells;
        this.bounds = bounds;
    }

    @Nullable Row next() throws IOException {
        while (!ended && xml.next()) {
            if (xml.isStart("row")) {
                return row();
            }
            ended = xml.isEnd("sheetData");
        }
        if (!ended) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        while (xml.next()) {
            if (xml.isStart("mergeCell") && lastRow(xml.attribute("ref")) > titles) {
                merged++;
            }
        }
        return null;
    }

    /** Groups of merged cells that reach below the titles; what a sheet tells of them stands behind its rows. */
    int merged() {
        return merged;
    }

    /** The row that a range such as {@code A2:B5} ends with; 0 when the text names none. */
    private static long lastRow(@Nullable String range) {
        if (range == null) {
            return 0;
        }
        int digits = range.length();
        while (digits > 0 && Character.isDigit(range.charAt(digits - 1))) {
            digits--;
        }
        String number = range.substring(digits);
        return number.isEmpty() || number.length() > 7 ? 0 : Long.parseLong(number);
    }

    private Row row() throws IOException {
        String told = xml.attribute("r");
        long number = told == null ? last + 1 : Styles.number(told);
        if (number <= last || number > LAST_ROW) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        last = number;
        List<String> texts = new ArrayList<>(width);
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        RowDefect defect = null;
        long length = 0;
        int column = -1;
        while (xml.next() && !xml.isEnd("row")) {
            if (!xml.isStart("c")) {
                continue;
            }
            column = column(column);
            CellValue value = cells.read(xml);
            String text = value.text();
            length += text.length();
            if (text.isEmpty() && value.flaw() == null || defect == RowDefect.ROW_TOO_LONG) {
                continue;
            }
            if (column >= bounds.mostCells() || length > bounds.longestRow()) {
                defect = RowDefect.ROW_TOO_LONG;
            } else {
                boolean tooLong = text.length() > bounds.longestCell();
                defect = tooLong ? RowDefect.FIELD_TOO_LONG : defect;
                pad(texts, column);
                texts.add(tooLong ? text.substring(0, Math.min(CUT, text.length())) + "…" : text);
                if (value.flaw() != null) {
                    flaws.put(column, value.flaw());
                }
            }
        }
        if (width == 0) {
            width = texts.size();
            titles = number;
        }
        pad(texts, width);
        return new Row(number, texts, defect, flaws.isEmpty() ? Map.of() : flaws);
    }

    /** The place of the cell that begins here, the first being 0. */
    private int column(int before) throws IOException {
        String told = xml.attribute("r");
        int column = told == null ? before + 1 : column(told);
        if (column <= before) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        return column;
    }

    /** The column of a cell such as {@code AB12}; -1 when the text names none. */
    static int column(String cell) {
        int column = 0;
        int letters = 0;
        while (letters < cell.length() && letters < 4 && cell.charAt(letters) >= 'A' && cell.charAt(letters) <= 'Z') {
            column = column * 26 + (cell.charAt(letters) - 'A' + 1);
            letters++;
        }
        return letters == 0 || letters == 4 ? -1 : column - 1;
    }

    private static void pad(List<String> texts, int size) {
        while (texts.size() < size) {
            texts.add("");
        }
    }
}
