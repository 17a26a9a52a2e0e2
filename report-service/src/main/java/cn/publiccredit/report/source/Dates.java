package cn.publiccredit.report.source;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days in texts of other services, which write a date or an instant. */
public final class Dates {

    private Dates() {}

    /** The day that the text begins with, {@code 2026-11-22} or {@code 2026/11/22}; empty when there is none. */
    public static Optional<LocalDate> day(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10).replace('/', '-')));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
