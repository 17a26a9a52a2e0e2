package cn.publiccredit.report.archive;

import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Numbers and codes of reports: 公共信用信息报告标准（2022年版） numbers are {@code yyyyMMddHHmmss} + 8 of 0-9A-Z. */
public final class ReportNumber {

    /** What a number looks like. */
    public static final String PATTERN = "[0-9]{14}[0-9A-Z]{8}";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Without characters that people confuse on paper. */
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final RandomGenerator RANDOM = new SecureRandom();

    private ReportNumber() {}

    /** A new number of this second. */
    public static String next(ZonedDateTime at) {
        return at.format(SECOND) + random(LETTERS, 8);
    }

    /** A new verification code: 12 characters, about 59 bits that cannot be guessed. */
    public static String nextCode() {
        return random(CODE_LETTERS, 12);
    }

    private static String random(String letters, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return text.toString();
    }
}
