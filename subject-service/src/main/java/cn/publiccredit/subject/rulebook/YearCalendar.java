package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One year of the State Council's holiday arrangement.
 *
 * @param holidays weekdays that are off
 * @param workdays Saturdays and Sundays that are worked
 * @param source the notice
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record YearCalendar(int year, Set<LocalDate> holidays, Set<LocalDate> workdays, @Nullable String source) {

    public YearCalendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workdays.contains(day) : !holidays.contains(day);
    }
}
