package cn.publiccredit.subject.collection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.xlsx.Zips;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FileInspectionTests {

    private static final InflationBounds BOUNDS = new InflationBounds(256 << 20, 250);
    private static final String CSV = "企业名称,住所\n甲,乙\n";

    @Test
    void filesAreToldApartByTheirContentPackedOrNot() throws IOException {
        byte[] json = " \n{\"企业名称\":\"甲\"}\n".getBytes(StandardCharsets.UTF_8);
        byte[] workbook = Zips.zip(Zips.workbook("<row/>"));
        assertThat(finding(utf8(CSV)).format()).isEqualTo(FileFormat.CSV);
        assertThat(finding(json).format()).isEqualTo(FileFormat.NDJSON);
        assertThat(finding(workbook).format()).isEqualTo(FileFormat.XLSX);
        for (byte[] file : new byte[][] {utf8(CSV), json, workbook}) {
            FileInspection.Finding packed = finding(gzip(file));
            assertThat(packed.gzip()).isTrue();
            assertThat(packed.defect()).isNull();
            assertThat(packed.format()).isEqualTo(finding(file).format());
        }
        assertThat(finding(gzip(CSV.getBytes(Encoding.GB18030.charset()))).encoding()).isEqualTo(Encoding.GB18030);
    }

    @Test
    void whatCannotBeReadIsToldByName() throws IOException {
        assertDefect(FileDefect.EMPTY, new byte[0]);
        assertDefect(FileDefect.EMPTY, gzip(new byte[0]));
        assertDefect(FileDefect.NUL_BYTES, gzip(utf8("甲\0乙,丙\n")));
        assertDefect(FileDefect.UTF_16, gzip(CSV.getBytes(StandardCharsets.UTF_16)));
        assertDefect(FileDefect.PACKED, gzip(gzip(utf8(CSV))));
        assertDefect(FileDefect.JSON_ARRAY, utf8("[\n {\"a\":1}\n]"));
        assertDefect(FileDefect.OLD_WORKBOOK, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4, 5});
        assertDefect(FileDefect.PACKED, Zips.zip(Map.of("a.csv", CSV)));
        assertDefect(FileDefect.PACKED, Zips.zip(Map.of("[Content_Types].xml", "<Types/>")));
        byte[] packed = gzip(utf8(CSV.repeat(5000)));
        assertDefect(FileDefect.GZIP, Arrays.copyOf(packed, packed.length / 2));
        assertDefect(FileDefect.GZIP, new byte[] {0x1F, (byte) 0x8B, 9, 9, 9});
        byte[] workbook = Zips.zip(Zips.workbook("<row/>".repeat(5000)));
        assertDefect(FileDefect.WORKBOOK, Arrays.copyOf(workbook, workbook.length / 2));
        assertDefect(FileDefect.WORKBOOK, utf8("PK and then something else"));
    }

    @Test
    void workbooksWithMacrosAreRefusedHoweverTheyAreHidden() {
        Map<String, String> withCode = Zips.workbook("");
        withCode.put("xl/vbaProject.bin", "code");
        assertDefect(FileDefect.MACROS, Zips.zip(withCode));
        Map<String, String> named = Zips.workbook("");
        named.put("[Content_Types].xml", "<Types><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>");
        assertDefect(FileDefect.MACROS, Zips.zip(named));
        Map<String, String> old = Zips.workbook("");
        old.put("xl/macrosheets/sheet1.xml", "");
        assertDefect(FileDefect.MACROS, Zips.zip(old));
    }

    @Test
    void bombsAreStoppedBeforeTheyGrow() throws IOException {
        byte[] blanks = new byte[64 << 20];
        Arrays.fill(blanks, (byte) ' ');
        assertDefect(FileDefect.BOMB, gzip(blanks));
        assertDefect(FileDefect.BOMB, Zips.bomb(64));
        assertDefect(FileDefect.BOMB, gzip(Zips.bomb(64)));
        Map<String, String> many = Zips.workbook("");
        for (int i = 0; i < 3000; i++) {
            many.put("xl/media/" + i, "");
        }
        assertDefect(FileDefect.BOMB, Zips.zip(many));
        byte[] ordinary = gzip(utf8("皖市监处罚〔2026〕号,罚款五千元\n".repeat(300_000)));
        assertThat(finding(ordinary).defect()).as("ordinary repetitive files are no bombs").isNull();
    }

    private static void assertDefect(FileDefect defect, byte[] file) {
        try {
            assertThat(finding(file).defect()).isEqualTo(defect);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FileInspection.Finding finding(byte[] file) throws IOException {
        return new FileInspection(BOUNDS, () -> file.length).of(new ByteArrayInputStream(file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
