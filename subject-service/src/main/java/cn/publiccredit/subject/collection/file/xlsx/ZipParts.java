package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.BoundedStream;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.Inflation;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook in the order in which they stand in the file. The directory at the file's end is never looked
 * at, so what was inspected and what is read later cannot differ.
 *
 * <p>Whatever cannot be read is the file's fault: where the bytes come from, failures are unchecked.
 *
 * <p>Not with the JDK's own stream: it refuses the 64-bit sizes behind parts that streaming writers leave.
 */
public final class ZipParts implements Closeable {

    private static final int MOST_PARTS = 2000;
    private static final int BUFFER = 1 << 16;

    private final ZipArchiveInputStream zip;
    private final Checked checked;
    private final InputStream content;
    private final Set<String> names = new HashSet<>();
    private @Nullable ZipArchiveEntry open;

    /** @param size of the packed file, as far as it is known */
    public ZipParts(InputStream packed, InflationBounds bounds, LongSupplier size) {
        // The names that matter are ASCII; any others need not be told right.
        this.zip = new ZipArchiveInputStream(packed, StandardCharsets.ISO_8859_1.name(), false, true);
        this.checked = new Checked(zip);
        this.content = new BoundedStream(checked, new Inflation(bounds, size));
    }

    /** Goes to the next part. @return its name in lower case, null at the end */
    @Nullable String next() throws IOException {
        if (open != null) {
            skipRest();
        }
        ZipArchiveEntry entry = entry();
        open = entry;
        if (entry == null) {
            return null;
        }
        checked.begin();
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (names.size() == MOST_PARTS) {
            throw new UnreadableFile(FileDefect.BOMB, null);
        }
        if (!names.add(name) || !zip.canReadEntryData(entry)) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        return name;
    }

    private @Nullable ZipArchiveEntry entry() throws IOException {
        try {
            ZipArchiveEntry before = open;
            ZipArchiveEntry next = zip.getNextEntry();
            // The sum often stands behind the part, and is known only now.
            if (before != null && before.getCrc() != ZipArchiveEntry.CRC_UNKNOWN && before.getCrc() != checked.sum()) {
                throw new UnreadableFile(FileDefect.WORKBOOK, null);
            }
            return next;
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile(FileDefect.WORKBOOK, e);
        }
    }

    /** The part's bytes; good until the next one is gone to. */
    InputStream content() {
        return content;
    }

    /** The part's bytes at once; too many are no workbook's. */
    byte[] content(int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new UnreadableFile(FileDefect.BOMB, null);
        }
        return bytes;
    }

    private void skipRest() throws IOException {
        byte[] rest = new byte[BUFFER];
        while (content.read(rest, 0, rest.length) >= 0) {
            // Counted on the way: what is passed over is unpacked as well.
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Gives damage its name, sums up, and stays open when a parser closes it. */
    private static final class Checked extends FilterInputStream {

        private final CRC32 sum = new CRC32();

        Checked(InputStream zip) {
            super(zip);
        }

        void begin() {
            sum.reset();
        }

        long sum() {
            return sum.getValue();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int read = in.read(target, offset, length);
                if (read > 0) {
                    sum.update(target, offset, read);
                }
                return read;
            } catch (UnreadableFile e) {
                throw e;
            } catch (IOException e) {
                throw new UnreadableFile(FileDefect.WORKBOOK, e);
            }
        }

        @Override
        public long skip(long wanted) throws IOException {
            throw new IOException("a part is read, not skipped, so that its sum is known");
        }

        @Override
        public void close() {
            // The archive is closed by whoever opened it.
        }
    }
}
