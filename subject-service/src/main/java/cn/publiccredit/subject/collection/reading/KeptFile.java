package cn.publiccredit.subject.collection.reading;

import cn.publiccredit.subject.collection.file.CsvRows;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.Gunzip;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.file.ndjson.NdjsonRows;
import cn.publiccredit.subject.collection.file.xlsx.XlsxRows;
import cn.publiccredit.subject.collection.file.xlsx.ZipParts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file that was kept, to be read as rows from its beginning, as often as needed.
 *
 * @param bytes opens it as it was sent
 * @param size of it as it was sent
 */
public record KeptFile(
        Supplier<InputStream> bytes,
        long size,
        FileFormat format,
        boolean gzip,
        @Nullable Encoding encoding,
        RowBounds rows,
        InflationBounds inflation) {

    /**
     * What a look through the whole file tells before any row is judged.
     *
     * @param rows how many there are, the titles included
     * @param titles the names that an NDJSON file uses; empty for other formats, which have a row of them
     * @param merged groups of merged cells below the titles
     */
    public record Survey(long rows, List<String> titles, int merged) {}

    /** Whether only a look through it shows that all of it can be read; a CSV was looked at while it arrived. */
    public boolean needsSurvey() {
        return format != FileFormat.CSV;
    }

    /**
     * Looks through it.
     *
     * @param columnOf which column a field's name means; other formats name each column once
     * @throws cn.publiccredit.subject.collection.file.UnreadableFile when a part of it cannot be read
     */
    public Survey survey(UnaryOperator<String> columnOf) throws IOException {
        List<String> titles = format == FileFormat.NDJSON ? NdjsonRows.titles(text(), rows, columnOf) : List.of();
        long count = 0;
        try (RowSource source = open(titles, columnOf)) {
            while (source.next() != null) {
                count++;
            }
            return new Survey(count, titles, source.merged());
        }
    }

    /**
     * Opens it at its first row.
     *
     * @param titles as {@link #survey} found them
     * @param columnOf as it was told
     */
    public RowSource open(List<String> titles, UnaryOperator<String> columnOf) throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(text(), rows);
            case NDJSON -> new NdjsonRows(text(), rows, titles, columnOf);
            case XLSX -> XlsxRows.open(() -> new ZipParts(unpacked(), inflation, () -> size), rows);
        };
    }

    private Reader text() throws IOException {
        Encoding known = Objects.requireNonNullElse(encoding, Encoding.UTF_8);
        return new BufferedReader(new InputStreamReader(unpacked(), known.strictDecoder()));
    }

    private InputStream unpacked() throws IOException {
        return gzip ? Gunzip.of(bytes.get(), inflation, () -> size) : bytes.get();
    }
}
