package cn.publiccredit.subject.personal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in texts that anybody may have typed anything into: what may be an id or a phone number, however it is spaced.
 * For messages and examples, where the number is a mistake and nobody needs it.
 */
public final class LongNumbers {

    /** Eleven digits or more, of any width, with the letter that may end an id number; no part of a longer code. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])\\p{Nd}(?:[ \\u3000-]?\\p{Nd}){10,}(?:[ \\u3000-]?[XxＸｘ])?(?![0-9A-Za-z])");

    private static final int FIRST = 3;
    private static final int LAST = 4;

    private LongNumbers() {}

    /** The text with all but the ends of such numbers replaced. */
    public static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(masked(found)));
    }

    private static String masked(MatchResult found) {
        String number = found.group();
        return number.substring(0, FIRST) + "*".repeat(number.length() - FIRST - LAST)
                + number.substring(number.length() - LAST);
    }
}
