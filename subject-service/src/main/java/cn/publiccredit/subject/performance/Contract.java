package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.support.work.Work;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A government contract or a policy promise, and how it is kept. One document.
 *
 * @param key which contract it is, whoever registers it and however its number is spaced; no two have the same
 * @param number the contract's own number, or that of the document that promises
 * @param amount in yuan; null where it is not about money
 * @param nextDue when the first open milestone is due; null when none is open
 * @param breach the breach that stands; null when none does
 * @param annulment what was last proposed to be taken back; null when nothing was
 * @param filed how many of the events are in the body's record already
 */
@Document(Contract.COLLECTION)
record Contract(
        @Id String id,
        String key,
        Kind kind,
        String number,
        String title,
        Party body,
        Counterparty counterparty,
        LocalDate signedOn,
        @Nullable BigDecimal amount,
        List<Milestone> milestones,
        @Nullable LocalDate nextDue,
        @Nullable String breach,
        List<Event> events,
        List<Amendment> amendments,
        @Nullable Annulment annulment,
        int filed,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "governmentContracts";

    enum Kind {
        /** 政府合同 */
        CONTRACT,
        /** 政策承诺 */
        PROMISE
    }

    /** Something to be done by a day. @param doneOn null while it is open */
    record Milestone(
            String name,
            LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable LocalDate doneOn,
            @Nullable String evidence) {

        boolean isOverdue(LocalDate today) {
            return doneOn == null && dueOn.isBefore(today);
        }

        boolean wasLate() {
            return doneOn != null && doneOn.isAfter(dueOn);
        }
    }

    enum State {
        RUNNING("履行中"),
        BREACHED("违约"),
        FULFILLED("履行完毕"),
        /** Registered in error. */
        ANNULLED("登记已撤销");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** The same contract under the same number, which people space and type in several ways. */
    static String keyOf(Party body, Counterparty counterparty, LocalDate signedOn, String number) {
        String written = Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return String.join("|", body.uscc(), counterparty.uscc(), signedOn.toString(), written);
    }

    State state() {
        if (annulment != null && annulment.isOfTheWhole()) {
            return State.ANNULLED;
        }
        if (breach != null) {
            return State.BREACHED;
        }
        return milestones.stream().allMatch(m -> m.doneOn() != null) ? State.FULFILLED : State.RUNNING;
    }

    static @Nullable LocalDate firstOpen(List<Milestone> milestones) {
        return milestones.stream().filter(m -> m.doneOn() == null).map(Milestone::dueOn)
                .min(LocalDate::compareTo).orElse(null);
    }

    Contract done(int index, LocalDate on, @Nullable String evidence) {
        Milestone m = milestones.get(index);
        return with(replaced(index, new Milestone(m.name(), m.dueOn(), m.amount(), on, evidence)), breach, amendments);
    }

    Contract amended(Amendment amendment) {
        Milestone m = milestones.get(amendment.milestone());
        List<Amendment> more = new ArrayList<>(amendments);
        more.add(amendment);
        return with(replaced(amendment.milestone(), new Milestone(m.name(), amendment.to(), m.amount(), m.doneOn(), m.evidence())),
                breach, more);
    }

    Contract breached(@Nullable String facts) {
        return with(milestones, facts, amendments);
    }

    /** How its record tells where it stands after a breach was put right. */
    String remedied() {
        return "违约已整改，" + state().zh();
    }

    private List<Milestone> replaced(int index, Milestone milestone) {
        List<Milestone> all = new ArrayList<>(milestones);
        all.set(index, milestone);
        return all;
    }

    private Contract with(List<Milestone> steps, @Nullable String fault, List<Amendment> agreed) {
        return new Contract(id, key, kind, number, title, body, counterparty, signedOn, amount, steps, firstOpen(steps), fault,
                events, agreed, annulment, filed, work, version);
    }

    Contract annulling(Annulment changed) {
        return new Contract(id, key, kind, number, title, body, counterparty, signedOn, amount, milestones, nextDue, breach,
                events, amendments, changed, filed, work, version);
    }

    /** Taken back as a whole: nothing of it is due any more, and the same contract may be registered as it should have been. */
    Contract annulled(Annulment approved) {
        return new Contract(id, key + "|" + id, kind, number, title, body, counterparty, signedOn, amount, milestones, null, null,
                events, amendments, approved, filed, work, version);
    }

    Contract then(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new Contract(id, key, kind, number, title, body, counterparty, signedOn, amount, milestones, nextDue, breach, more,
                amendments, annulment, filed, Work.dueAt(event.at()), version);
    }

    long versionNumber() {
        return Objects.requireNonNullElse(version, 0L);
    }
}
