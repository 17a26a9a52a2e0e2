package cn.publiccredit.subject.collection.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes on their way, counted. */
public final class BoundedStream extends FilterInputStream {

    private final Inflation inflation;

    public BoundedStream(InputStream unpacked, Inflation inflation) {
        super(unpacked);
        this.inflation = inflation;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            inflation.add(1);
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            inflation.add(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        inflation.add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
