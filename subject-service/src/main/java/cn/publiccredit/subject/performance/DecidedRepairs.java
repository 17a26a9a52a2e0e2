package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.record.RecordRepaired;
import cn.publiccredit.support.work.LeasedWorker;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A contract whose breach's record was repaired by a decision is in breach no more: nobody is repaired who has not put it right. That there
 * was a breach the body's rate goes on telling, and a further one is one after the repair.
 */
@Component
class DecidedRepairs {

    private final Ledger ledger;
    private final PerformanceDesk desk;
    private final LeasedWorker worker;

    DecidedRepairs(Ledger ledger, PerformanceDesk desk, @Qualifier(PerformanceFiling.CONTRACTS) LeasedWorker worker) {
        this.ledger = ledger;
        this.desk = desk;
        this.worker = worker;
    }

    @EventListener
    void on(RecordRepaired repaired) {
        PerformanceFiling.contract(repaired.matter()).ifPresent(id -> {
            ledger.change(Contract.class, id, contract -> after(contract, repaired));
            worker.wake();
        });
    }

    private Contract after(Contract contract, RecordRepaired repaired) {
        return Fault.among(contract.events())
                .filter(fault -> contract.breach() != null && !fault.breach().at().isAfter(repaired.at()))
                .map(fault -> repaired(contract, fault, repaired)).orElse(contract);
    }

    private Contract repaired(Contract contract, Fault fault, RecordRepaired repaired) {
        LocalDate on = repaired.on().isBefore(fault.breach().on()) ? fault.breach().on() : repaired.on();
        Contract changed = contract.breached(null);
        return changed.then(new Event(Event.Kind.REPAIRED, changed.remedied(), repaired.reason(), on, repaired.decidedBy(),
                repaired.decidedBy(), desk.now(), repaired.repairCase()));
    }
}
