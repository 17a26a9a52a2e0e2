package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import cn.publiccredit.subject.collection.file.xlsx.XlsxRows;
import cn.publiccredit.subject.collection.file.xlsx.ZipParts;
import cn.publiccredit.subject.collection.file.xlsx.Zips;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeWorkbookTests {

    private static final int ROWS = 1_048_576;

    @TempDir
    Path folder;

    /**
     * As many rows as a sheet can hold, each with a text of its own: more than fits into memory of any size allowed. Then one
     * row more.
     */
    @Test
    void aFullSheetIsReadInBoundedMemoryAndARowMoreIsRefused() throws Exception {
        Path file = folder.resolve("full.xlsx");
        write(file);
        long size = Files.size(file);
        long read = 0;
        try (HeapWatch heap = new HeapWatch();
                XlsxRows rows = XlsxRows.open(() -> new ZipParts(Files.newInputStream(file),
                        new InflationBounds(4L << 30, 250), () -> size), new RowBounds(1 << 16, 1 << 20, 500))) {
            while (read < ROWS) {
                Row row = Objects.requireNonNull(rows.next());
                if (read++ % 100_000 == 0) {
                    assertThat(row.cells()).containsExactly(text(row.number() - 1), Long.toString(row.number()));
                }
            }
            assertThatThrownBy(rows::next).isInstanceOfSatisfying(UnreadableFile.class,
                    e -> assertThat(e.defect()).isEqualTo(FileDefect.WORKBOOK));
            assertThat(heap.grownBy()).as("MiB of heap").isLessThan(64);
        }
    }

    private static String text(long number) {
        return "合肥样例食品有限公司（第" + number + "分店）" + Long.toHexString(number * 2_654_435_761L);
    }

    private static void write(Path file) throws IOException {
        Map<String, String> parts = Zips.workbook("");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals("xl/worksheets/sheet1.xml")) {
                    write(zip, "<worksheet><sheetData>", "</sheetData></worksheet>", number -> "<row r='" + (number + 1)
                            + "'><c t='s'><v>" + number + "</v></c><c><v>" + (number + 1) + "</v></c></row>");
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            write(zip, "<sst>", "</sst>", number -> "<si><t>" + text(number) + "</t></si>");
        }
    }

    private static void write(OutputStream target, String first, String last, IntFunction<String> part) {
        try {
            target.write(first.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i <= ROWS; i++) {
                target.write(part.apply(i).getBytes(StandardCharsets.UTF_8));
            }
            target.write(last.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
