package cn.publiccredit.subject.collection.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file's bytes as they stream by: what kind of file it is and in which encoding. Holds no more than its
 * head.
 */
public final class Inspection {

    private static final int HEAD = 512;

    /** So many characters in a row are UTF-8 by chance in no GB18030 text: the file is UTF-8, and damaged. */
    private static final int SURELY_UTF_8 = 16;

    /** Of rubbish some dozens of bytes pass for characters by chance, seldom as many as these. */
    private static final int SURELY_GB18030 = 100;

    private final byte[] head = new byte[HEAD];
    private final StrictDecoding utf8 = new StrictDecoding(Encoding.UTF_8);
    private final StrictDecoding gb18030 = new StrictDecoding(Encoding.GB18030);
    private final Utf8Lines utf8Lines = new Utf8Lines();
    private int headLength;
    private long lineFeeds;
    private boolean nul;
    private byte first;

    /**
     * What was found: format and encoding, or why there is none.
     *
     * @param defectLine the line that shows the defect, by line breaks; null when it is the file as a whole
     */
    public record Finding(
            FileFormat format,
            @Nullable Encoding encoding,
            @Nullable FileDefect defect,
            @Nullable Long defectLine,
            long lineFeeds) {}

    /** Takes the next bytes. */
    public void feed(byte[] bytes, int length) {
        int wanted = Math.min(HEAD - headLength, length);
        System.arraycopy(bytes, 0, head, headLength, wanted);
        headLength += wanted;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                lineFeeds++;
            } else if (b == 0) {
                nul = true;
            } else if (first == 0 && b != ' ' && b != '\r' && b != '\t' && !isMark(b)) {
                first = b;
            }
        }
        if (!nul) {
            utf8.feed(bytes, length);
            gb18030.feed(bytes, length);
            utf8Lines.feed(bytes, length);
        }
    }

    /** Whether what came so far can never become a readable file, so that its bytes need not be kept. */
    public boolean isHopeless() {
        return nul || packed() || oldWorkbook() || utf16() || (utf8.isBroken() && gb18030.isBroken());
    }

    /** To be called once, after the last byte. */
    public Finding finish() {
        utf8.end();
        gb18030.end();
        utf8Lines.end();
        FileDefect defect = defect();
        FileFormat format = first == '{' ? FileFormat.NDJSON : FileFormat.CSV;
        if (defect != null) {
            return new Finding(format, null, defect, defect == FileDefect.ENCODING ? brokenLine() : null, lineFeeds);
        }
        return new Finding(format, utf8.isBroken() ? Encoding.GB18030 : Encoding.UTF_8, null, null, lineFeeds);
    }

    private @Nullable FileDefect defect() {
        if (packed()) {
            return FileDefect.PACKED;
        }
        if (oldWorkbook()) {
            return FileDefect.OLD_WORKBOOK;
        }
        if (utf16()) {
            return FileDefect.UTF_16;
        }
        if (nul) {
            return FileDefect.NUL_BYTES;
        }
        if (first == 0) {
            return FileDefect.EMPTY;
        }
        if (first == '[' && isJsonArray()) {
            return FileDefect.JSON_ARRAY;
        }
        if (utf8.isBroken() && (gb18030.isBroken() || utf8.notAscii() >= SURELY_UTF_8 || utf8Lines.first() > 0)) {
            return FileDefect.ENCODING;
        }
        return null;
    }

    /** The first line that is not of the file's encoding; null when nobody can tell which that is. */
    private @Nullable Long brokenLine() {
        if (utf8.notAscii() >= SURELY_UTF_8) {
            return utf8.line();
        }
        if (utf8Lines.first() > 0) {
            return utf8Lines.first();
        }
        return gb18030.notAscii() >= SURELY_GB18030 ? gb18030.line() : null;
    }

    private boolean packed() {
        return begins('P', 'K', 3, 4) || begins('P', 'K', 5, 6) || begins(0x1F, 0x8B) || begins('7', 'z', 0xBC, 0xAF)
                || begins('R', 'a', 'r', '!', 0x1A) || begins('B', 'Z', 'h') || begins(0xFD, '7', 'z', 'X', 'Z')
                || begins(0x28, 0xB5, 0x2F, 0xFD) || begins('%', 'P', 'D', 'F');
    }

    /** The container of .xls files and of workbooks with a password. */
    private boolean oldWorkbook() {
        return begins(0xD0, 0xCF, 0x11, 0xE0);
    }

    private boolean isJsonArray() {
        for (int i = 0; i < headLength; i++) {
            if (head[i] == '{') {
                return true;
            }
        }
        return false;
    }

    private boolean utf16() {
        return begins(0xFF, 0xFE) || begins(0xFE, 0xFF) || begins(0, 0, 0xFE, 0xFF) || everySecondIsNul();
    }

    // Without a mark, Latin header text in UTF-16 still has a NUL beside nearly every letter.
    private boolean everySecondIsNul() {
        if (!nul || headLength < 8) {
            return false;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < headLength; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        return even != odd && Math.min(even, odd) == 0 && Math.max(even, odd) * 4 >= headLength / 2;
    }

    /** A byte of UTF-8's byte order mark; no text that anybody writes begins with one of its bytes alone. */
    private static boolean isMark(byte b) {
        return b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
    }

    private boolean begins(int... bytes) {
        if (headLength < bytes.length) {
            return false;
        }
        byte[] wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
