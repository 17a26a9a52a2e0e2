package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.xlsx.XlsxRows;
import cn.publiccredit.subject.collection.file.xlsx.ZipParts;
import cn.publiccredit.subject.collection.file.xlsx.Zips;
import cn.publiccredit.subject.collection.judgement.Penalty;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as workbooks and as NDJSON, and workbooks as tables. */
final class Workbooks {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbooks() {}

    /** Penalties under their header, all cells as text. */
    static byte[] of(Penalty... rows) {
        List<List<String>> table = new ArrayList<>(List.of(Penalty.codes()));
        Arrays.stream(rows).map(Penalty::cells).forEach(table::add);
        return of(table);
    }

    static byte[] of(List<List<String>> table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("数据");
            for (int row = 0; row < table.size(); row++) {
                for (int cell = 0; cell < table.get(row).size(); cell++) {
                    if (!table.get(row).get(cell).isEmpty()) {
                        sheet.value(row, cell, table.get(row).get(cell));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook whose parts are zipped plainly, with these cells of its first sheet merged. */
    static byte[] merged(byte[] workbook, String range) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, xml) -> xml.replace("</sheetData>",
                "</sheetData><mergeCells><mergeCell ref='" + range + "'/></mergeCells>"));
        return Zips.zip(parts);
    }

    /** The first sheet's rows as the service reads them. */
    static List<List<String>> table(byte[] workbook) {
        var inflation = new InflationBounds(1L << 30, 250);
        var bounds = new RowBounds(1 << 16, 1 << 20, 500);
        List<List<String>> table = new ArrayList<>();
        try (var rows = XlsxRows.open(
                () -> new ZipParts(
                        new ByteArrayInputStream(workbook), inflation, () -> workbook.length), bounds)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                table.add(row.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** The rows of a CSV text whose quotation marks are in order. */
    static List<List<String>> tableOfCsv(String csv) {
        List<List<String>> table = new ArrayList<>();
        CsvReader.builder().skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(new StringReader(csv))
                .forEach(row -> table.add(row.getFields()));
        return table;
    }
}
