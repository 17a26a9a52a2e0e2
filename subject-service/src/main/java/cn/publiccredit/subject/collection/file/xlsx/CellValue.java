package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.CellFlaw;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A cell as people see it: numbers without the noise of binary fractions, dates in ISO form. */
record CellValue(String text, @Nullable CellFlaw flaw) {

    /** What a spreadsheet keeps and shows of a number; further digits in the file are noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final BigDecimal FIRST_LOSING_DIGITS = BigDecimal.TEN.pow(15);
    private static final int LONGEST_NUMBER = 40;
    private static final double DAYS_UNTIL_YEAR_10000 = 2_958_466;
    private static final int SECONDS = 86_400;
    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static CellValue plain(String text) {
        return new CellValue(text, null);
    }

    /** @param date whether the cell's style shows a date */
    static CellValue number(String raw, boolean date, boolean from1904) {
        BigDecimal exact = parsed(raw);
        if (exact == null) {
            return plain(raw);
        }
        if (date && exact.signum() >= 0 && exact.doubleValue() < DAYS_UNTIL_YEAR_10000) {
            if (exact.compareTo(BigDecimal.ONE) < 0) {
                return new CellValue(exact.round(DIGITS).stripTrailingZeros().toPlainString(), CellFlaw.NO_DAY);
            }
            return plain(date(exact.doubleValue(), from1904));
        }
        BigDecimal shown = exact.round(DIGITS).stripTrailingZeros();
        boolean lost = exact.abs().compareTo(FIRST_LOSING_DIGITS) >= 0;
        return new CellValue(shown.toPlainString(), lost ? CellFlaw.LOST_DIGITS : null);
    }

    private static @Nullable BigDecimal parsed(String raw) {
        if (raw.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(raw.strip());
            return Math.abs((long) exact.precision() - exact.scale()) > LONGEST_NUMBER
                            || Math.abs((long) exact.scale()) > 400
                    ? null
                    : exact;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    // Serials of the 1900 system count a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1).
    static String date(double serial, boolean from1904) {
        long seconds = Math.round(serial * SECONDS);
        long day = seconds / SECONDS;
        LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        LocalDateTime time = first.plusDays(day).atStartOfDay().plusSeconds(seconds % SECONDS);
        return seconds % SECONDS == 0 ? time.toLocalDate().toString() : WITH_TIME.format(time);
    }
}
