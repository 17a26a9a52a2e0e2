package cn.publiccredit.subject.personal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a personal value may be shown to others. */
public final class Masks {

    /** An id number (GB 11643) or a mobile phone number that is no part of a longer word, such as a code. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:\\d{17}[\\dXx]|\\d{15}|1[3-9]\\d{9})(?![0-9A-Za-z])");

    private Masks() {}

    static String of(PersonalClass kind, String value) {
        return switch (kind) {
            case NAME -> name(value);
            case ID_NUMBER, PHONE -> number(value);
            case ADDRESS -> address(value);
            case NONE -> kept(value, value.length() / 4, value.length() / 4);
        };
    }

    /** An id or phone number, or what may be one, with all but its ends replaced. */
    public static String number(String value) {
        return kept(value, 3, 4);
    }

    /** A person's name with everything after its first character replaced. */
    public static String name(String value) {
        return value.isEmpty() ? value : value.substring(0, value.offsetByCodePoints(0, 1)) + "**";
    }

    /** Running text about a person, with the name, and whatever looks like an id or mobile phone number, masked. */
    static String inText(String text, String name) {
        String named = name.strip().length() < 2 ? text : text.replace(name.strip(), name(name.strip()));
        return NUMBER.matcher(named).replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
    }

    // Up to the district: enough to tell two people apart, not enough to find a door.
    private static String address(String value) {
        int end = Math.max(value.indexOf('区'), Math.max(value.indexOf('县'), value.indexOf('市')));
        return end < 0 ? kept(value, Math.min(3, value.length()), 0) : value.substring(0, end + 1) + "****";
    }

    private static String kept(String value, int first, int last) {
        if (value.length() <= first + last) {
            return "*".repeat(value.length());
        }
        int hidden = value.length() - first - last;
        return value.substring(0, first) + "*".repeat(hidden) + value.substring(value.length() - last);
    }
}
