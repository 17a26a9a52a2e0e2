package cn.publiccredit.report.verification;

import cn.publiccredit.report.source.Dates;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days of instants, in the zone of documents. */
final class Days {

    private Days() {}

    static LocalDate of(Instant time) {
        return time.atZone(TimeConfiguration.ZONE).toLocalDate();
    }

    /** The day of an instant or a date in text; null when it is neither. */
    static @Nullable String of(@Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            return of(OffsetDateTime.parse(time).toInstant()).toString();
        } catch (DateTimeParseException onlyADay) {
            return Dates.day(time).map(LocalDate::toString).orElse(null);
        }
    }

    static @Nullable String later(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) < 0 ? b : a;
    }
}
