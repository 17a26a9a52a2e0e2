package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.KeptBytes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** A file on its way in: whoever reads it has it kept, piece by piece, and hashed. */
final class KeepingStream extends InputStream {

    private final InputStream file;
    private final KeptBytes bytes;
    private final String content;
    private final LongConsumer room;
    private final MessageDigest sha256 = sha256();
    private final byte[] piece = new byte[KeptBytes.PIECE];
    private int filled;
    private int position;
    private int pieces;
    private long length;
    private boolean kept = true;

    /**
     * @param content under which it is kept
     * @param room is told the length so far, and refuses what is too long
     */
    KeepingStream(InputStream file, KeptBytes bytes, String content, LongConsumer room) {
        this.file = file;
        this.bytes = bytes;
        this.content = content;
        this.room = room;
    }

    @Override
    public int read() {
        return turn() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) {
        if (wanted == 0) {
            return 0;
        }
        if (!turn()) {
            return -1;
        }
        int read = Math.min(wanted, filled - position);
        System.arraycopy(piece, position, target, offset, read);
        position += read;
        return read;
    }

    /** Takes in the rest that nobody wants to read. */
    void drain() {
        position = filled;
        while (turn()) {
            position = filled;
        }
    }

    /** Nothing of it is worth keeping, neither what came nor what is to come. */
    void discard() {
        if (kept) {
            kept = false;
            pieces = 0;
            bytes.delete(content);
        }
    }

    int pieces() {
        return pieces;
    }

    /** Bytes that have come so far. */
    long length() {
        return length;
    }

    String hash() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private boolean turn() {
        if (position < filled) {
            return true;
        }
        filled = fill();
        position = 0;
        if (filled == 0) {
            return false;
        }
        length += filled;
        room.accept(length);
        sha256.update(piece, 0, filled);
        if (kept) {
            bytes.put(content, pieces, piece, filled);
            pieces++;
        }
        return true;
    }

    // A sender that breaks off is told apart here from content that is damaged.
    private int fill() {
        try {
            return file.readNBytes(piece, 0, piece.length);
        } catch (IOException e) {
            throw SubjectProblem.UPLOAD_INCOMPLETE.with().because(e);
        }
    }

    @Override
    public void close() {
        // The request belongs to whoever answers it.
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
