package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
        List<AmendmentView> amendments,
        Annulment.@Nullable View annulment,
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
                Yuan.of(c.amount()), steps, c.state(), c.nextDue() != null && steps.stream().anyMatch(MilestoneView::overdue), c.breach(),
                EventView.of(c.events()), c.amendments().stream().map(AmendmentView::of).toList(), Annulment.view(c.annulment()),
                c.filed() == c.events().size(), c.versionNumber());
    }

    record AmendmentView(
            int milestone, LocalDate from, LocalDate to, String agreement, LocalDate signedOn, String actor, OffsetDateTime at) {

        static AmendmentView of(Amendment a) {
            return new AmendmentView(a.milestone(), a.from(), a.to(), a.agreement(), a.signedOn(), a.actorName(),
                    a.at().atZone(TimeConfiguration.ZONE).toOffsetDateTime());
        }
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
