package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.support.work.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Money that a body owes and has not paid in time (保障中小企业款项支付条例). One document.
 *
 * @param debt which debt it is, whoever reports it: no two that stand have the same; one that does not stand has one of its own
 * @param about what it is owed for
 * @param amount in yuan
 * @param confirmedBy whoever found it to be true; null before, and where the account belonged to no organisation
 * @param annulment what was last proposed to be taken back; null when nothing was
 * @param filed how many of the events are in the body's record already
 */
@Document(Arrears.COLLECTION)
record Arrears(
        @Id String id,
        String number,
        String debt,
        Party body,
        Counterparty counterparty,
        String about,
        BigDecimal amount,
        LocalDate dueOn,
        State state,
        @Nullable Party confirmedBy,
        List<Payment> payments,
        List<Event> events,
        @Nullable Annulment annulment,
        int filed,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "arrears";

    /** Where it stands. */
    enum State {
        /** Somebody says so. */
        REPORTED("待核实"),
        /** It is true: in the body's record. */
        CONFIRMED("拖欠"),
        SETTLED("已清偿"),
        /** It is not true, or not owed. */
        DISMISSED("不予认定"),
        /** It had been confirmed in error. */
        ANNULLED("认定已撤销");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /**
     * Which debt it is: the creditor and the body may each report it.
     *
     * @param amount in yuan, with however many zeros behind the point
     */
    static String debtOf(Party body, Counterparty creditor, LocalDate due, BigDecimal amount) {
        return String.join("|", body.uscc(), creditor.uscc(), due.toString(), amount.stripTrailingZeros().toPlainString());
    }

    private static boolean stands(State state) {
        return state != State.DISMISSED && state != State.ANNULLED;
    }

    record Payment(BigDecimal amount, LocalDate on, @Nullable String evidence) {}

    BigDecimal outstanding() {
        return payments.stream().map(Payment::amount).reduce(amount, BigDecimal::subtract).max(BigDecimal.ZERO);
    }

    /** The day of the last payment, whenever it was entered; the day it was due while there is none. */
    LocalDate paidUntil() {
        return payments.stream().map(Payment::on).max(LocalDate::compareTo).orElse(dueOn);
    }

    Arrears paid(Payment payment) {
        List<Payment> more = new ArrayList<>(payments);
        more.add(payment);
        return new Arrears(id, number, debt, body, counterparty, about, amount, dueOn, state, confirmedBy, more, events, annulment,
                filed, work, version);
    }

    Arrears confirmedBy(@Nullable Party authority) {
        return new Arrears(id, number, debt, body, counterparty, about, amount, dueOn, state, authority, payments, events,
                annulment, filed, work, version);
    }

    Arrears annulling(Annulment changed) {
        return new Arrears(id, number, debt, body, counterparty, about, amount, dueOn, state, confirmedBy, payments, events,
                changed, filed, work, version);
    }

    /** @param recorded whether what happened belongs into the body's record */
    Arrears then(State next, Event event, boolean recorded) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        String key = stands(next) ? debt : debt + "|" + id;
        return new Arrears(id, number, key, body, counterparty, about, amount, dueOn, next, confirmedBy, payments, more, annulment, filed,
                recorded ? Work.dueAt(event.at()) : work, version);
    }

    long versionNumber() {
        return Objects.requireNonNullElse(version, 0L);
    }
}
