package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.CsvRows;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.AnyStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@AnyStore
class BadFilesIT extends CollectionFixture {

    private static final String LINE = Penalty.row().number(2001).line();

    private long records;

    @BeforeEach
    void countRecords() {
        records = records();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("empty", new byte[0], "没有内容"),
                Arguments.of("empty", " \r\n \r\n".getBytes(StandardCharsets.UTF_8), "没有内容"),
                Arguments.of("no-rows", utf8(Penalty.header() + "\r\n,,,\r\n"), "只有表头"),
                Arguments.of("utf-16", (Penalty.header() + LINE).getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("utf-16", (Penalty.header() + LINE).getBytes(StandardCharsets.UTF_16LE), "UTF-16"),
                Arguments.of("nul-bytes", utf8(Penalty.header() + LINE + "甲\0乙"), "NUL"),
                Arguments.of("encoding", (Penalty.header() + "Café,Société\n")
                .getBytes(StandardCharsets.ISO_8859_1), "GB18030"),
                Arguments.of("encoding", utf8(Penalty.header() + LINE + "\u0080", 1), "损坏"),
                Arguments.of("encoding", mixed(), "见第 3 行"),
                Arguments.of("unknown-column", utf8(Penalty.header().replace("BZ", "备注,老板,电话") + LINE), "“老板”、“电话”"),
                Arguments.of("missing-column", utf8(Penalty.header().replace("CF_WSH,", "")
                .replace("CF_SY,", "") + LINE),
                        "违法事实（CF_SY）"),
                Arguments.of("duplicate-column", utf8(Penalty.header().replace("BZ", "BZ,备注") + LINE), "备注（BZ）"),
                Arguments.of("unknown-column", utf8(Penalty.header().replace(',', '|') + LINE), "英文逗号"),
                Arguments.of("unknown-column", utf8("<html><body>请先登录</body></html>\n"), "应有的列"),
                Arguments.of("header", utf8("CF_XDR_MC,\"CF_XDR_LB\n" + LINE), "表头无法读取"));
    }

