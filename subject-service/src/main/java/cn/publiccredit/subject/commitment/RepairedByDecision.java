package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.commitment.Commitment.State;
import cn.publiccredit.subject.record.RecordRepaired;
import cn.publiccredit.support.work.LeasedWorker;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A broken commitment whose record was repaired by a decision is repaired: its subject may make others again, and a further breach is
 * one after the repair.
 */
@Component
class RepairedByDecision {

    private final Commitments store;
    private final LeasedWorker worker;
    private final Clock clock;

    RepairedByDecision(Commitments store, @Qualifier(CommitmentFiling.WORKER) LeasedWorker worker, Clock clock) {
        this.store = store;
        this.worker = worker;
        this.clock = clock;
    }

    @EventListener
    void on(RecordRepaired repaired) {
        CommitmentFiling.commitment(repaired.matter()).ifPresent(id -> {
            store.change(id, commitment -> after(commitment, repaired));
            worker.wake();
        });
    }

    private Commitment after(Commitment commitment, RecordRepaired repaired) {
        Commitment.Event last = commitment.events().getLast();
        if (last.state() != State.BROKEN || last.at().isAfter(repaired.at())) {
            return commitment;
        }
        LocalDate on = repaired.on().isBefore(last.on()) ? last.on() : repaired.on();
        return commitment.then(new Commitment.Event(State.REPAIRED, on, repaired.reason(), null, repaired.decidedBy(),
                repaired.decidedBy(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
