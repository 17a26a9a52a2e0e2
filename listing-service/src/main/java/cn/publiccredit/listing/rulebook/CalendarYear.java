package cn.publiccredit.listing.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * One year's working days after the State Council's notice on holidays.
 *
 * @param holidays weekdays that are off
 * @param workdays weekend days that are worked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CalendarYear(int year, Set<LocalDate> holidays, Set<LocalDate> workdays) {

    CalendarYear {
        Garbage.unless(year > 0 && holidays != null && workdays != null);
    }

    /** A year whose holidays are not announced yet: weekends only. */
    static CalendarYear unannounced(int year) {
        return new CalendarYear(year, Set.of(), Set.of());
    }

    boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workdays.contains(day) : !holidays.contains(day);
    }
}
