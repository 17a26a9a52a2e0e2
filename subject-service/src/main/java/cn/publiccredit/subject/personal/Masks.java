package cn.publiccredit.subject.personal;

/** What of a personal value may be shown to others. */
public final class Masks {

    private Masks() {}

    static String of(PersonalClass kind, String value) {
        return switch (kind) {
            case NAME -> name(value);
            case ID_NUMBER -> kept(value, 3, 4);
            case PHONE -> kept(value, 3, 4);
            case ADDRESS -> address(value);
            case NONE -> kept(value, value.length() / 4, value.length() / 4);
        };
    }

    /** A person's name with everything after its first character replaced. */
    public static String name(String value) {
        return value.isEmpty() ? value : value.substring(0, value.offsetByCodePoints(0, 1)) + "**";
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
