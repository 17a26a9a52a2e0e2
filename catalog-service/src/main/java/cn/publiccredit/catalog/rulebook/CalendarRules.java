package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Faults;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** What must hold in a year's calendar. */
final class CalendarRules {

    private CalendarRules() {}

    static void check(WorkingCalendar calendar, Faults faults) {
        calendar.holidays().stream().filter(CalendarRules::isWeekend).forEach(day -> faults.add("holidays", "weekday",
                day + " 本是周末，不必列入 holidays，请删除。", day + " is a weekend day anyway; remove it from holidays."));
        calendar.workdays().stream().filter(day -> !isWeekend(day)).forEach(day -> faults.add("workdays", "weekend",
                day + " 本是工作日，不必列入 workdays，请删除。", day + " is a weekday anyway; remove it from workdays."));
        inYear(calendar.holidays(), "holidays", calendar.year(), faults);
        inYear(calendar.workdays(), "workdays", calendar.year(), faults);
    }

    private static void inYear(List<LocalDate> days, String field, int year, Faults faults) {
        days.stream().filter(day -> day.getYear() != year).forEach(day -> faults.add(field, "year",
                day + " 不属于 " + year + " 年，请更正。", day + " is not in " + year + "; correct it."));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
