package cn.publiccredit.subject.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts working days; made for one piece of work, in which each year's calendar is fetched once. */
public final class WorkingDays {

    private final RuleBooks books;
    private final Map<Integer, Optional<YearCalendar>> years = new HashMap<>();

    WorkingDays(RuleBooks books) {
        this.books = books;
    }

    /**
     * The n-th working day after a day, which itself does not count (民法典第201条); empty when it lies in a year whose arrangement
     * is not published.
     */
    public Optional<LocalDate> after(LocalDate day, int workingDays) {
        LocalDate last = day;
        int left = workingDays;
        while (left > 0) {
            last = last.plusDays(1);
            Optional<YearCalendar> year = years.computeIfAbsent(last.getYear(), books::calendar);
            if (year.isEmpty()) {
                return Optional.empty();
            }
            if (year.get().isWorkingDay(last)) {
                left--;
            }
        }
        return Optional.of(last);
    }
}
