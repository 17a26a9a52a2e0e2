package cn.publiccredit.subject.collection.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What the members of a gzip file hold, one after the other (RFC 1952, 2.2: a file is a series of members, with nothing before, between
 * or after them). The JDK's own stream overlooks a further member, or bytes that are none, where its buffer happens to end.
 */
final class GzipMembers extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int TIME_AND_SYSTEM = 6;

    private final InputStream packed;
    private final byte[] buffer = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 content = new CRC32();
    private final CRC32 header = new CRC32();
    private int at;
    private int end;
    private boolean over;

    GzipMembers(InputStream packed) throws IOException {
        this.packed = packed;
        try {
            begin(next());
        } catch (IOException unreadable) {
            inflater.end();
            throw unreadable;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!over) {
            int inflated = inflate(target, offset, length);
            if (inflated > 0) {
                content.update(target, offset, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int inflated = inflater.inflate(target, offset, length);
            if (inflated == 0 && inflater.needsDictionary()) {
                throw new ZipException("a dictionary is asked for");
            }
            if (inflated == 0 && inflater.needsInput() && !inflater.finished()) {
                if (at == end && !fill()) {
                    throw new EOFException("the file ends within a member");
                }
                inflater.setInput(buffer, at, end - at);
                at = end;
            }
            return inflated;
        } catch (DataFormatException damaged) {
            ZipException failure = new ZipException(damaged.getMessage());
            failure.initCause(damaged);
            throw failure;
        }
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        long checksum = fourBytes();
        long length = fourBytes();
        if (checksum != content.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("a member's checksum or length is wrong");
        }
        if (at == end && !fill()) {
            over = true;
            return;
        }
        int first = next();
        if (first != MAGIC_1 || (at == end && !fill()) || (buffer[at] & 0xFF) != MAGIC_2) {
            throw new UnreadableFile(FileDefect.GZIP_TAIL, null);
        }
        inflater.reset();
        content.reset();
        begin(first);
    }

    /** Reads a member's header, whose first byte is this one. */
    private void begin(int first) throws IOException {
        header.reset();
        header.update(first);
        if (first != MAGIC_1 || checked() != MAGIC_2 || checked() != DEFLATED) {
            throw new ZipException("no gzip member");
        }
        int flags = checked();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("a header with unknown parts");
        }
        skip(TIME_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(checked() | checked() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKED) != 0) {
            long computed = header.getValue() & 0xFFFF;
            if ((next() | next() << 8) != computed) {
                throw new ZipException("a header's checksum is wrong");
            }
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            checked();
        }
    }

    private void skipText() throws IOException {
        int read;
        do {
            read = checked();
        } while (read != 0);
    }

    private int checked() throws IOException {
        int read = next();
        header.update(read);
        return read;
    }

    private long fourBytes() throws IOException {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException("the file ends within a header or a trailer");
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, packed.read(buffer, 0, BUFFER));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
