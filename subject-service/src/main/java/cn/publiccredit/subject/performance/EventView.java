package cn.publiccredit.subject.performance;

import cn.publiccredit.support.time.TimeConfiguration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a contract or to arrears. @param repairCase the repair case that decided so; null where it was no such decision */
record EventView(
        Event.Kind kind,
        String status,
        @Nullable String facts,
        LocalDate on,
        String actor,
        OffsetDateTime at,
        @Nullable String repairCase) {

    static List<EventView> of(List<Event> events) {
        return events.stream().map(e -> new EventView(e.kind(), e.status(), e.facts(), e.on(), e.actorName(),
                e.at().atZone(TimeConfiguration.ZONE).toOffsetDateTime(), e.repairCase())).toList();
    }
}
