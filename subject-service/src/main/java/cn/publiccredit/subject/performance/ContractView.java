package cn.publiccredit.subject.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract or promise as the API tells it.
 *
 * @param inRecord whether all that happened is in the body's credit record
 */
record ContractView(
        String id,
        Contract.Kind kind,
        String number,
        String title,
        Party body,
        Counterparty counterparty,
        LocalDate signedOn,
        @Nullable Yuan amount,
        List<MilestoneView> milestones,
        Contract.State state,
        boolean overdue,
        @Nullable String breach,
        List<EventView> events,
        boolean inRecord,
        long version) {

    static ContractView of(Contract c, LocalDate today) {
        List<MilestoneView> steps = new ArrayList<>();
        for (int i = 0; i < c.milestones().size(); i++) {
            Contract.Milestone m = c.milestones().get(i);
            steps.add(new MilestoneView(i, m.name(), m.dueOn(), Yuan.of(m.amount()), m.doneOn(), m.evidence(),
                    m.isOverdue(today)));
        }
        return new ContractView(c.id(), c.kind(), c.number(), c.title(), c.body(), c.counterparty(), c.signedOn(),
                Yuan.of(c.amount()), steps, c.state(), steps.stream().anyMatch(MilestoneView::overdue), c.breach(),
                EventView.of(c.events()), c.filed() == c.events().size(), c.versionNumber());
    }

    record MilestoneView(
            int index,
            String name,
            LocalDate dueOn,
            @Nullable Yuan amount,
            @Nullable LocalDate doneOn,
            @Nullable String evidence,
            boolean overdue) {}
}
