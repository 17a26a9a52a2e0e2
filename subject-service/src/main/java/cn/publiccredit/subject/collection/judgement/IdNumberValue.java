package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Citizens' identity numbers after GB 11643-1999. The division digits are those of first registration and are not
 * looked up: old ones are valid for ever. No message repeats the number.
 */
final class IdNumberValue {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumberValue() {}

    /** Adds the rule that the number breaks, if any. @param number letters in upper case */
    static void check(Column column, String number, LocalDate today, Complaints complaints) {
        if (number.length() != 18) {
            complaints.broken(column, Rule.ID_NUMBER_LENGTH, "应为 18 位公民身份号码，实为 " + number.length()
                    + " 位，请核对身份证后更正；使用其他证件的，请在证件类型中如实填写",
                    "must be an identity number of 18 characters and has " + number.length()
                            + "; see the card, or name the other document in its column");
        } else if (!hasShape(number)) {
            complaints.broken(column, Rule.ID_NUMBER_CHARACTER, "含有不允许的字符：前 17 位应为数字，末位为数字或 X，请核对身份证后更正");
        } else if (!hasBirthDate(number, today)) {
            complaints.broken(column, Rule.ID_NUMBER_BIRTH_DATE, "第 7 至 14 位不是真实的出生日期，请核对身份证后更正");
        } else if (number.charAt(17) != checkCharacter(number)) {
            complaints.broken(column, Rule.ID_NUMBER_CHECK_DIGIT, "校验位错误，请核对身份证后更正");
        }
    }

    static String normal(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }

    private static boolean hasShape(String number) {
        for (int i = 0; i < 18; i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && !(i == 17 && c == 'X')) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBirthDate(String number, LocalDate today) {
        try {
            LocalDate birth = LocalDate.of(Integer.parseInt(number, 6, 10, 10), Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            return birth.getYear() >= 1850 && !birth.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
