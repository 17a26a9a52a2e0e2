package cn.publiccredit.subject.collection.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file.
 *
 * @param number as Excel counts, the first being 1; a line break within quotation marks does not count
 * @param cells the cells; of a defective row as far as they can be told, long ones cut
 */
public record Row(long number, List<String> cells, @Nullable RowDefect defect) {

    /** Whether nothing is in it but blanks and commas, as spreadsheets leave behind at the end. */
    public boolean isBlank() {
        return defect == null && cells.stream().allMatch(String::isBlank);
    }

    /** Roughly how much memory its text takes, in characters. */
    public int length() {
        int length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }
}
