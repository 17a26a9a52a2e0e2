package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unified social credit codes after GB 32100-2015. What else looks odd about a valid one is remarked only: real valid
 * codes hold wrong organisation codes and divisions that are no more.
 *
 * @param withdrawn divisions that are no more
 */
record UsccValue(Column column, Set<String> withdrawn) implements ValueReader {

    private static final int LENGTH = 18;

    @Override
    public @Nullable String read(String cell, Complaints complaints) {
        String code = cell.toUpperCase(Locale.ROOT);
        if (!code.equals(cell)) {
            complaints.remark(column, Remark.LOWER_CASE);
        }
        if (code.length() != LENGTH) {
            complaints.broken(column, Rule.USCC_LENGTH, "应为 18 位，实为 " + code.length() + " 位"
                    + (code.length() == 15 ? "（疑似旧工商注册号）" : "") + "，请填写营业执照上的统一社会信用代码",
                    "must be a credit code of 18 characters and has " + code.length()
                            + (code.length() == 15 ? " (perhaps an old registration number)" : "") + "; see the business licence");
            return null;
        }
        if (code.equals(UnifiedSocialCreditCode.PLACEHOLDER)) {
            if (column.allowsPlaceholder()) {
                return code;
            }
            complaints.broken(column, Rule.USCC_PLACEHOLDER, "不得填写占位代码 00000000000000000X，请填写真实的统一社会信用代码");
            return null;
        }
        if (!UnifiedSocialCreditCode.hasShape(code)) {
            complaints.broken(column, Rule.USCC_CHARACTER, "含有不允许的字符" + wrong(code)
                    + "：只能用数字和大写字母（不含 I、O、S、V、Z），请核对营业执照后更正",
                    "holds characters that no credit code has: " + wrong(code)
                            + "; digits and capitals other than I, O, S, V, Z only; see the business licence");
            return null;
        }
        char check = UnifiedSocialCreditCode.checkCharacter(code);
        if (code.charAt(LENGTH - 1) != check) {
            complaints.broken(column, Rule.USCC_CHECK_DIGIT, "校验位错误：前 17 位无误时应以 " + check
                    + " 结尾，实为 " + code.charAt(LENGTH - 1) + "，请核对营业执照后更正",
                    "is a credit code with a wrong check digit: if the first 17 characters are right it ends with " + check
                            + ", not " + code.charAt(LENGTH - 1) + "; see the business licence");
            return null;
        }
        if (!OrganisationCode.isRightIn(code)) {
            complaints.remark(column, Remark.ORGANISATION_CODE);
        }
        if (!withdrawn.isEmpty() && withdrawn.contains(code.substring(2, 8))) {
            complaints.remark(column, Remark.WITHDRAWN_DIVISION);
        }
        return code;
    }

    private static String wrong(String code) {
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            String c = code.substring(i, i + 1);
            boolean letter = c.charAt(0) >= 'A' && c.charAt(0) <= 'Z' && "IOSVZ".indexOf(c.charAt(0)) < 0;
            boolean digit = c.charAt(0) >= '0' && c.charAt(0) <= '9';
            if (!letter && !digit && wrong.indexOf(c) < 0) {
                wrong.append(c);
            }
        }
        return Texts.quoted(wrong.toString());
    }
}
