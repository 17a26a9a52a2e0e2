package cn.publiccredit.catalog.content;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** When a next version may begin: what was in force on days that are past stays so in every answer about them. */
@Component
public class Succession {

    private final VersionStore store;
    private final Clock clock;

    Succession(VersionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes a version that would begin before today, or before the published one that it follows. First versions may. */
    public void check(Piece<?> next, Faults faults) {
        check(next, store.heads(next.kind(), next.code()), faults);
    }

    /** As {@link #check(Piece, Faults)} where the versions of its code have been read already. */
    public void check(Piece<?> next, Collection<Head> versions, Faults faults) {
        Head.newestPublished(versions).ifPresent(last -> {
            LocalDate today = LocalDate.now(clock);
            LocalDate earliest = last.effectiveFrom().isAfter(today) ? last.effectiveFrom() : today;
            check(next.content().effectiveFrom(), earliest, faults);
        });
    }

    /** Notes a version that would begin before this day. */
    public static void check(LocalDate from, LocalDate earliest, Faults faults) {
        faults.unless(!from.isBefore(earliest), "effectiveFrom", "not-retroactive",
                "新版本的生效日期 " + from + " 早于 " + earliest + "，会改变以往日期的查询结果，请改为 " + earliest + " 或以后的日期。",
                "A next version in force from " + from + " would change answers about the past; make it " + earliest
                        + " or later.");
    }
}
