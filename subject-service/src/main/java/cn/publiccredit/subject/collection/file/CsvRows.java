package cn.publiccredit.subject.collection.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) row by row in bounded memory and never gives up: a row that cannot be taken apart is handed out
 * with its defect, and reading goes on with the next line.
 *
 * <p>FastCSV and its peers stop at a stray quotation mark or swallow the rest of the file into one cell; here it costs
 * the one line that it stands in. Hence a quoted cell that outgrows the bound and contains line breaks counts as a
 * stray mark. Cells are parted by commas, semicolons or tabs: by that of them which the first line has most of.
 */
public final class CsvRows implements RowSource {

    private static final int CUT = 200;
    private static final int STRAY_QUOTE = -1;
    private static final int TOO_LONG = -2;
    private static final String SEPARATORS = ",;\t";

    private final Reader source;
    private final RowBounds bounds;
    private final char separator;
    private char[] buffer;
    private int start;
    private int end;
    private boolean exhausted;
    private long number;

    public CsvRows(Reader source, RowBounds bounds) throws IOException {
        this.source = source;
        this.bounds = bounds;
        this.buffer = new char[1 << 16];
        if (has(0) && at(0) == '\uFEFF') {
            start++;
        }
        this.separator = separatorOfFirstLine();
    }

    /** What parts the cells of this file. */
    public char separator() {
        return separator;
    }

    private char separatorOfFirstLine() throws IOException {
        int position = 0;
        while (has(position) && isLineBreak(at(position))) {
            position++;
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (; has(position) && position < bounds.longestRow() && (quoted || !isLineBreak(at(position))); position++) {
            char c = at(position);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (!has(0)) {
            return null;
        }
        number++;
        List<String> cells = new ArrayList<>();
        int cellStart = 0;
        while (true) {
            boolean quoted = has(cellStart) && at(cellStart) == '"';
            int cellEnd = quoted ? endOfQuoted(cellStart) : endOfPlain(cellStart);
            if (cellEnd == STRAY_QUOTE) {
                return strayQuote();
            }
            if (cellEnd == TOO_LONG) {
                return tooLong(cells, quoted ? cellStart + 1 : cellStart, RowDefect.FIELD_TOO_LONG);
            }
            cells.add(quoted ? text(cellStart + 1, cellEnd).replace("\"\"", "\"") : text(cellStart, cellEnd));
            int after = quoted ? afterBlanks(cellEnd + 1) : cellEnd;
            if (!has(after)) {
                start += after;
                return new Row(number, cells, null);
            }
            if (isLineBreak(at(after))) {
                endRow(after);
                return new Row(number, cells, null);
            }
            if (at(after) != separator) {
                return strayQuote();
            }
            cellStart = after + 1;
            if (cellStart > bounds.longestRow() || cells.size() >= bounds.mostCells()) {
                return tooLong(cells, cellStart, RowDefect.ROW_TOO_LONG);
            }
        }
    }

    /** Where the closing mark of a quoted cell stands. */
    private int endOfQuoted(int opening) throws IOException {
        int position = opening + 1;
        while (has(position)) {
            if (at(position) == '"') {
                if (!has(position + 1) || at(position + 1) != '"') {
                    return position;
                }
                position++;
            }
            position++;
            if (position - opening > bounds.longestCell() + 2) {
                return containsLineBreak(position) ? STRAY_QUOTE : TOO_LONG;
            }
        }
        return STRAY_QUOTE;
    }

    private int endOfPlain(int cellStart) throws IOException {
        int position = cellStart;
        while (has(position) && at(position) != separator && !isLineBreak(at(position))) {
            position++;
            if (position - cellStart > bounds.longestCell()) {
                return TOO_LONG;
            }
        }
        return position;
    }

    private int afterBlanks(int from) throws IOException {
        int position = from;
        while (has(position) && (at(position) == ' ' || (at(position) == '\t' && separator != '\t'))) {
            position++;
        }
        return position;
    }

    /** The physical line alone is spoilt: its cells are told apart by the separators, whatever the marks say. */
    private Row strayQuote() throws IOException {
        List<String> cells = new ArrayList<>();
        int position = 0;
        int cellStart = 0;
        while (has(position) && !isLineBreak(at(position))) {
            if (at(position) == separator && cells.size() < bounds.mostCells()) {
                cells.add(text(cellStart, position));
                cellStart = position + 1;
            }
            position++;
            if (position - cellStart > bounds.longestCell() || position > bounds.longestRow()) {
                return tooLong(cells, cellStart, RowDefect.FIELD_TOO_LONG);
            }
        }
        cells.add(text(cellStart, position));
        String line = text(0, position);
        if (has(position)) {
            endRow(position);
        } else {
            start += position;
        }
        return Row.defective(number, cells, RowDefect.QUOTE, line);
    }

    /** Keeps the beginning of what is too long, and of the row as much as a row may have; passes over the rest of the line. */
    private Row tooLong(List<String> cells, int cellStart, RowDefect defect) throws IOException {
        int cut = cellStart;
        while (cut < cellStart + CUT && has(cut) && !isLineBreak(at(cut))) {
            cut++;
        }
        cells.add(Surrogates.paired(text(cellStart, cut)) + "…");
        StringBuilder line = new StringBuilder(text(0, Math.min(cut, bounds.longestRow())));
        start += cut;
        while (has(0) && !isLineBreak(at(0))) {
            if (line.length() < bounds.longestRow()) {
                line.append(at(0));
            }
            start++;
        }
        if (line.length() >= bounds.longestRow()) {
            line.append('…');
        }
        if (has(0)) {
            endRow(0);
        }
        return Row.defective(number, cells, defect, Surrogates.paired(line.toString()));
    }

    private void endRow(int position) throws IOException {
        boolean pair = at(position) == '\r' && has(position + 1) && at(position + 1) == '\n';
        start += position + (pair ? 2 : 1);
    }

    private boolean containsLineBreak(int until) {
        for (int i = 0; i < until; i++) {
            if (isLineBreak(at(i))) {
                return true;
            }
        }
        return false;
    }

    private String text(int from, int to) {
        return new String(buffer, start + from, to - from);
    }

    private char at(int offset) {
        return buffer[start + offset];
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Whether there is a character so far from the row's start; reads on as needed. */
    private boolean has(int offset) throws IOException {
        while (start + offset >= end) {
            if (exhausted) {
                return false;
            }
            makeRoom();
            int read = source.read(buffer, end, buffer.length - end);
            if (read < 0) {
                exhausted = true;
            } else {
                end += read;
            }
        }
        return true;
    }

    private void makeRoom() {
        if (end < buffer.length) {
            return;
        }
        char[] target = start > buffer.length / 2 ? buffer : new char[buffer.length * 2];
        System.arraycopy(buffer, start, target, 0, end - start);
        buffer = target;
        end -= start;
        start = 0;
    }
}
