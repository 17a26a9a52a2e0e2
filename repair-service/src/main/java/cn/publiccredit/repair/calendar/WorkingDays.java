package cn.publiccredit.repair.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Counts working days over year ends; a year's calendar is fetched when a day of it is first asked for. */
final class WorkingDays {

    private final IntFunction<YearCalendar> source;
    private final Map<Integer, YearCalendar> years = new HashMap<>();

    WorkingDays(IntFunction<YearCalendar> source) {
        this.source = source;
    }

    /** The n-th working day after a day; the day itself does not count (民法典第201条). */
    LocalDate after(LocalDate day, int workingDays) {
        LocalDate last = day;
        int left = workingDays;
        while (left > 0) {
            last = last.plusDays(1);
            if (year(last).isWorkingDay(last)) {
                left--;
            }
        }
        return last;
    }

    boolean isPublished(LocalDate day) {
        return year(day).isPublished();
    }

    private YearCalendar year(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), source::apply);
    }
}
