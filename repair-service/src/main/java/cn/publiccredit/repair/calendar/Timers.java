package cn.publiccredit.repair.calendar;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Sets a case's deadlines by the catalogue's repair rules and working calendar. */
@Component
public class Timers {

    private final RuleBooks books;

    Timers(RuleBooks books) {
        this.books = books;
    }

    /** The deadlines of a case that the department receives today. */
    public Deadlines received(LocalDate today) {
        RepairRules rules = books.repairRules();
        WorkingDays days = days();
        LocalDate totalBy = days.after(today, rules.totalWorkingDays());
        return new Deadlines(
                today, days.after(today, rules.acceptWorkingDays()), null, totalBy, !days.isPublished(totalBy));
    }

    /** The deadlines when the case is accepted today. */
    public Deadlines accepted(Deadlines before, LocalDate today) {
        WorkingDays days = days();
        LocalDate reviewBy = days.after(today, books.repairRules().reviewWorkingDays());
        return new Deadlines(
                before.receivedOn(), before.acceptBy(), reviewBy, before.totalBy(),
                !days.isPublished(reviewBy) || !days.isPublished(before.totalBy()));
    }

    /** The deadlines when the review is extended by this many working days. */
    public Deadlines extended(Deadlines before, LocalDate today, int workingDays) {
        WorkingDays days = days();
        LocalDate reviewBy = days.after(before.reviewBy() == null ? today : before.reviewBy(), workingDays);
        LocalDate totalBy = days.after(before.totalBy(), workingDays);
        return new Deadlines(
                before.receivedOn(), before.acceptBy(), reviewBy, totalBy,
                !days.isPublished(reviewBy) || !days.isPublished(totalBy));
    }

    /**
     * By how many working days a review may be extended at most.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 while the catalogue is silent and never told
     */
    public int longestExtension() {
        return books.longestExtension();
    }

    /** The last day on which a subject that gave false material today cannot repair. */
    public LocalDate barredUntil(LocalDate today) {
        return today.plusYears(books.repairRules().falseMaterialYears());
    }

    private WorkingDays days() {
        return new WorkingDays(books::calendar);
    }
}
