package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.personal.LongNumbers;
import java.text.Normalizer;

/** Small repairs of cells that change no meaning. */
final class Texts {

    private static final int LONGEST_QUOTE = 40;

    private static final String OPENING = "([【";
    private static final String CLOSING = ")]】";

    private Texts() {}

    /** Without blanks of any width, byte order marks and zero-width characters at both ends. */
    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == cell.length() ? cell : cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || (c >= '\u2000' && c <= '\u200F')
                || c == '\u202F' || c == '\u2060';
    }

    static boolean hasFullWidth(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isFullWidth(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Full-width letters, digits and signs as their ASCII counterparts. */
    static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            half.append(isFullWidth(c) ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c);
        }
        return half.toString();
    }

    private static boolean isFullWidth(char c) {
        return c >= '\uFF01' && c <= '\uFF5E';
    }

    static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Without blanks of any width, wherever they stand. */
    static String withoutBlanks(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    /**
     * The text in the form in which two of them are compared: of one width, without blanks, and with one kind of brackets, those that
     * documents are numbered with (GB/T 9704). A document's number that is printed as it should be stays as it is.
     */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!isBlank(c)) {
                folded.append(OPENING.indexOf(c) >= 0 ? '〔' : CLOSING.indexOf(c) >= 0 ? '〕' : c);
            }
        }
        return folded.toString();
    }

    /** Number of characters as people count them, so that a rare one beyond the basic plane is one. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || c == '\uFFFD') {
                return true;
            }
            if (c > 0x7F && (c < '\u3400' || c > '\u9FFF') && isNobodysCharacter(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Private use and unassigned code points: what a wrong encoding leaves, and signs that only one machine can show. */
    private static boolean isNobodysCharacter(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }

    /** The cell as a message may quote it: messages are kept and passed on, so that no id or phone number may be in it. */
    static String quoted(String cell) {
        return "“" + shortened(cell) + "”";
    }

    /** The same for an English message. */
    static String quotedInEnglish(String cell) {
        return '"' + shortened(cell) + '"';
    }

    private static String shortened(String cell) {
        return LongNumbers.masked(cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "…" : cell);
    }
}
