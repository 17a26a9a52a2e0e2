package cn.publiccredit.local.samples;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Identity codes of subjects that do not exist: their check characters are right (GB 32100-2015, GB 11714-1997,
 * GB 11643-1999), and what stands before tells a person that they are made up.
 */
public final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Codes() {}

    /**
     * A unified social credit code.
     *
     * @param kind the first two characters, such as 91 for an enterprise
     * @param mark four characters that say what it is for, such as TE5T
     * @param number tells it from the others, below 31 to the power of 4
     */
    public static String uscc(String kind, String division, String mark, int number) {
        String body = mark + base31(number);
        String code = kind + division + body + organisationCheck(body);
        return code + UnifiedSocialCreditCode.checkCharacter(code);
    }

    /** A citizen's number of somebody born in 1900, which nobody living has. */
    static String citizen(String division, int dayOfYear, int sequence) {
        String born = LocalDate.ofYearDay(1900, dayOfYear).format(DateTimeFormatter.BASIC_ISO_DATE);
        String body = division + born + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static String base31(int number) {
        char[] digits = new char[4];
        int rest = number;
        for (int i = 3; i >= 0; i--) {
            digits[i] = ALPHABET.charAt(rest % 31);
            rest /= 31;
        }
        return new String(digits);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
