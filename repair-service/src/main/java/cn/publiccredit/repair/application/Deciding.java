package cn.publiccredit.repair.application;

import cn.publiccredit.repair.calendar.Timers;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.LeasedWorker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a second person does: approves, rejects, and confirms that false material undoes a case. */
@Component
class Deciding {

    private final CaseDesk desk;
    private final Timers timers;
    private final LeasedWorker steps;
    private final Clock clock;

    Deciding(CaseDesk desk, Timers timers, LeasedWorker steps, Clock clock) {
        this.desk = desk;
        this.timers = timers;
        this.steps = steps;
        this.clock = clock;
    }

    RepairCase approve(CaseDesk.Change wanted, @Nullable String note) {
        RepairCase approved = desk.change(wanted, repair -> repair.approve(
                RepairSteps.IN_ORDER, Actor.of(wanted.caller()), now(), LocalDate.now(clock), note));
        steps.wake();
        return approved;
    }

    RepairCase reject(CaseDesk.Change wanted, String reason) {
        return desk.change(wanted, repair -> repair.reject(Actor.of(wanted.caller()), now(), reason));
    }

    /** The first call proposes; the second, by another person who may decide, confirms. */
    RepairCase revoke(CaseDesk.Change wanted, String reason) {
        Caller caller = wanted.caller();
        return desk.change(wanted, repair -> {
            Revocation proposed = repair.revocation;
            if (proposed == null || !CaseAccess.decides(caller, repair)) {
                repair.proposeRevocation(Actor.of(caller), now(), reason);
            } else {
                repair.confirmRevocation(
                        proposed, Actor.of(caller), now(), timers.barredUntil(LocalDate.now(clock)));
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
