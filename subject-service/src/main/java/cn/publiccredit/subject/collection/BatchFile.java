package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file.
 *
 * @param content under which its pieces are kept; there are none when it has a defect
 * @param encoding null when it has a defect
 * @param lines line feeds in it, roughly the number of its rows
 */
record BatchFile(
        String name,
        long bytes,
        String sha256,
        String content,
        int pieces,
        @Nullable Encoding encoding,
        @Nullable FileDefect defect,
        long lines) {}
