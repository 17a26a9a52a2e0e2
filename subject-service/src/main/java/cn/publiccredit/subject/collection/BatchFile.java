package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file.
 *
 * @param content under which its pieces are kept; there are none when it has a defect
 * @param format what it is, whatever it was called
 * @param gzip whether it is packed with gzip
 * @param encoding null when it has a defect, and for workbooks
 * @param defectLine the line that shows its defect; null when it is the file as a whole
 * @param lines line feeds in it, roughly the number of its rows; that number itself once it was looked through
 */
record BatchFile(
        String name,
        long bytes,
        String sha256,
        String content,
        int pieces,
        FileFormat format,
        boolean gzip,
        @Nullable Encoding encoding,
        @Nullable FileDefect defect,
        @Nullable Long defectLine,
        long lines) {}
