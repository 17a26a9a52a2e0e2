package cn.publiccredit.subject.collection.file.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxRowsTests {

    private static final RowBounds BOUNDS = new RowBounds(1000, 5000, 20);
    private static final InflationBounds INFLATION = new InflationBounds(1L << 30, 250);

    @Test
    void readsWhatASpreadsheetWroteAsPeopleSeeIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("数据");
            List<String> titles = List.of("名称", "金额", "日期", "时刻", "编号", "公式", "是");
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(0, i, titles.get(i));
            }
            sheet.value(2, 0, "合肥<样例>&\"公司\"");
            sheet.value(2, 1, 0.07);
            sheet.value(2, 2, LocalDate.of(2026, 5, 6));
            sheet.style(2, 2).format("yyyy/m/d").set();
            sheet.value(2, 3, LocalDateTime.of(2026, 5, 6, 13, 20, 5));
            sheet.style(2, 3).format("yyyy\"年\"m\"月\"d\"日\" hh:mm:ss").set();
            sheet.value(2, 4, 340102199001011236L);
            sheet.formula(2, 5, "SUM(A1:B2)");
            sheet.value(2, 6, true);
            sheet.inlineString(3, 0, "内联");
        }
        List<Row> rows = rows(bytes.toByteArray());
        assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 4L);
        assertThat(rows.get(1).cells()).containsExactly("合肥<样例>&\"公司\"", "0.07", "2026-05-06", "2026-05-06 13:20:05",
                "340102199001011000", "=SUM(A1:B2)", "TRUE");
        assertThat(rows.get(1).flaws()).isEqualTo(Map.of(4, CellFlaw.LOST_DIGITS, 5, CellFlaw.FORMULA));
        assertThat(rows.get(2).cells()).as("as long as the header").containsExactly("内联", "", "", "", "", "", "");
    }

    @Test
    void readsTextsInPiecesOfAnyFormatButNoReadingAid() throws IOException {
        Map<String, String> parts = Zips.workbook("""
                <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c>
                <c t="str"><v>值</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-05-06T00:00:00</v></c></row>""");
        parts.put("xl/sharedStrings.xml", """
                <sst><si><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></si>
                <si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si></sst>""");
        Row row = rows(Zips.zip(parts)).getFirst();
        assertThat(row.cells()).containsExactly("甲 乙", "漢字", "内联", "值", "#N/A", "2026-05-06 00:00:00");
        assertThat(row.flaws()).isEqualTo(Map.of(4, CellFlaw.ERROR));
    }

    @Test
    void charactersThatXmlCannotHoldAreReadAsTheyAreMeant() throws IOException {
        Map<String, String> parts = Zips.workbook("""
                <row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>二_x000d_\n行 _x_ _x00_</t></is></c></row>""");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>一_x005F_x000D_行_x0009_</t></si></sst>");
        assertThat(rows(Zips.zip(parts)).getFirst().cells()).containsExactly("一_x000D_行\t", "二\r\n行 _x_ _x00_");
        assertThat(Escapes.read(Escapes.written("一_x000D_\r二"))).isEqualTo("一_x000D_\r二");
    }

    @Test
    void takesTheFirstVisibleSheetAndCountsTheOthers() throws IOException {
        Map<String, String> parts = Zips.workbook(row(1, "第一"));
        parts.put("xl/worksheets/sheet2.xml", Zips.sheet(row(1, "第二")));
        parts.put("xl/workbook.xml", Zips.book("<workbookPr date1904='1'/>",
                "<sheet name='a' state='veryHidden' r:id='r1'/><sheet name='b' r:id='r2'/>"));
        assertThat(rows(Zips.zip(parts)).getFirst().cells()).containsExactly("第二");
        parts.put("xl/workbook.xml", Zips.book("", "<sheet name='a' r:id='r1'/><sheet name='b' r:id='r2'/>"));
        try (XlsxRows both = open(Zips.zip(parts))) {
            assertThat(both.others()).isEqualTo(1);
        }
        parts.put("xl/workbook.xml", Zips.book("", "<sheet name='a' state='hidden' r:id='r1'/>"));
        assertDefect(FileDefect.NO_SHEET, parts);
    }

    @Test
    void aCellBeyondTheBoundCostsItsRowWithoutBeingHeld() throws IOException {
        String rows = row(1, "甲", "乙") + row(2, "长".repeat(3_000_000), "乙") + row(3, "甲", "乙");
        List<Row> read = rows(Zips.zip(Zips.workbook(rows)));
        assertThat(read).extracting(Row::defect).containsExactly(null, RowDefect.FIELD_TOO_LONG, null);
        assertThat(read.get(1).cells().getFirst()).hasSizeLessThan(300).endsWith("…");
        assertThat(read.get(1).cells().getLast()).as("what stands behind it").isEqualTo("乙");
        Map<String, String> shared = Zips.workbook("<row><c t='s'><v>0</v></c></row>");
        shared.put("xl/sharedStrings.xml", "<sst><si><t>" + "长".repeat(3_000_000) + "</t></si></sst>");
        assertThat(rows(Zips.zip(shared)).getFirst().defect()).isEqualTo(RowDefect.FIELD_TOO_LONG);
    }

    @Test
    void aRowOfTooManyOrTooMuchCostsItself() throws IOException {
        String far = "<row r='1'><c r='A1' t='str'><v>甲</v></c><c r='XFD1' t='str'><v>远</v></c></row>";
        String styled = "<row r='2'><c r='A2' t='str'><v>甲</v></c><c r='XFD2' s='1'/></row>";
        String much = "<row r='3'>" + "<c t='str'><v>%s</v></c>".formatted("字".repeat(900)).repeat(10) + "</row>";
        List<Row> read = rows(Zips.zip(Zips.workbook(far + styled + much)));
        assertThat(read).extracting(Row::defect).containsExactly(RowDefect.ROW_TOO_LONG, null, RowDefect.ROW_TOO_LONG);
        assertThat(read.get(1).cells()).containsExactly("甲");
    }

    @Test
    void whatIsNoWorkbookIsToldAsSuch() {
        Map<String, String> dangling = Zips.workbook("<row><c t='s'><v>7</v></c></row>");
        Map<String, String> backwards = Zips.workbook(row(5, "甲") + row(4, "乙"));
        Map<String, String> beyond = Zips.workbook(row(1_048_577, "甲"));
        Map<String, String> columns = Zips.workbook("<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>");
        Map<String, String> cut = Zips.workbook("");
        cut.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c><v>1</v></c></row>");
        Map<String, String> without = Zips.workbook("");
        without.remove("xl/worksheets/sheet1.xml");
        Map<String, String> noBook = Zips.workbook("");
        noBook.remove("xl/workbook.xml");
        Map<String, String> longTag = Zips.workbook("<row " + "x".repeat(2_000_000) + "='1'/>");
        Map<String, String> deep = Zips.workbook("<a>".repeat(10_000));
        Map<String, String> entities = Zips.workbook("<row><c t='str'><v>&lol;</v></c></row>");
        entities.compute("xl/worksheets/sheet1.xml", (name, xml) -> """
                <!DOCTYPE x [<!ENTITY lol SYSTEM "file:///etc/passwd">]>""" + xml);
        for (Map<String, String> parts : List.of(
                dangling, backwards, beyond, columns, cut, without, noBook, longTag, deep, entities)) {
            assertDefect(FileDefect.WORKBOOK, parts);
        }
    }

    static Stream<String> endless() {
        String much = "x".repeat(300_000);
        String names = IntStream.range(0, 30_000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
        return Stream.of("<!-- > " + much + " -->", "<?p > " + much + "?>", "<" + much + "/>", "<a b='>' " + much + "='1'/>", "&" + much + ";",
                "<a b='1'" + " ".repeat(300_000) + "/>", names, names.replace("<", "<?").replace("/>", "?>"),
                names.replace("/>", "='1'/>").replace("<", "<a "), names.replace("/>", "='u'/>").replace("<", "<a xmlns:"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("endless")
    void whatAParserHoldsWholeMayNotBeEndlessWhereverItStands(String endless) {
        assertDefect(FileDefect.WORKBOOK, Zips.workbook(row(1, "甲") + endless));
        Map<String, String> shared = Zips.workbook(row(1, "甲"));
        shared.put("xl/sharedStrings.xml", "<sst>" + endless + "<si><t>甲</t></si></sst>");
        assertDefect(FileDefect.WORKBOOK, shared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE worksheet>", "<!DOCTYPE worksheet SYSTEM '> x'>", "<!DOCTYPE worksheet [<!-- > x -->]>"})
    void aPartThatDeclaresATypeIsNoWorkbooks(String declaration) {
        for (String told : List.of(declaration, declaration.replace("x", "x".repeat(300_000)))) {
            Map<String, String> parts = Zips.workbook(row(1, "甲"));
            parts.compute("xl/worksheets/sheet1.xml", (name, xml) -> told + xml);
            assertDefect(FileDefect.WORKBOOK, parts);
        }
    }

    @Test
    void commentsAndInstructionsBetweenRowsArePassedOverHoweverManyThereAre() throws IOException {
        String aside = "<!-- > " + "x".repeat(50_000) + " --><?p > " + "x".repeat(50_000) + "?>";
        Map<String, String> parts = Zips.workbook((aside + row(1, "甲") + aside.repeat(20) + row(2, "乙")));
        assertThat(rows(Zips.zip(parts))).extracting(Row::cells).containsExactly(List.of("甲"), List.of("乙"));
    }

    @Test
    void aSheetEndsWithTheLastRowThatASpreadsheetHas() throws IOException {
        assertThat(rows(Zips.zip(Zips.workbook(row(1_048_576, "甲")))).getFirst().number()).isEqualTo(1_048_576);
        assertDefect(FileDefect.WORKBOOK, Zips.workbook(row(1_048_576, "甲") + "<row><c t='str'><v>乙</v></c></row>"));
    }

    @Test
    void charactersThatNoTextMayHoldSpoilTheFileOrAreHandedOutToBeRefused() throws IOException {
        assertDefect(FileDefect.WORKBOOK, Zips.workbook(row(1, "甲\0")));
        assertDefect(FileDefect.WORKBOOK, Zips.workbook(row(1, "&#0;")));
        assertDefect(FileDefect.WORKBOOK, Zips.workbook(row(1, "&#xD800;")));
        assertThat(rows(Zips.zip(Zips.workbook(row(1, "甲_x0000_", "_xD842__xDFB7_", "乙_xD842_", "_xDFB7_丙")))).getFirst()
                .cells()).containsExactly("甲\0", "𠮷", "乙\uFFFD", "\uFFFD丙");
    }

    @Test
    void cellsMergedBelowTheTitlesAreCounted() throws IOException {
        Map<String, String> parts = Zips.workbook(row(2, "列一", "列二") + row(3, "甲", "乙") + row(4, "", "丙"));
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, xml) -> xml.replace("</sheetData>", """
                </sheetData><mergeCells><mergeCell ref='A2:B2'/><mergeCell ref='A3:A4'/><mergeCell ref='A2:A3'/>
                <mergeCell ref='B3:C3'/><mergeCell/></mergeCells>"""));
        try (XlsxRows rows = open(Zips.zip(parts))) {
            int read = 0;
            while (rows.next() != null) {
                read++;
            }
            assertThat(read).isEqualTo(3);
            assertThat(rows.merged()).isEqualTo(3);
        }
    }

    @Test
    void aWorkbookThatBreaksOffIsToldAsSuch() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i < 2000; i++) {
            rows.append(row(i, "甲" + Integer.toHexString(i * 7919), Integer.toString(i * 104729)));
        }
        byte[] whole = Zips.zip(Zips.workbook(rows.toString()));
        assertThat(rows(whole)).hasSize(1999);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertDefect(FileDefect.WORKBOOK, () -> rows(half));
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;
        assertDefect(FileDefect.WORKBOOK, () -> rows(damaged));
    }

    @Test
    void aPartThatGrowsTooLargeIsABombWhereverItStands() {
        byte[] bomb = Zips.bomb(64);
        assertThat(bomb.length).isLessThan(100_000);
        assertDefect(FileDefect.BOMB, () -> rows(bomb));
        byte[] small = Zips.zip(Zips.workbook(row(1, "字".repeat(1000)).repeat(1)));
        assertDefect(FileDefect.BOMB, () -> XlsxRows.open(() -> new ZipParts(new ByteArrayInputStream(small),
                new InflationBounds(2000, 250), () -> small.length), BOUNDS));
    }

    private static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (String text : texts) {
            row.append("<c t='str'><v>").append(text).append("</v></c>");
        }
        return row.append("</row>").toString();
    }

    private static List<Row> rows(byte[] file) throws IOException {
        List<Row> all = new ArrayList<>();
        try (XlsxRows rows = open(file)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static XlsxRows open(byte[] file) throws IOException {
        return XlsxRows.open(
                () -> new ZipParts(new ByteArrayInputStream(file), INFLATION, () -> file.length), BOUNDS);
    }

    private static void assertDefect(FileDefect defect, Map<String, String> parts) {
        assertDefect(defect, () -> rows(Zips.zip(parts)));
    }

    private static void assertDefect(FileDefect defect, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(UnreadableFile.class,
                e -> assertThat(e.defect()).isEqualTo(defect));
    }
}
