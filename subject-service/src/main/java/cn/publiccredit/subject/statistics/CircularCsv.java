package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.record.CodeFinding.Kind;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A circular as CSV for spreadsheets: UTF-8 with a byte order mark, Chinese titles. */
final class CircularCsv {

    static final List<String> TITLES = List.of("月份", "层级", "行政区划", "来源单位代码", "来源单位", "事项代码", "事项", "文件数", "失败文件数",
            "收到", "接收", "更新", "重复", "退回", "合规率", "按时", "迟报", "无法判定", "及时率", "已归集事项数", "目录覆盖率", "错码", "重码", "占位代码",
            "一码多名", "一名多码", "重错码率（万分之）", "通报范围");

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private CircularCsv() {}

    static String of(Circular circular) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(TITLES);
            csv.writeRecord(cells(circular, "合计", new Circular.Line(
                    circular.source(), circular.source() == null ? null : circular.whose(), circular.division(), null, null,
                    circular.total(), false)));
            circular.cities().forEach(line -> csv.writeRecord(cells(circular, "地市（含县区）", line)));
            circular.divisions().forEach(line -> csv.writeRecord(cells(circular, "行政区划", line)));
            circular.sources().forEach(line -> csv.writeRecord(cells(circular, "来源单位", line)));
            circular.rows().forEach(line -> csv.writeRecord(cells(circular, "事项", line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(Circular circular, String level, Circular.Line line) {
        Figures.View f = line.figures();
        List<String> cells = new ArrayList<>(List.of(circular.month().toString(), level, text(line.division()),
                text(line.source()), text(line.sourceName()), text(line.item()), text(line.itemName())));
        for (long number : new long[] {f.files(), f.failedFiles(), f.received(), f.accepted(), f.updated(), f.duplicate(),
            f.rejected()}) {
            cells.add(Long.toString(number));
        }
        cells.addAll(List.of(text(f.compliance()), Long.toString(f.onTime()), Long.toString(f.late()),
                Long.toString(f.undetermined()), text(f.timeliness()), Integer.toString(f.itemsSupplied()),
                text(f.coverage())));
        for (Kind kind : Kind.values()) {
            cells.add(Long.toString(f.codeFindings().getOrDefault(kind, 0L)));
        }
        cells.add(text(f.codeErrorsInTenThousand()));
        cells.add(text(circular.whose()));
        return cells;
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    // A spreadsheet would run what begins like a formula.
    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
