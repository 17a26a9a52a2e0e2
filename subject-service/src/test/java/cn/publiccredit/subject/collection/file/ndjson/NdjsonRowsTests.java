package cn.publiccredit.subject.collection.file.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonRowsTests {

    private static final RowBounds BOUNDS = new RowBounds(100, 300, 20);

    @Test
    void theTitlesAreAllNamesThatAnyObjectUses() throws IOException {
        String file = "\uFEFF{\"a\":1,\"b\":\"x\"}\n\nrubbish\n{\"c\":true,\"a\":null}\r\n{\"b\":0.50}";
        List<Row> rows = rows(file);
        assertThat(rows.getFirst().cells()).containsExactly("a", "b", "c");
        assertThat(rows).extracting(Row::number).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(rows.get(1).cells()).containsExactly("1", "x", "");
        assertThat(rows.get(2).isBlank()).isTrue();
        assertThat(rows.get(3).defect()).isEqualTo(RowDefect.JSON);
        assertThat(rows.get(4).cells()).containsExactly("", "", "true");
        assertThat(rows.get(5).cells()).containsExactly("", "0.50", "");
    }

    @Test
    void longNumbersKeepTheirDigits() throws IOException {
        assertThat(rows("{\"a\":340102199001011236,\"b\":0.1234567}").get(1).cells())
                .containsExactly("340102199001011236", "0.1234567");
    }

    @Test
    void whatIsNoPlainObjectCostsItsLine() throws IOException {
        List<String> lines = List.of("[1]", "{\"a\":1", "{\"a\":1}{\"a\":2}", "{\"a\":1,\"a\":2}", "\"text\"", "{a:1}", "nul",
                "[".repeat(250));
        List<Row> rows = rows(String.join("\n", lines) + "\n{\"a\":\"gut\"}\n");
        assertThat(rows.subList(1, lines.size() + 1)).extracting(Row::defect).containsOnly(RowDefect.JSON);
        assertThat(rows.getLast().cells()).containsExactly("gut");
    }

    @Test
    void halvesOfCharactersAreHandedOutToBeRefused() throws IOException {
        List<Row> rows = rows("{\"a\":\"甲\\ud842\",\"b\\udfb7\":\"\\ud842\\udfb7\",\"c\":\"\\u0000\"}");
        assertThat(rows.getFirst().cells()).containsExactly("a", "b\uFFFD", "c");
        assertThat(rows.get(1).cells()).containsExactly("甲\uFFFD", "𠮷", "\0");
    }

    @Test
    void nestedValuesAreFlawedAndNotTakenApart() throws IOException {
        Row row = rows("{\"a\":{\"x\":1},\"b\":[1,2],\"c\":\"\\u4e2d\"}").get(1);
        assertThat(row.flaws()).isEqualTo(Map.of(0, CellFlaw.NESTED, 1, CellFlaw.NESTED));
        assertThat(row.cells()).containsExactly("", "", "中");
    }

    @Test
    void linesAndValuesBeyondTheBoundsCostTheirLine() throws IOException {
        String value = "{\"a\":\"" + "x".repeat(200) + "\"}";
        String many = "{\"a\":\"" + "x".repeat(90) + "\",\"b\":\"" + "x".repeat(90) + "\",\"c\":\"" + "x".repeat(90)
                + "\",\"d\":\"" + "x".repeat(90) + "\"}";
        String endless = "{\"a\":\"" + "x".repeat(5_000_000) + "\"}";
        List<Row> rows = rows(value + "\n" + many + "\n" + endless + "\n{\"a\":1}");
        assertThat(rows).extracting(Row::defect).containsExactly(
                null, RowDefect.FIELD_TOO_LONG, RowDefect.ROW_TOO_LONG, RowDefect.ROW_TOO_LONG, null);
        assertThat(rows.get(1).text()).as("all of it").isEqualTo(value);
        assertThat(rows.get(3).text()).hasSize(301).startsWith("{\"a\":\"xxx").endsWith("…");
        assertThat(rows.get(3).cells()).as("no column is to blame").isEmpty();
    }

    @Test
    void aColumnThatObjectsSpellInTheirOwnWaysIsOneButNoObjectGivesItTwice() throws IOException {
        String file = "{\"a\":1,\"b\":2}\n{\"A\":3}\n{\"A\":\"\",\"a\":4,\"Ａ\":null}\n{\"a\":5,\"A\":5}\n{\"A\":{},\"a\":6}";
        List<Row> rows = rows(file, name -> name.toLowerCase(Locale.ROOT).replace('ａ', 'a'));
        assertThat(rows.subList(0, 4)).extracting(Row::cells).containsExactly(
                List.of("a", "b"), List.of("1", "2"), List.of("3", ""), List.of("4", ""));
        assertThat(rows.subList(4, 6)).extracting(Row::defect).containsOnly(RowDefect.JSON);
    }

    @Test
    void anObjectOfTooManyFieldsCostsItsLineNestedOnesCounted() throws IOException {
        String many = IntStream.range(0, 21).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        List<Row> rows = rows("{\"a\":1}\n" + many + "\n{\"a\":" + many + "}\n{\"a\":[{},{\"b\":{\"c\":1}}]}");
        assertThat(rows.getFirst().cells()).containsExactly("a");
        assertThat(rows).extracting(Row::defect).containsExactly(
                null, null, RowDefect.ROW_TOO_LONG, RowDefect.ROW_TOO_LONG, null);
        assertThat(rows.getLast().flaws()).isEqualTo(Map.of(0, CellFlaw.NESTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n \"a\": 1\n}\n", "{\"a\":[\n{\"b\":1},\n]}", "{broken", "LONG"})
    void aFileWithoutAnObjectOnAnyLineIsToldSo(String file) {
        String text = file.replace("LONG", "{\"a\":\"" + "x".repeat(5000) + "\"}");
        assertThatThrownBy(() -> rows(text)).isInstanceOfSatisfying(UnreadableFile.class,
                e -> assertThat(e.defect()).isEqualTo(FileDefect.JSON_LINES));
    }

    private static List<Row> rows(String file) throws IOException {
        return rows(file, UnaryOperator.identity());
    }

    private static List<Row> rows(String file, UnaryOperator<String> columnOf) throws IOException {
        List<String> titles = NdjsonRows.titles(new StringReader(file), BOUNDS, columnOf);
        List<Row> all = new ArrayList<>();
        try (NdjsonRows rows = new NdjsonRows(new StringReader(file), BOUNDS, titles, columnOf)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
