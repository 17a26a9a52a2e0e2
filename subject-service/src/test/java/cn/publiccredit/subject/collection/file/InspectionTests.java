package cn.publiccredit.subject.collection.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class InspectionTests {

    private static final String TEXT = "企业名称,住所\n㐂𠮷食品（合肥）有限公司,瑶海区\n";

    @Test
    void tellsUtf8FromGb18030WhateverPiecesTheBytesComeIn() {
        for (int piece : new int[] {1, 2, 3, 7, 1000}) {
            assertThat(finding(TEXT.getBytes(StandardCharsets.UTF_8), piece).encoding()).isEqualTo(Encoding.UTF_8);
            assertThat(finding(TEXT.getBytes(Encoding.GB18030.charset()), piece).encoding())
                    .isEqualTo(Encoding.GB18030);
            assertThat(finding(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), piece).encoding())
                    .isEqualTo(Encoding.UTF_8);
        }
    }

    @Test
    void plainAsciiIsUtf8() {
        assertThat(finding("a,b\n".getBytes(StandardCharsets.US_ASCII), 1).encoding()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void refusesUtf16AndUtf32WithAndWithoutMark() {
        for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
            byte[] bytes = "XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM\n甲,乙,丙".getBytes(Charset.forName(charset));
            assertThat(finding(bytes, 5).defect()).as(charset).isIn(FileDefect.UTF_16, FileDefect.NUL_BYTES);
        }
        assertThat(finding("XK_XDR_MC,XK_XDR_LB".getBytes(StandardCharsets.UTF_16LE), 9).defect())
                .isEqualTo(FileDefect.UTF_16);
        assertThat(finding("\uFEFF企业".getBytes(StandardCharsets.UTF_16LE), 9).defect()).isEqualTo(FileDefect.UTF_16);
    }

    @Test
    void refusesArchivesWithoutUnpackingThem() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(new byte[1000]);
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(new byte[1000]);
        }
        assertThat(finding(zip.toByteArray(), 100).defect()).isEqualTo(FileDefect.PACKED);
        assertThat(finding(gzip.toByteArray(), 100).defect()).isEqualTo(FileDefect.PACKED);
    }

    @Test
    void refusesNulBytesAnywhere() {
        byte[] bytes = (TEXT.repeat(1000) + "a\0b\n").getBytes(StandardCharsets.UTF_8);
        assertThat(finding(bytes, 4096).defect()).isEqualTo(FileDefect.NUL_BYTES);
    }

    @Test
    void refusesEmptinessInAllItsForms() {
        assertThat(finding(new byte[0], 1).defect()).isEqualTo(FileDefect.EMPTY);
        assertThat(finding(" \r\n\t\n".getBytes(StandardCharsets.US_ASCII), 2).defect()).isEqualTo(FileDefect.EMPTY);
        assertThat(finding("\uFEFF".getBytes(StandardCharsets.UTF_8), 2).defect()).isEqualTo(FileDefect.EMPTY);
    }

    @Test
    void aDamagedUtf8FileIsNotTakenForGb18030() {
        byte[] good = TEXT.repeat(3).getBytes(StandardCharsets.UTF_8);
        byte[] damaged = new byte[good.length - 1];
        System.arraycopy(good, 0, damaged, 0, good.length - 7);
        System.arraycopy(good, good.length - 6, damaged, good.length - 7, 6);
        assertThat(finding(damaged, 10).defect()).isEqualTo(FileDefect.ENCODING);
    }

    @Test
    void randomBytesWithoutNulAreNoText() {
        byte[] rubbish = new byte[100_000];
        new Random(1).nextBytes(rubbish);
        for (int i = 0; i < rubbish.length; i++) {
            rubbish[i] = rubbish[i] == 0 ? 1 : rubbish[i];
        }
        assertThat(finding(rubbish, 1000).defect()).isEqualTo(FileDefect.ENCODING);
        assertThat(finding(rubbish, 1000).defectLine()).as("no line is to blame").isNull();
    }

    private static Inspection.Finding finding(byte[] bytes, int piece) {
        Inspection inspection = new Inspection();
        for (int at = 0; at < bytes.length; at += piece) {
            byte[] next = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece));
            inspection.feed(next, next.length);
        }
        return inspection.finish();
    }

    @Test
    void aLineOfUtf8WithinGb18030IsFoundAndNamed() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("名称,住所\n合肥样例食品有限公司,瑶海区\n".getBytes(Encoding.GB18030.charset()));
        mixed.write("合肥样例商贸（集团）有限公司,包河区样例路1号\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("合肥样例酒业有限公司,蜀山区\n".getBytes(Encoding.GB18030.charset()));
        for (int piece : new int[] {1, 2, 3, 7, 1000}) {
            assertThat(finding(mixed.toByteArray(), piece).defect()).isEqualTo(FileDefect.ENCODING);
            assertThat(finding(mixed.toByteArray(), piece).defectLine()).isEqualTo(3);
        }
    }

    @Test
    void theFirstLineOfAnotherEncodingIsNamedWhicheverComesFirst() throws IOException {
        Charset gb18030 = Encoding.GB18030.charset();
        byte[] chinese = "合肥样例食品有限公司,瑶海区\n".repeat(20).getBytes(StandardCharsets.UTF_8);
        assertBrokenIn(21, joined(chinese, "样例酒业,蜀山区\n".getBytes(gb18030)));
        assertBrokenIn(20, joined(Arrays.copyOf(chinese, chinese.length - 5), "\n甲\n".getBytes(StandardCharsets.UTF_8)));
        byte[] national = "合肥样例食品有限公司,瑶海区\n".repeat(20).getBytes(gb18030);
        assertBrokenIn(21, joined(national, new byte[] {(byte) 0xB0, (byte) 0xFF, '\n'}));
        assertBrokenIn(21, joined(national, "样例商贸,包河区\n".getBytes(StandardCharsets.UTF_8)));
        byte[] cut = ("合肥样例食品有限公司\n".repeat(20) + "甲").getBytes(gb18030);
        assertBrokenIn(21, Arrays.copyOf(cut, cut.length - 1));
    }

    private static void assertBrokenIn(long line, byte[] file) {
        for (int piece : new int[] {1, 7, 1000, 100_000}) {
            assertThat(finding(file, piece).defect()).isEqualTo(FileDefect.ENCODING);
            assertThat(finding(file, piece).defectLine()).as("in pieces of %s", piece).isEqualTo(line);
        }
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    @Test
    void textInGb18030ThatWouldPassForAFewCharactersOfUtf8IsLeftAlone() {
        // "濠广" in GB18030 is E5 A9 B9 E3, "濠广场" is E5 A9 B9 E3 B3 A1: two characters in UTF-8.
        Inspection.Finding found = finding("名称\n濠广场\n濠广场有限公司\n".getBytes(Encoding.GB18030.charset()), 5);
        assertThat(found.defect()).isNull();
        assertThat(found.encoding()).isEqualTo(Encoding.GB18030);
    }
}
