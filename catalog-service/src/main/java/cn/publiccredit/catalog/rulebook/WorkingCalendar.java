package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year's working days after the State Council's notice.
 *
 * @param holidays weekdays that are off
 * @param workdays Saturdays and Sundays that are worked
 */
record WorkingCalendar(
        int year,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String legalBasis,
        String source,
        List<LocalDate> holidays,
        List<LocalDate> workdays)
        implements Versioned {

    WorkingCalendar {
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }

    @Override
    public String code() {
        return Integer.toString(year);
    }
}
