package cn.publiccredit.subject.collection.file.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, so that a test can have any part as odd as it likes. */
public final class Zips {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Zips() {}

    /** The parts of a workbook whose one sheet has this content of {@code sheetData}. */
    public static Map<String, String> workbook(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        parts.put("_rels/.rels", "<Relationships/>");
        parts.put("xl/workbook.xml", book("", "<sheet name='a' sheetId='1' r:id='r1'/>"));
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="r2" Type="%s/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>"""
                .formatted(RELATIONS, RELATIONS));
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    public static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    public static String book(String properties, String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'>" + properties + "<sheets>" + sheets
                + "</sheets></workbook>";
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook with one part that grows to so many MiB of blanks when it is unpacked. */
    public static byte[] bomb(int mebibytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < mebibytes; i++) {
                zip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
