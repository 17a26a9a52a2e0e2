package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as {@code 2026/11/22}, {@code 2026-11-22}, {@code 2026.11.22}, {@code 20261122} or {@code 2026年11月22日}, a time
 * after it forgiven, and the serial numbers that spreadsheets show where a date is not formatted as one.
 *
 * @param from1904 whether those count from 1904
 */
record DateValue(Column column, boolean from1904) implements ValueReader {

    private static final int LONGEST_DAY = 11;

    /** No body, person or document on record is older; an earlier year is one with digits missing. */
    private static final int EARLIEST_YEAR = 1850;
    private static final Pattern WITH_TIME = Pattern.compile("(.{8,11}?)[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?");

    /** Day 0 of the 1900 date system for all days after February 1900 (ECMA-376 part 1, 18.17.4.1). */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    /** Day 0 of the 1904 date system. */
    private static final LocalDate SERIAL_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);

    /** Five digits for a day outside are no date that anybody sends. */
    private static final LocalDate EARLIEST_SERIAL = LocalDate.of(1982, 2, 18);

    private static final LocalDate LATEST_SERIAL = LocalDate.of(2099, 12, 31);

    @Override
    public @Nullable String read(String cell, Complaints complaints) {
        LocalDate counted = cell.length() == 5 && digits(cell, 0, 5) ? counted(cell) : null;
        if (counted != null) {
            complaints.remark(column, Remark.DATE_SERIAL);
            return counted.toString();
        }
        String text = withoutMidnight(cell);
        if (text.length() > LONGEST_DAY) {
            Matcher timed = WITH_TIME.matcher(text);
            if (timed.matches()) {
                text = timed.group(1);
                complaints.remark(column, Remark.TIME_DROPPED);
            }
        }
        int[] parts = parts(text);
        if (parts == null) {
            complaints.broken(column, Rule.DATE_FORMAT,
                    "不是可识别的日期：" + Texts.quoted(cell) + "，请按“年/月/日”填写，如 2026/11/22；长期填 2099/12/31",
                    "is no date: " + Texts.quotedInEnglish(cell) + "; write it as 2026/11/22, and 2099/12/31 for no end");
            return null;
        }
        try {
            LocalDate day = LocalDate.of(parts[0], parts[1], parts[2]);
            if (day.getYear() >= EARLIEST_YEAR) {
                return day.toString();
            }
            complaints.broken(column, Rule.DATE_IMPOSSIBLE,
                    "的年份早于 " + EARLIEST_YEAR + " 年：" + Texts.quoted(cell) + "，疑似年份缺位或多位，请核对文书后更正",
                    "lies before " + EARLIEST_YEAR + ": " + Texts.quotedInEnglish(cell) + "; digits of the year may be missing, see the"
                            + " document");
            return null;
        } catch (DateTimeException e) {
            complaints.broken(column, Rule.DATE_IMPOSSIBLE, "不是真实存在的日期：" + Texts.quoted(cell) + "，请核对文书后更正",
                    "is a day that does not exist: " + Texts.quotedInEnglish(cell) + "; see the document");
            return null;
        }
    }

    /** The day that a serial number stands for; null when it is unlikely to be one. */
    private @Nullable LocalDate counted(String digits) {
        LocalDate day = (from1904 ? SERIAL_ZERO_OF_1904 : SERIAL_ZERO).plusDays(Integer.parseInt(digits));
        return day.isBefore(EARLIEST_SERIAL) || day.isAfter(LATEST_SERIAL) ? null : day;
    }

    private static int @Nullable [] parts(String text) {
        int length = text.length();
        if (length == 8 && digits(text, 0, 8)) {
            return of(text, 0, 4, 4, 6, 6, 8);
        }
        if (length < 8 || length > 11) {
            return null;
        }
        char first = text.charAt(4);
        char second = first == '年' ? '月' : first;
        int end = first == '年' && text.endsWith("日") ? length - 1 : length;
        if (first != '/' && first != '-' && first != '.' && first != '年') {
            return null;
        }
        int middle = text.indexOf(second, 5);
        if (middle < 0 || middle - 5 > 2 || end - middle - 1 > 2) {
            return null;
        }
        boolean allDigits = digits(text, 0, 4) && digits(text, 5, middle) && digits(text, middle + 1, end);
        return allDigits ? of(text, 0, 4, 5, middle, middle + 1, end) : null;
    }

    private static int[] of(String text, int... bounds) {
        return new int[] {
            Integer.parseInt(text, bounds[0], bounds[1], 10),
            Integer.parseInt(text, bounds[2], bounds[3], 10),
            Integer.parseInt(text, bounds[4], bounds[5], 10)
        };
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    private static String withoutMidnight(String cell) {
        for (String midnight : new String[] {" 00:00:00.0", " 00:00:00", " 0:00:00", " 0:00", "T00:00:00"}) {
            if (cell.endsWith(midnight)) {
                return cell.substring(0, cell.length() - midnight.length());
            }
        }
        return cell;
    }
}
