package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a row has in the place of a code, as it may be kept and shown. People type their id numbers there; those, and all that
 * is not even shaped like a code, are masked.
 */
record CodeText(String code, String name) {

    /** 17 digits and a check character with a birth date in the middle (GB 11643), which a wrong code is unlikely to have. */
    private static final Pattern ID_NUMBER =
            Pattern.compile("\\d{6}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]");

    private static final int LONGEST_NAME = 200;

    static CodeText of(Masks masks, String code, String name) {
        String text = code.strip().toUpperCase(Locale.ROOT);
        String plain = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        if (ID_NUMBER.matcher(text).matches()) {
            return new CodeText(masks.number(text), masks.name(plain));
        }
        boolean code18 = UnifiedSocialCreditCode.hasShape(text) || text.equals(UnifiedSocialCreditCode.PLACEHOLDER);
        return new CodeText(code18 ? text : masks.number(text.length() > 40 ? text.substring(0, 40) : text), plain);
    }
}
