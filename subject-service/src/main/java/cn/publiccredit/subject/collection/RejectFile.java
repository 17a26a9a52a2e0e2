package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.Spreadsheets;
import cn.publiccredit.subject.collection.file.xlsx.Escapes;
import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Header;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A batch's rejects as a file that can be corrected in a spreadsheet and uploaded again as it is: the file's own
 * columns, and four that say what is wrong.
 */
final class RejectFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SHEET = "退回";
    private static final int ROWS_IN_MEMORY = 500;

    /** A row may have a million of them. */
    private static final int CHARACTERS_IN_MEMORY = 1 << 20;

    /** Characters that a cell of a sheet may hold; with more the workbook counts as damaged. */
    private static final int LONGEST_CELL = 32_767;

    /** A sheet holds no more rows below its header; a batch with more rejects gives them out as CSV only. */
    static final int MOST_IN_A_SHEET = 1_048_575;

    private final List<Integer> own = new ArrayList<>();
    private final List<String> titles;
    private final boolean english;
    private final boolean wholeRows;

    /**
     * A file to be written.
     *
     * @param english whether the reasons are told in English, too, in a column behind the Chinese ones
     * @param wholeRows whether the last column holds all of a row that could not be taken apart
     */
    RejectFile(List<String> titles, boolean english, boolean wholeRows) {
        this.titles = titles;
        this.english = english;
        this.wholeRows = wholeRows;
        for (int i = 0; i < titles.size(); i++) {
            if (!Header.PASSED_OVER.contains(titles.get(i).strip())) {
                own.add(i);
            }
        }
    }

    void writeCsv(Stream<Reject> rejects, Encoding encoding, OutputStream target) throws IOException {
        Writer text = new OutputStreamWriter(target, encoding.charset());
        if (encoding == Encoding.UTF_8) {
            text.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(head());
        for (Iterator<Reject> each = rejects.iterator(); each.hasNext(); ) {
            csv.writeRecord(record(each.next(), Spreadsheets::harmless));
        }
        csv.flush();
    }

    /** All cells are texts, which no spreadsheet runs. */
    void writeXlsx(Stream<Reject> rejects, OutputStream target) throws IOException {
        try (Workbook workbook = new Workbook(target, "credit", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            write(sheet, 0, head());
            int row = 1;
            long characters = 0;
            for (Iterator<Reject> each = rejects.iterator(); each.hasNext(); row++) {
                characters += write(sheet, row, record(each.next(), Function.identity()));
                if (row % ROWS_IN_MEMORY == 0 || characters >= CHARACTERS_IN_MEMORY) {
                    sheet.flush();
                    characters = 0;
                }
            }
        }
    }

    /** @return how many characters it wrote */
    private static long write(Worksheet sheet, int row, List<String> cells) {
        long characters = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                String text = Escapes.written(fitting(cells.get(i)));
                sheet.inlineString(row, i, text);
                characters += text.length();
            }
        }
        return characters;
    }

    // A longer one is no value that any column takes; the row says so.
    private static String fitting(String cell) {
        if (cell.length() <= LONGEST_CELL) {
            return cell;
        }
        int end = Character.isHighSurrogate(cell.charAt(LONGEST_CELL - 2)) ? LONGEST_CELL - 2 : LONGEST_CELL - 1;
        return cell.substring(0, end) + "…";
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(own.stream().map(titles::get).toList());
        head.addAll(Header.REJECT_TITLES);
        if (english) {
            head.add(Header.ENGLISH_REJECT_TITLE);
        }
        if (wholeRows) {
            head.add(Header.WHOLE_ROW_TITLE);
        }
        return head;
    }

    private List<String> record(Reject reject, Function<String, String> safe) {
        List<String> record = new ArrayList<>(own.size() + Header.REJECT_TITLES.size() + 2);
        for (int cell : own) {
            record.add(cell < reject.cells().size() ? safe.apply(reject.cells().get(cell)) : "");
        }
        record.add(Long.toString(reject.row()));
        record.add(joined(reject, RejectFile::column, "；"));
        record.add(joined(reject, BrokenRule::rule, "；"));
        record.add(joined(reject, BrokenRule::message, "；") + "。");
        if (english) {
            record.add(joined(reject, BrokenRule::english, ". ") + ".");
        }
        if (wholeRows) {
            record.add(safe.apply(wholeRow(reject)));
        }
        return record;
    }

    private String wholeRow(Reject reject) {
        String text = reject.text();
        if (text != null) {
            return text;
        }
        return reject.cells().size() > titles.size() ? String.join(",", reject.cells()) : "";
    }

    private static String column(BrokenRule rule) {
        return rule.column().isEmpty() ? "整行" : rule.name() + "（" + rule.column() + "）";
    }

    private static String joined(Reject reject, Function<BrokenRule, String> part, String between) {
        return reject.rules().stream().map(part).distinct().collect(Collectors.joining(between));
    }
}
