package cn.publiccredit.repair.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One year of the State Council's holiday arrangement.
 *
 * @param holidays weekdays that are off
 * @param workdays Saturdays and Sundays that are worked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record YearCalendar(int year, SortedSet<LocalDate> holidays, SortedSet<LocalDate> workdays) {

    YearCalendar {
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        workdays = Collections.unmodifiableSortedSet(new TreeSet<>(workdays));
    }

    /** A year whose arrangement is not published yet: Monday to Friday. */
    static YearCalendar unpublished(int year) {
        return new YearCalendar(year, new TreeSet<>(), new TreeSet<>());
    }

    boolean isPublished() {
        return !holidays.isEmpty();
    }

    boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workdays.contains(day) : !holidays.contains(day);
    }
}
