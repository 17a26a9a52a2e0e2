package cn.publiccredit.subject.collection.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Tells whether bytes that come in pieces belong to an encoding; forgets the text at once. */
final class StrictDecoding {

    private static final int LONGEST_CHARACTER = 8;

    private final CharsetDecoder decoder;
    private final CharBuffer text = CharBuffer.allocate(8192);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean broken;
    private long notAscii;
    private long lineFeeds;

    StrictDecoding(Encoding encoding) {
        this.decoder = encoding.strictDecoder();
    }

    void feed(byte[] bytes, int length) {
        if (broken) {
            return;
        }
        ByteBuffer input = joined(bytes, length);
        decode(input, false);
        rest = input.remaining() > LONGEST_CHARACTER ? ByteBuffer.allocate(0) : copyOf(input);
    }

    void end() {
        if (!broken) {
            decode(rest, true);
            broken |= decoder.flush(text).isError();
        }
    }

    boolean isBroken() {
        return broken;
    }

    /** The line, by line breaks, that the first broken character stands in, or the end of the text. */
    long line() {
        return lineFeeds + 1;
    }

    /** How many characters beyond ASCII were read before the first broken one. */
    long notAscii() {
        return notAscii;
    }

    private void decode(ByteBuffer input, boolean last) {
        CoderResult result;
        do {
            result = decoder.decode(input, text, last);
            count();
        } while (result.isOverflow());
        broken = result.isError();
    }

    private void count() {
        text.flip();
        while (text.hasRemaining()) {
            char c = text.get();
            if (c > 0x7F) {
                notAscii++;
            } else if (c == '\n') {
                lineFeeds++;
            }
        }
        text.clear();
    }

    private ByteBuffer joined(byte[] bytes, int length) {
        if (!rest.hasRemaining()) {
            return ByteBuffer.wrap(bytes, 0, length);
        }
        return ByteBuffer.allocate(rest.remaining() + length).put(rest).put(bytes, 0, length).flip();
    }

    private static ByteBuffer copyOf(ByteBuffer source) {
        return ByteBuffer.allocate(source.remaining()).put(source).flip();
    }
}
