package cn.publiccredit.repair.application;

import cn.publiccredit.repair.calendar.Deadlines;
import cn.publiccredit.repair.calendar.Timers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the determining department does: it accepts or refuses, and extends its review. */
@Component
class Handling {

    private final CaseDesk desk;
    private final Timers timers;
    private final Clock clock;

    Handling(CaseDesk desk, Timers timers, Clock clock) {
        this.desk = desk;
        this.timers = timers;
        this.clock = clock;
    }

    RepairCase accept(CaseDesk.Change wanted, @Nullable String note) {
        return desk.change(wanted, repair -> repair.accept(
                timers.accepted(deadlines(repair), LocalDate.now(clock)), Actor.of(wanted.caller()), now(), note));
    }

    RepairCase refuse(CaseDesk.Change wanted, String reason) {
        return desk.change(wanted, repair -> repair.refuse(Actor.of(wanted.caller()), now(), reason));
    }

    /** @throws cn.publiccredit.support.problem.Problem 503 while it is not known what the rules allow */
    int longestExtension() {
        return timers.longestExtension();
    }

    RepairCase extend(CaseDesk.Change wanted, String reason, int workingDays) {
        return desk.change(wanted, repair -> repair.extend(
                timers.extended(deadlines(repair), LocalDate.now(clock), workingDays),
                Actor.of(wanted.caller()), now(), reason));
    }

    private static Deadlines deadlines(RepairCase repair) {
        return Objects.requireNonNull(repair.deadlines, "a forwarded case has deadlines");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
