package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** XML whose tags are of a reasonable length: the parser holds a whole name at once, however long it is. */
final class TagBound extends FilterInputStream {

    private static final int LONGEST_TAG = 1 << 16;

    private boolean inTag;
    private int length;

    TagBound(InputStream xml) {
        super(xml);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int read = in.read(target, offset, wanted);
        for (int i = offset; i < offset + read; i++) {
            if (inTag) {
                inTag = target[i] != '>';
                if (++length > LONGEST_TAG) {
                    throw new UnreadableFile(FileDefect.WORKBOOK, null);
                }
            } else if (target[i] == '<') {
                inTag = true;
                length = 0;
            }
        }
        return read;
    }
}
