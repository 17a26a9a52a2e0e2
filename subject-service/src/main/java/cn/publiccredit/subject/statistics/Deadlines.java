package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.rulebook.WorkingDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Until when documents are to be supplied, by the working calendar; made for one circular. */
final class Deadlines {

    private final WorkingDays days;
    private final Map<Integer, Map<LocalDate, Optional<LocalDate>>> dues = new HashMap<>();

    Deadlines(WorkingDays days) {
        this.days = days;
    }

    /** The last day on which a document of this day is in time; empty when the calendar does not reach so far. */
    Optional<LocalDate> due(LocalDate document, int workingDays) {
        return dues.computeIfAbsent(workingDays, days -> new HashMap<>())
                .computeIfAbsent(document, day -> days.after(day, workingDays));
    }
}
