package cn.publiccredit.subject.collection.reading;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.Gunzip;
import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.Inspection;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import cn.publiccredit.subject.collection.file.xlsx.WorkbookInspection;
import cn.publiccredit.subject.collection.file.xlsx.ZipParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks at a file while it arrives: what it is, whatever name and type it was given, and whether it can be read. */
public final class FileInspection {

    private static final int BUFFER = 1 << 16;

    private final InflationBounds bounds;
    private final LongSupplier received;

    /** @param received bytes of the file that have come so far */
    public FileInspection(InflationBounds bounds, LongSupplier received) {
        this.bounds = bounds;
        this.received = received;
    }

    /**
     * What a file is.
     *
     * @param gzip whether it is packed with gzip
     * @param encoding null for workbooks, and where there is a defect
     * @param defectLine the line that shows the defect; null when it is the file as a whole
     */
    public record Finding(
            FileFormat format,
            boolean gzip,
            @Nullable Encoding encoding,
            @Nullable FileDefect defect,
            @Nullable Long defectLine,
            long lineFeeds) {}

    /** Reads the file as far as needed; to its end unless it has a defect. */
    public Finding of(InputStream file) throws IOException {
        PushbackInputStream content = new PushbackInputStream(file, 2);
        if (!begins(content, 0x1F, 0x8B)) {
            return content(content, false);
        }
        try (InputStream unpacked = Gunzip.of(content, bounds, received)) {
            return content(new PushbackInputStream(unpacked, 2), true);
        } catch (UnreadableFile e) {
            return defective(FileFormat.CSV, true, e.defect());
        }
    }

    private Finding content(PushbackInputStream content, boolean gzip) throws IOException {
        return begins(content, 'P', 'K') ? workbook(content, gzip) : text(content, gzip);
    }

    private Finding workbook(InputStream content, boolean gzip) throws IOException {
        try {
            FileDefect defect = WorkbookInspection.defect(new ZipParts(content, bounds, received));
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return new Finding(FileFormat.XLSX, gzip, null, defect, null, 0);
        } catch (UnreadableFile e) {
            return defective(FileFormat.XLSX, gzip, e.defect());
        }
    }

    private static Finding text(InputStream content, boolean gzip) throws IOException {
        Inspection inspection = new Inspection();
        byte[] buffer = new byte[BUFFER];
        int read = content.read(buffer);
        while (read >= 0 && !inspection.isHopeless()) {
            inspection.feed(buffer, read);
            read = content.read(buffer);
        }
        Inspection.Finding found = inspection.finish();
        return new Finding(found.format(), gzip, found.encoding(), found.defect(), found.defectLine(),
                found.lineFeeds());
    }

    private static Finding defective(FileFormat format, boolean gzip, FileDefect defect) {
        return new Finding(format, gzip, null, defect, null, 0);
    }

    private static boolean begins(PushbackInputStream content, int first, int second) throws IOException {
        byte[] head = content.readNBytes(2);
        content.unread(head);
        return head.length == 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }
}
