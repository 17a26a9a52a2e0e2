package cn.publiccredit.subject.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The parts of a citizen's identity number (GB 11643-1999): 17 digits and a check character, a birth date in the middle. */
public final class CitizensNumber {

    public static final int LENGTH = 18;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int EARLIEST_YEAR = 1850;
    private static final int OLD_CENTURY = 1900;

    private CitizensNumber() {}

    /** Whether these are 17 digits and a digit or X. */
    public static boolean hasShape(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && !(i == LENGTH - 1 && c == 'X')) {
                return false;
            }
        }
        return true;
    }

    /** The birth date in a text of that shape; empty when there is no such day, or none that anybody alive was born on. */
    public static Optional<LocalDate> birthDate(String number) {
        return day(Integer.parseInt(number, 6, 10, 10), number, 10).filter(day -> day.getYear() >= EARLIEST_YEAR);
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** Whether date and check character are right, which hardly any other number's are. */
    static boolean isRight(String text) {
        return hasShape(text) && text.charAt(LENGTH - 1) == checkCharacter(text) && birthDate(text).isPresent();
    }

    /** Whether 15 digits have a birth date where the numbers issued until 1999 had it. */
    static boolean isOld(String digits) {
        return day(OLD_CENTURY + Integer.parseInt(digits, 6, 8, 10), digits, 8).isPresent();
    }

    private static Optional<LocalDate> day(int year, String number, int month) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(number, month, month + 2, 10),
                    Integer.parseInt(number, month + 2, month + 4, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
