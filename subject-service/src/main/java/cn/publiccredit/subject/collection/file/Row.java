package cn.publiccredit.subject.collection.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet counts, the first being 1, a line break within quotation marks not counting; the line
 *     of NDJSON
 * @param cells the cells; of a defective row as far as they can be told, long ones cut
 * @param flaws what is wrong with single cells, by their place
 * @param text of a defective row of a text file the line as it stands there, cut at the bound of a row; otherwise null
 */
public record Row(
        long number,
        List<String> cells,
        @Nullable RowDefect defect,
        Map<Integer, CellFlaw> flaws,
        @Nullable String text) {

    public Row(long number, List<String> cells, @Nullable RowDefect defect) {
        this(number, cells, defect, Map.of());
    }

    public Row(long number, List<String> cells, @Nullable RowDefect defect, Map<Integer, CellFlaw> flaws) {
        this(number, cells, defect, flaws, null);
    }

    /** One that cannot be taken apart. */
    public static Row defective(long number, List<String> cells, RowDefect defect, String text) {
        return new Row(number, cells, defect, Map.of(), text);
    }

    /** Whether nothing is in it but blanks and separators, as spreadsheets leave behind at the end. */
    public boolean isBlank() {
        return defect == null && flaws.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /** Roughly how much memory its text takes, in characters. */
    public int length() {
        int length = text == null ? 0 : text.length();
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }
}
