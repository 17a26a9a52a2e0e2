package cn.publiccredit.subject.collection.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file turned out to be unreadable while it was read. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final FileDefect defect;

    public UnreadableFile(FileDefect defect, @Nullable Throwable cause) {
        super(defect.code(), cause);
        this.defect = defect;
    }

    public FileDefect defect() {
        return defect;
    }
}
