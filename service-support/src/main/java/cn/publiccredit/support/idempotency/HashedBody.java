package cn.publiccredit.support.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose body is hashed while it streams by, whatever its size. */
final class HashedBody extends HttpServletRequestWrapper {

    private final MessageDigest digest;
    private @Nullable ServletInputStream stream;
    private @Nullable String ofParts;

    HashedBody(HttpServletRequest request) {
        super(request);
        this.digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hashes a form now: its parts are deleted when the endpoint is done. Of one that cannot be read nothing is known. */
    void hashForm() {
        if (isForm()) {
            ofParts = hashOfParts();
        }
    }

    /** The body's hash, reading what the endpoint left unread; empty for a form that could not be read. */
    Optional<String> hash() throws IOException {
        if (isForm()) {
            return Optional.ofNullable(ofParts);
        }
        getInputStream().transferTo(OutputStream.nullOutputStream());
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null && type.startsWith("multipart/");
    }

    // The container reads multipart bodies past our stream; it keeps the parts, which can be read again.
    private @Nullable String hashOfParts() {
        try {
            for (Part part : getParts()) {
                digest.update(part.getName().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (ServletException | IOException | IllegalStateException e) {
            // The endpoint reads the form as well, and says what is wrong with it.
            return null;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream opened = stream;
        if (opened == null) {
            opened = new Hashing(super.getInputStream());
            stream = opened;
        }
        return opened;
    }

    @Override
    public BufferedReader getReader() {
        try {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Hashing extends ServletInputStream {

        private final ServletInputStream source;

        Hashing(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int b = source.read();
            if (b >= 0) {
                digest.update((byte) b);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = source.read(buffer, offset, length);
            if (read > 0) {
                digest.update(buffer, offset, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
