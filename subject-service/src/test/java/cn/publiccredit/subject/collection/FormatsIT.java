package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.xlsx.Zips;
import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.AnyStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows in every format fare the same. */
@AnyStore
class FormatsIT extends CollectionFixture {

    private static final String NDJSON = "application/x-ndjson";

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void workbooksAndNdjsonAreWorkedOffRowByRowAsCsvIsEvenWhenTheWorkerDies(long seed) {
        GeneratedFile workbook = new GeneratedFile(seed, 300);
        intake.diesSoOften(4, seed);
        Answer first = collectedAs(Workbooks.TYPE, workbook.workbook());
        assertThat(counts(first)).isEqualTo(workbook.counts());
        assertThat(first.at("/format")).isEqualTo("XLSX");
        assertThat(first.at("/encoding")).isEmpty();
        assertThat(first.at("/progress/total")).isEqualTo(first.at("/progress/done"));

        GeneratedFile lines = new GeneratedFile(seed, 300);
        intake.diesSoOften(4, seed + 1);
        Answer second = collectedAs(NDJSON, lines.ndjson().getBytes(StandardCharsets.UTF_8));
        assertThat(counts(second)).isEqualTo(lines.counts());
        assertThat(second.at("/format")).isEqualTo("NDJSON");
    }

    @Test
    void aRowIsTheSameRecordWhicheverFormatItComesIn() {
        Penalty row = Penalty.row().number(4101);
        assertThat(counts(collected("CF", Penalty.header() + row.line()))).isEqualTo("1 1 0 0 0");
        assertThat(counts(collectedAs(Workbooks.TYPE, Workbooks.of(row)))).isEqualTo("1 0 0 1 0");
        assertThat(counts(collectedAs(NDJSON, ndjson(row)))).isEqualTo("1 0 0 1 0");
        assertThat(counts(collectedAs("application/gzip", gzip(Workbooks.of(row))))).isEqualTo("1 0 0 1 0");
        String semicolons = (Penalty.header() + row.line()).replace(';', '；').replace(',', ';');
        assertThat(counts(collected("CF", semicolons))).isEqualTo("1 0 0 1 0");
        assertThat(counts(collected("CF", (Penalty.header() + row.line()).replace(',', '\t')))).isEqualTo("1 0 0 1 0");
    }

