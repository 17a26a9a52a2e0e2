package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.personal.CitizensNumber;
import cn.publiccredit.subject.rulebook.Column;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Citizens' identity numbers after GB 11643-1999. The division digits are those of first registration and are not
 * looked up: old ones are valid for ever. No message repeats the number.
 */
final class IdNumberValue {

    private IdNumberValue() {}

    /** Adds the rule that the number breaks, if any. @param number letters in upper case */
    static void check(Column column, String number, LocalDate today, Complaints complaints) {
        if (number.length() != CitizensNumber.LENGTH) {
            complaints.broken(column, Rule.ID_NUMBER_LENGTH, "应为 18 位公民身份号码，实为 " + number.length()
                    + " 位，请核对身份证后更正；使用其他证件的，请在证件类型中如实填写",
                    "must be an identity number of 18 characters and has " + number.length()
                            + "; see the card, or name the other document in its column");
        } else if (!CitizensNumber.hasShape(number)) {
            complaints.broken(column, Rule.ID_NUMBER_CHARACTER, "含有不允许的字符：前 17 位应为数字，末位为数字或 X，请核对身份证后更正");
        } else if (CitizensNumber.birthDate(number).filter(birth -> !birth.isAfter(today)).isEmpty()) {
            complaints.broken(column, Rule.ID_NUMBER_BIRTH_DATE, "第 7 至 14 位不是真实的出生日期，请核对身份证后更正");
        } else if (number.charAt(CitizensNumber.LENGTH - 1) != CitizensNumber.checkCharacter(number)) {
            complaints.broken(column, Rule.ID_NUMBER_CHECK_DIGIT, "校验位错误，请核对身份证后更正");
        }
    }

    static String normal(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }
}
