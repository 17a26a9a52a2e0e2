package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.Spreadsheets;
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

/**
 * A batch's rejects as a file that can be corrected in a spreadsheet and uploaded again as it is: the file's own
 * columns, and four that say what is wrong.
 */
final class RejectFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Integer> own = new ArrayList<>();
    private final List<String> titles;

    RejectFile(List<String> titles) {
        this.titles = titles;
        for (int i = 0; i < titles.size(); i++) {
            if (!Header.REJECT_TITLES.contains(titles.get(i).strip())) {
                own.add(i);
            }
        }
    }

    void write(Stream<Reject> rejects, Encoding encoding, OutputStream target) throws IOException {
        Writer text = new OutputStreamWriter(target, encoding.charset());
        if (encoding == Encoding.UTF_8) {
            text.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> head = new ArrayList<>(own.stream().map(titles::get).toList());
        head.addAll(Header.REJECT_TITLES);
        csv.writeRecord(head);
        for (Iterator<Reject> each = rejects.iterator(); each.hasNext(); ) {
            csv.writeRecord(record(each.next()));
        }
        csv.flush();
    }

    private List<String> record(Reject reject) {
        List<String> record = new ArrayList<>(own.size() + Header.REJECT_TITLES.size());
        for (int cell : own) {
            record.add(cell < reject.cells().size() ? Spreadsheets.harmless(reject.cells().get(cell)) : "");
        }
        record.add(Long.toString(reject.row()));
        record.add(joined(reject, RejectFile::column, "；"));
        record.add(joined(reject, BrokenRule::rule, "；"));
        record.add(joined(reject, BrokenRule::message, "；") + "。");
        return record;
    }

    private static String column(BrokenRule rule) {
        return rule.column().isEmpty() ? "整行" : rule.name() + "（" + rule.column() + "）";
    }

    private static String joined(Reject reject, Function<BrokenRule, String> part, String between) {
        return reject.rules().stream().map(part).distinct().collect(Collectors.joining(between));
    }
}
