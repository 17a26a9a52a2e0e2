package cn.publiccredit.subject.collection.file;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

    private static final RowBounds BOUNDS = new RowBounds(100, 1000, 20);

    @Test
    void readsWhatFastCsvReadsFromAnyWellFormedFile() throws IOException {
        Random random = new Random(20261122);
        String[] pieces = {"a", "甲", "𠮷", ",", "\"", "\n", "\r\n", " ", "", "=x", "1"};
        for (int round = 0; round < 500; round++) {
            StringWriter file = new StringWriter();
            CsvWriter csv = CsvWriter.builder().build(file);
            int columns = 1 + random.nextInt(6);
            for (int row = 0; row < random.nextInt(20); row++) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    StringBuilder cell = new StringBuilder();
                    for (int k = random.nextInt(8); k > 0; k--) {
                        cell.append(pieces[random.nextInt(pieces.length)]);
                    }
                    cells.add(cell.toString());
                }
                csv.writeRecord(cells);
            }
            List<List<String>> expected = new ArrayList<>();
            CsvReader.builder().skipEmptyLines(false).ofCsvRecord(new StringReader(file.toString()))
                    .forEach(record -> expected.add(record.getFields()));
            assertThat(rows(new Trickle(file.toString(), random)).stream().map(Row::cells).toList())
                    .as(file.toString()).isEqualTo(expected);
        }
    }

    @Test
    void acceptsAllThreeKindsOfLineEndAndAMissingLastOne() throws IOException {
        assertThat(cells("a,b\nc,d\r\ne,f\rg,h")).containsExactly(
                List.of("a", "b"), List.of("c", "d"), List.of("e", "f"), List.of("g", "h"));
    }

    @Test
    void passesOverTheByteOrderMarkEvenBeforeAQuotationMark() throws IOException {
        assertThat(cells("\uFEFF\"企业名称\",x")).containsExactly(List.of("企业名称", "x"));
    }

    @Test
    void countsRowsAsASpreadsheetDoes() throws IOException {
        assertThat(rows(new StringReader("h\n\n\"two\nlines\"\nlast")).stream().map(Row::number)).containsExactly(1L,
                2L, 3L, 4L);
        assertThat(rows(new StringReader("h\n\n,,\nx")).stream().map(Row::isBlank)).containsExactly(false, true, true,
                false);
    }

    @Test
    void anUnclosedQuotationMarkCostsOnlyItsOwnLine() throws IOException {
        List<Row> rows = rows(new StringReader("h1,h2\na,\"open\nb,c\nd,e\n"));
        assertThat(rows.stream().map(Row::cells)).containsExactly(
                List.of("h1", "h2"), List.of("a", "\"open"), List.of("b", "c"), List.of("d", "e"));
        assertThat(rows.stream().map(Row::defect)).containsExactly(null, RowDefect.QUOTE, null, null);
    }

    @Test
    void textBehindAClosingQuotationMarkCostsOnlyItsOwnLine() throws IOException {
        List<Row> rows = rows(new StringReader("\"a\"b,c\nd,e"));
        assertThat(rows.getFirst().defect()).isEqualTo(RowDefect.QUOTE);
        assertThat(rows.getLast().cells()).containsExactly("d", "e");
    }

    @Test
    void blanksBehindAClosingQuotationMarkAreForgiven() throws IOException {
        assertThat(cells("\"a\" ,\"b\"\t\n")).containsExactly(List.of("a", "b"));
    }

    @Test
    void aStrayMarkInAHugeFileIsFoundWithinTheBound() throws IOException {
        String file = "a,\"open\n" + "b,c\n".repeat(100_000);
        List<Row> rows = rows(new StringReader(file));
        assertThat(rows).hasSize(100_001);
        assertThat(rows.getFirst().defect()).isEqualTo(RowDefect.QUOTE);
        assertThat(rows.stream().skip(1).map(Row::defect)).containsOnlyNulls();
    }

    @Test
    void aCellBeyondTheBoundIsCutAndTheNextRowReadAsUsual() throws IOException {
        for (String mark : List.of("", "\"")) {
            List<Row> rows = rows(new StringReader("a," + mark + "x".repeat(5000) + mark + ",z\nb,c\n"));
            assertThat(rows.getFirst().defect()).isEqualTo(RowDefect.FIELD_TOO_LONG);
            assertThat(rows.getFirst().cells().getLast()).hasSizeLessThan(300).endsWith("…");
            assertThat(rows.getFirst().text()).hasSize(1001).startsWith("a," + mark + "xxx").endsWith("x…");
            assertThat(rows.getLast()).isEqualTo(new Row(2, List.of("b", "c"), null));
        }
    }

    @Test
    void allOfALineIsKeptWhoseCellsCannotBeTold() throws IOException {
        String tooLong = "甲,\"二\n行\"," + "x".repeat(150) + ",乙,丙";
        assertThat(rows(new StringReader(tooLong + "\nb,c\n")).getFirst().text()).isEqualTo(tooLong);
        assertThat(rows(new StringReader("a,\"b\"c,d\r\ne")).getFirst().text()).isEqualTo("a,\"b\"c,d");
        assertThat(rows(new StringReader("a,b\n")).getFirst().text()).isNull();
    }

    @Test
    void aRowOfTooManyOrTooMuchIsCutAndTheNextRowReadAsUsual() throws IOException {
        for (String row : List.of(",".repeat(50), ("y".repeat(90) + ",").repeat(15))) {
            List<Row> rows = rows(new StringReader(row + "\nb,c\n"));
            assertThat(rows.getFirst().defect()).isEqualTo(RowDefect.ROW_TOO_LONG);
            assertThat(rows.getLast()).isEqualTo(new Row(2, List.of("b", "c"), null));
        }
    }

    @Test
    void anEndlessLineIsReadWithoutBeingHeld() throws IOException {
        long length = 200_000_000;
        Reader endless = new Reader() {
            private long left = length;

            @Override
            public int read(char[] target, int offset, int wanted) {
                int read = (int) Math.min(wanted, left);
                left -= read;
                Arrays.fill(target, offset, offset + read, 'x');
                return read == 0 ? -1 : read;
            }

            @Override
            public void close() {}
        };
        CsvRows rows = new CsvRows(endless, new RowBounds(1 << 16, 1 << 20, 500));
        Row row = rows.next();
        assertThat(row == null ? null : row.defect()).isEqualTo(RowDefect.FIELD_TOO_LONG);
        assertThat(rows.next()).isNull();
    }

    @Test
    void cellsArePartedByWhateverTheFirstLineHasMostOf() throws IOException {
        assertThat(cells("a;b,x;c\n1;\"2;3\";4,5\n")).containsExactly(List.of("a", "b,x", "c"), List.of("1", "2;3", "4,5"));
        assertThat(cells("a\tb\n\"1\"\t2\n\t\n")).containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("", ""));
        assertThat(cells("\n\"a;b;c\",d\n1,2")).containsExactly(List.of(""), List.of("a;b;c", "d"), List.of("1", "2"));
        assertThat(cells("a\n1;2")).as("a lone column is parted by commas").containsExactly(List.of("a"), List.of("1;2"));
    }

    private static List<List<String>> cells(String file) throws IOException {
        return rows(new StringReader(file)).stream().map(Row::cells).toList();
    }

    private static List<Row> rows(Reader reader) throws IOException {
        CsvRows rows = new CsvRows(reader, BOUNDS);
        List<Row> all = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    /** Gives its text in unforeseeable small pieces. */
    private static final class Trickle extends Reader {

        private final StringReader source;
        private final Random random;

        Trickle(String text, Random random) {
            this.source = new StringReader(text);
            this.random = random;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return source.read(target, offset, Math.min(length, 1 + random.nextInt(3)));
        }

        @Override
        public void close() {}
    }
}