    private static byte[] mixed() {
        byte[] one = (Penalty.header() + LINE).getBytes(Encoding.GB18030.charset());
        byte[] two = LINE.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("files")
    void aFileThatCannotBeReadFailsWithAReasonAndStoresNothing(String code, byte[] file, String words) {
        Answer batch = collected("CF", file);
        assertThat(batch.at("/state")).isEqualTo("FAILED");
        assertThat(batch.at("/failure/code")).isEqualTo(code);
        assertThat(batch.at("/failure/message")).contains(words).endsWith("。");
        assertThat(counts(batch)).isEqualTo("0 0 0 0 0");
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void fiftyMegabytesOfRubbishFailInBoundedMemoryAndAreNotKept() throws Exception {
        byte[] rubbish = new byte[50 << 20];
        new Random(7).nextBytes(rubbish);
        long pieces = mongo.getCollection("batchChunks").countDocuments();
        Answer batch;
        try (HeapWatch heap = new HeapWatch()) {
            batch = streamed(rubbish);
            assertThat(heap.grownBy()).as("MiB of heap").isLessThan(32);
        }
        assertThat(batch.at("/failure/code")).isEqualTo("nul-bytes");
        assertThat(batch.at("/bytes")).isEqualTo(Integer.toString(rubbish.length));
        assertThat(mongo.getCollection("batchChunks").countDocuments()).isEqualTo(pieces);
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void fiftyMegabytesOfReadableRubbishFailByTheirHeader() {
        byte[] rubbish = utf8("乱七八糟的内容，没有一行是数据\n".repeat(1_200_000));
        Answer batch = collected("CF", rubbish);
        assertThat(batch.at("/failure/code")).isEqualTo("unknown-column");
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void aZipBombIsNotUnpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("CF.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        try (HeapWatch heap = new HeapWatch()) {
            Answer batch = finished(department().with("Content-Disposition", "attachment; filename=CF.csv")
                    .post(BATCHES + "?item=CF", "text/csv", bomb.toByteArray()).expect(202).header("Location"));
            assertThat(batch.at("/failure/code")).isEqualTo("packed");
            assertThat(heap.grownBy()).as("MiB of heap").isLessThan(32);
        }
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void aCellOfTenMegabytesCostsItsRowAndNoMore() throws Exception {
        for (String mark : List.of("", "\"")) {
            String huge = mark + "字".repeat(3_500_000) + mark;
            String file = Penalty.header() + Penalty.row().number(2101).line()
                    + Penalty.row().number(2102).line().replace("罚款5000元", huge) + Penalty.row().number(2103).line();
            try (HeapWatch heap = new HeapWatch()) {
                Answer batch = streamed(utf8(file));
                assertThat(batch.at("/counts/rejected")).isEqualTo("1");
                assertThat(batch.at("/counts/received")).isEqualTo("3");
                Answer rejects = rejects(batch);
                assertThat(rejects.text()).contains("field-too-long");
                // Given back whole, as far as a row may be long: a million characters.
                assertThat(rejects.bytes().length).isLessThan(4 << 20);
                // The file itself, kept in pieces, lies in the embedded store's memory, which is this process's.
                assertThat(heap.grownBy()).as("MiB of heap").isLessThan(64);
            }
        }
    }

    @Test
    void strayQuotationMarksAndRaggedRowsCostTheirOwnRowOnly() {
        String file = Penalty.header() + Penalty.row().number(2201).line()
                + Penalty.row().number(2202).line().replace("罚款5000元", "\"罚款5000元")
                + "只有,三个,单元格\r\n" + Penalty.row().number(2203).line();
        Answer batch = collected("CF", file);
        assertThat(counts(batch)).isEqualTo("4 2 0 0 2");
        assertThat(rejects(batch).text()).contains("stray-quote", "cell-count", "整行");
    }

    @Test
    void formulasAreRejectedAndNothingOfThemIsStored() {
        String file = Penalty.header() + Penalty.row().number(2301).with("CF_XDR_MC", "=cmd|' /C calc'!A0").line()
                + Penalty.row().number(2302).with("BZ", "@SUM(1+1)*cmd|' /C calc'!A0").line()
                + Penalty.row().number(2303).with("BZ", "-2+3+cmd").line();
        Answer batch = collected("CF", file);
        assertThat(counts(batch)).isEqualTo("3 1 0 0 2");
        assertThat(rejects(batch).text()).contains("'=cmd", "'@SUM", "formula").doesNotContain(",=cmd", ",@SUM");
    }

    @Test
    void aLargeFileIsReadInBoundedMemory() throws Exception {
        byte[] line = utf8(Penalty.row().line());
        InputStream endless = new InputStream() {
            private long left = 150L << 20;
            private int at;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int read = (int) Math.min(Math.min(length, line.length - at), left);
                System.arraycopy(line, at, target, offset, read);
                at = (at + read) % line.length;
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        try (HeapWatch heap = new HeapWatch();
                InputStreamReader reader = new InputStreamReader(endless, Encoding.UTF_8.charset())) {
            CsvRows rows = new CsvRows(reader, new RowBounds(1 << 16, 1 << 20, 500));
            long read = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read++;
            }
            assertThat(read).isGreaterThan(300_000);
            assertThat(heap.grownBy()).as("MiB of heap").isLessThan(16);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Uploads without the test client's own copy of the bytes, which would be measured, too. */
    private Answer streamed(byte[] file) {
        return finished(department().with("Content-Type", "text/csv")
                .send("POST", BATCHES + "?item=CF", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))
                .expect(202).header("Location"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the last bytes, so that the last character is cut. */
    private static byte[] utf8(String text, int cut) {
        byte[] whole = utf8(text);
        return Arrays.copyOf(whole, whole.length - cut);
    }
}
