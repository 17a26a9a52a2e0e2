package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML of which the parser needs no more than a reasonable stretch to go one step: it holds names, tags, comments,
 * instructions, declarations and references whole, and text alone in pieces. Counted in bytes, so that no spelling or
 * encoding gets around it.
 */
final class StepBound extends FilterInputStream {

    private static final int LONGEST_STEP = 1 << 17;

    private int length;

    StepBound(InputStream xml) {
        super(xml);
    }

    /** The parser has come to something. */
    void stepped() {
        length = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int read = in.read(target, offset, wanted);
        length += Math.max(read, 0);
        if (length > LONGEST_STEP) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        return read;
    }
}
