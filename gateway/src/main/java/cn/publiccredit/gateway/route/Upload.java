package cn.publiccredit.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The caller's body on its way to a service, a buffer at a time, counted as it goes; it can be sent only once. */
final class Upload extends AbstractHttpEntity {

    private static final int BUFFER = 16 * 1024;

    private final InputStream from;
    private final long length;
    private final DataSize limit;

    private Upload(InputStream from, long length, DataSize limit) {
        super((String) null, null, length < 0);
        this.from = from;
        this.length = length;
        this.limit = limit;
    }

    /** The body of this request; null if it has none. */
    static @Nullable Upload of(HttpServletRequest request, DataSize limit) throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || length < 0 && request.getHeader("Transfer-Encoding") == null) {
            return null;
        }
        return new Upload(request.getInputStream(), length, limit);
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long sent = 0;
        for (int n = read(buffer); n >= 0; n = read(buffer)) {
            sent += n;
            if (sent > limit.toBytes()) {
                throw new TooLarge();
            }
            to.write(buffer, 0, n);
        }
    }

    private int read(byte[] buffer) throws Broken {
        try {
            return from.read(buffer);
        } catch (IOException callerGone) {
            throw new Broken(callerGone);
        }
    }

    @Override
    public InputStream getContent() {
        return from;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public void close() {
        // The request's stream belongs to the container.
    }

    /** The body is larger than its path takes; nobody behind the gateway is to blame. */
    static final class TooLarge extends IOException {}

    /** The caller stopped sending; nobody behind the gateway is to blame. */
    static final class Broken extends IOException {
        Broken(IOException cause) {
            super(cause);
        }
    }
}
