package cn.publiccredit.subject.collection.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/** The content of a gzip file, of which no more comes out than it may. */
public final class Gunzip extends FilterInputStream {

    private Gunzip(InputStream content) {
        super(content);
    }

    public static InputStream of(InputStream packed, InflationBounds bounds, LongSupplier size) throws IOException {
        try {
            return new Gunzip(new BoundedStream(new GzipMembers(packed), new Inflation(bounds, size)));
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(FileDefect.GZIP, e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(FileDefect.GZIP, e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(FileDefect.GZIP, e);
        }
    }
}
