package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.filing.Annulment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrears as the API tells them.
 *
 * @param daysOverdue since the day it was due; 0 once settled
 */
record ArrearsView(
        String id,
        String number,
        Party body,
        Counterparty counterparty,
        String about,
        Yuan amount,
        Yuan outstanding,
        LocalDate dueOn,
        long daysOverdue,
        Arrears.State state,
        List<PaymentView> payments,
        List<EventView> events,
        Annulment.@Nullable View annulment,
        boolean inRecord,
        long version) {

    static ArrearsView of(Arrears a, LocalDate today) {
        boolean over = a.state() != Arrears.State.REPORTED && a.state() != Arrears.State.CONFIRMED;
        return new ArrearsView(a.id(), a.number(), a.body(), a.counterparty(), a.about(),
                Yuan.told(a.amount()), Yuan.told(a.outstanding()),
                a.dueOn(), over ? 0 : ChronoUnit.DAYS.between(a.dueOn(), today), a.state(),
                a.payments().stream().map(p -> new PaymentView(Yuan.told(p.amount()), p.on(), p.evidence())).toList(),
                EventView.of(a.events()), Annulment.view(a.annulment()), a.filed() == a.events().size(), a.versionNumber());
    }

    record PaymentView(Yuan amount, LocalDate on, @Nullable String evidence) {}
}
