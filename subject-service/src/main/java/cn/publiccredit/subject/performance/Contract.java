package cn.publiccredit.subject.performance;

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
        FULFILLED("履行完毕");

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
        List<Milestone> all = new ArrayList<>(milestones);
        Milestone m = all.get(index);
        all.set(index, new Milestone(m.name(), m.dueOn(), m.amount(), on, evidence));
        return new Contract(id, key, kind, number, title, body, counterparty, signedOn, amount, all, firstOpen(all), breach,
                events, filed, work, version);
    }

    Contract breached(@Nullable String facts) {
        return new Contract(id, key, kind, number, title, body, counterparty, signedOn, amount, milestones, nextDue, facts,
                events, filed, work, version);
    }

    Contract then(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new Contract(id, key, kind, number, title, body, counterparty, signedOn, amount, milestones, nextDue, breach, more,
                filed, Work.dueAt(event.at()), version);
    }

    long versionNumber() {
        return Objects.requireNonNullElse(version, 0L);
    }
}