    @Test
    void columnsByCodeNameOrAliasInAnyOrderInEveryFormat() {
        Random random = new Random(7);
        for (int round = 0; round < 3; round++) {
            Penalty row = Penalty.row().number(4120 + round);
            List<Column> columns = new ArrayList<>(Items.item("CF").columns());
            Collections.shuffle(columns, random);
            List<String> titles = columns.stream().map(c -> title(c, random)).toList();
            List<String> cells = columns.stream().map(c -> row.cells().get(Penalty.codes().indexOf(c.code()))).toList();
            assertThat(counts(collectedAs(Workbooks.TYPE, Workbooks.of(List.of(titles, cells))))).isEqualTo("1 1 0 0 0");
            assertThat(counts(collected("CF", Penalty.line(titles) + Penalty.line(cells)))).isEqualTo("1 0 0 1 0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void linesOfOneFileMaySpellAColumnEachInItsOwnWayEvenWhenTheWorkerDies(int deaths) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String line = new String(ndjson(Penalty.row().number(4200 + 200 * deaths + i)), StandardCharsets.UTF_8);
            lines.append(i % 2 == 0 ? line : line.replace("\"CF_WSH\"", "\"行政处罚决定书文号\"")).append('\n');
        }
        String both = new String(ndjson(Penalty.row().number(4199)), StandardCharsets.UTF_8);
        lines.append(both.replace("{", "{\"行政处罚决定书文号\":\"另一号\","));
        intake.diesSoOften(deaths, 7);
        Answer batch = collectedAs(NDJSON, lines.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(counts(batch)).as(batch.text()).isEqualTo("121 120 0 0 1");
        assertThat(rejects(batch).text()).contains("json").doesNotContain("行政处罚决定书文号,");
    }

    private static String title(Column column, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> column.code();
            case 1 -> column.name();
            default -> column.aliases().isEmpty() ? column.name() : column.aliases().getFirst();
        };
    }

    @Test
    void gzipIsUnpackedWhetherTheRequestSaysSoOrNotAndKeptAsItCame() {
        byte[] plain = (Penalty.header() + Penalty.row().number(4140).line()).getBytes(Encoding.GB18030.charset());
        byte[] packed = gzip(plain);
        Answer batch = finished(department().with("Content-Encoding", "gzip")
                .post(BATCHES + "?item=CF", "text/csv", packed).expect(202).header("Location"));
        assertThat(counts(batch)).isEqualTo("1 1 0 0 0");
        assertThat(batch.at("/gzip")).isEqualTo("true");
        assertThat(batch.at("/encoding")).isEqualTo("GB18030");
        assertThat(batch.at("/bytes")).isEqualTo(Integer.toString(packed.length));
        assertThat(counts(collected("CF", packed))).isEqualTo("1 0 0 1 0");
    }

    @Test
    void aWrongContentTypeIsToldAndTheFileReadAsWhatItIs() {
        byte[] workbook = Workbooks.of(Penalty.row().number(4150));
        Answer batch = collectedAs("text/csv", workbook);
        assertThat(counts(batch)).isEqualTo("1 1 0 0 0");
        assertThat(warnings(batch)).containsEntry("content-type", 1L);
        assertThat(warnings(collectedAs(Workbooks.TYPE, workbook))).doesNotContainKey("content-type");
        assertThat(warnings(collectedAs("application/octet-stream", workbook))).doesNotContainKey("content-type");
    }

    static Stream<Arguments> unreadable() {
        Map<String, String> macros = Zips.workbook("");
        macros.put("xl/vbaProject.bin", "x");
        Map<String, String> hidden = Zips.workbook("");
        hidden.put("xl/workbook.xml", Zips.book("", "<sheet name='a' state='hidden' r:id='r1'/>"));
        byte[] workbook = Workbooks.of(Penalty.row());
        return Stream.of(
                Arguments.of("workbook", Arrays.copyOf(workbook, workbook.length / 2), "损坏"),
                Arguments.of("workbook", Zips.zip(Zips.workbook("<row r='2'/><row r='1'/>")), "有效"),
                Arguments.of("macros", Zips.zip(macros), "不含宏"),
                Arguments.of("no-sheet", Zips.zip(hidden), "隐藏"),
                Arguments.of("bomb", Zips.bomb(64), "压缩比"),
                Arguments.of("bomb", gzip(Zips.bomb(64)), "压缩比"),
                Arguments.of("gzip", Arrays.copyOf(gzip(workbook), 200), "gzip"),
                Arguments.of("old-workbook", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, ".xls"),
                Arguments.of("packed", Zips.zip(Map.of("word/document.xml", "<x/>")), "压缩包"),
                Arguments.of("empty", Zips.zip(Zips.workbook("")), "没有内容"),
                Arguments.of("no-rows", Workbooks.of(), "只有表头"),
                Arguments.of("unknown-column", Workbooks.of(List.of(List.of("老板", "电话"), List.of("甲", "乙"))), "（第 1 列）、“电话”"),
                Arguments.of("unknown-column", Workbooks.of(List.of(List.of("某市行政处罚信息公示表"), Penalty.codes())), "合并单元格"),
                Arguments.of("unknown-column", "{\"老板\":1}\n{\"电话\":2}\n".getBytes(StandardCharsets.UTF_8), "（第 1 列）、“电话”"),
                Arguments.of("missing-column", "{\"BZ\":1}\n".getBytes(StandardCharsets.UTF_8), "违法事实（CF_SY）"),
                Arguments.of("json-lines", "{broken\n{\"a\"\n".getBytes(StandardCharsets.UTF_8), "每行写一个对象"),
                Arguments.of("json-lines", "{\n  \"records\": [\n    {\n      \"CF_WSH\": \"甲\"\n    }\n  ]\n}\n"
                        .getBytes(StandardCharsets.UTF_8), "分行缩进"),
                Arguments.of("json-array", "[{\"a\":1}]".getBytes(StandardCharsets.UTF_8), "每行一个"),
                Arguments.of("nul-bytes", "{\"a\":\"\0\0甲\"}".getBytes(StandardCharsets.UTF_8), "NUL"),
                Arguments.of("utf-16", "{\"a\":\"甲\"}".getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("encoding", mixed(), "见第 3 行"));
    }

    private static byte[] mixed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((Penalty.header() + Penalty.row().line()).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(Penalty.row().number(2).line().getBytes(Encoding.GB18030.charset()));
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("unreadable")
    void whatCannotBeReadFailsWithAReasonAndStoresNothing(String code, byte[] file, String words) {
        long records = records();
        Answer batch = collectedAs("application/octet-stream", file);
        assertThat(batch.at("/failure/code")).as(batch.text()).isEqualTo(code);
        assertThat(batch.at("/failure/message")).contains(words);
        assertThat(counts(batch)).isEqualTo("0 0 0 0 0");
        assertThat(records()).isEqualTo(records);
        Answer english = department().with("Accept-Language", "en").get(BATCHES + "/" + batch.at("/id")).expect(200);
        assertThat(english.at("/failure/message")).matches("(?s)[A-Z].*\\.").doesNotContain("请");
    }

    @Test
    void cellsThatOnlyASpreadsheetCanSpoilCostTheirRow() {
        Map<String, String> parts = Zips.workbook(table(
                List.of(inline(Penalty.codes().toArray(String[]::new)), spoilt("CF_SY", "<c><f>A1&amp;\"x\"</f><v>1</v></c>"),
                        spoilt("CF_XDR_SHXYM", "<c><v>340102199001011236</v></c>"),
                        spoilt("CF_NR", "<c t='e'><v>#REF!</v></c>"), spoilt("BZ", "<c t='b'><v>1</v></c>"))));
        Answer batch = collectedAs(Workbooks.TYPE, Zips.zip(parts));
        assertThat(counts(batch)).isEqualTo("4 1 0 0 3");
        assertThat(rejects(batch).text()).contains("formula", "'=A1&", "lost-digits", "文本", "cell-error", "#REF!");
    }

    @Test
    void datesComeAsNumbersAndAsTextAndAmountsWithoutNoise() {
        Map<String, String> parts = Zips.workbook(table(List.of(inline(Penalty.codes().toArray(String[]::new)),
                number(4160, "CF_JDRQ", "<c s='1'><v>46148</v></c>"),
                number(4161, "CF_JDRQ", "<c><v>46148</v></c>"),
                number(4162, "CF_JDRQ", "<c><v>20260506</v></c>"),
                number(4163, "CF_YXQ", "<c s='1'><v>73050</v></c>"),
                number(4164, "CF_NR_FK", "<c><v>7.0000000000000007E-2</v></c>"),
                number(4165, "CF_NR_FK", "<c><v>0.1234567</v></c>"),
                number(4166, "CF_NR_FK", "<c><v>-1</v></c>"),
                number(4167, "CF_JDRQ", "<c s='1'><v>72000</v></c>"),
                number(4168, "CF_JDRQ", "<c s='1'><v>0.5625</v></c>"))));
        parts.put("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy/m/d'/></numFmts>"
                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>");
        Answer batch = collectedAs(Workbooks.TYPE, Zips.zip(parts));
        assertThat(counts(batch)).as(rejects(batch).text()).isEqualTo("9 5 0 0 4");
        assertThat(warnings(batch)).containsEntry("date-serial", 1L);
        for (long row = 2; row <= 4; row++) {
            assertThat(data(batch, row)).containsEntry("CF_JDRQ", "2026-05-06");
        }
        assertThat(data(batch, 5)).containsEntry("CF_YXQ", "2099-12-31");
        assertThat(record(batch.at("/id"), 5).get("current", Document.class).get("content", Document.class)
                .getString("validTo")).as("2099/12/31 means no end").isNull();
        assertThat(data(batch, 6)).containsEntry("CF_NR_FK", "0.07");
        assertThat(rejects(batch).text()).contains("decimal-scale", "decimal-minimum", "date-in-future", "date-impossible", "只有时刻");
    }

    @Test
    void datesOfAWorkbookThatCountsFrom1904AreWhatItShowsWhetherFormattedOrNot() {
        Map<String, String> parts = Zips.workbook(table(List.of(inline(Penalty.codes().toArray(String[]::new)),
                number(4180, "CF_JDRQ", "<c s='1'><v>44686</v></c>"), number(4181, "CF_JDRQ", "<c><v>44686</v></c>"))));
        parts.put("xl/workbook.xml", Zips.book("<workbookPr date1904='1'/>", "<sheet name='a' sheetId='1' r:id='r1'/>"));
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
        Answer batch = collectedAs(Workbooks.TYPE, Zips.zip(parts));
        assertThat(counts(batch)).as(rejects(batch).text()).isEqualTo("2 2 0 0 0");
        assertThat(data(batch, 2)).containsEntry("CF_JDRQ", "2026-05-06");
        assertThat(data(batch, 3)).containsEntry("CF_JDRQ", "2026-05-06");
        assertThat(warnings(batch)).containsEntry("date-serial", 1L);
        assertThat(batch.at("/warnings")).contains("序列号").doesNotContain("1900");
    }

    @Test
    void furtherSheetsAreToldOf() {
        Map<String, String> parts = Zips.workbook(table(List.of(inline(Penalty.codes().toArray(String[]::new)),
                number(4170, "BZ", "<c t='str'><v>备</v></c>"))));
        parts.put("xl/worksheets/sheet2.xml", Zips.sheet(""));
        parts.put("xl/workbook.xml", Zips.book("", "<sheet name='a' r:id='r1'/><sheet name='b' r:id='r2'/>"));
        Answer batch = collectedAs(Workbooks.TYPE, Zips.zip(parts));
        assertThat(counts(batch)).isEqualTo("1 1 0 0 0");
        assertThat(warnings(batch)).containsEntry("other-sheets", 1L);
    }

    private Document data(Answer batch, long row) {
        return record(batch.at("/id"), row).get("current", Document.class).get("content", Document.class)
                .get("data", Document.class);
    }

    private static String spoilt(String column, String cell) {
        return number(4180 + column.length(), column, cell);
    }

    private static String number(long number, String column, String cell) {
        List<String> cells = new ArrayList<>(Penalty.row().number(number).cells().stream()
                .map(FormatsIT::inlineCell).toList());
        cells.set(Penalty.codes().indexOf(column), cell);
        return String.join("", cells);
    }

    private static String inline(String... cells) {
        return Stream.of(cells).map(FormatsIT::inlineCell).collect(Collectors.joining());
    }

    private static String inlineCell(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static String table(List<String> rows) {
        return rows.stream().map(row -> "<row>" + row + "</row>").collect(Collectors.joining());
    }

    static byte[] ndjson(Penalty row) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < Penalty.codes().size(); i++) {
            line.append(i == 0 ? "" : ",").append('"').append(Penalty.codes().get(i)).append("\":\"")
                    .append(row.cells().get(i)).append('"');
        }
        return line.append("}").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
