package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.subject.record.Source;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.rulebook.CommitmentTemplate;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A promise of a subject, and how it kept it. One document; each event is a state, and becomes a version of the subject's record.
 *
 * @param number for people: six digits division, eight of the day it was made, six of that day's sequence
 * @param template the template as it was when the commitment was made
 * @param matter what it was made for
 * @param authority the body that accepted it and checks it
 * @param validUntil the last day on which it binds; null for as long as the matter lasts
 * @param checkBy the day by which it is to be checked whether it is kept
 * @param shown whether it is public: the template says so and the subject is no natural person
 * @param record id of the subject's credit record of it; null until it is there
 * @param followUp the list that the last breach leads to, and what came of it; null where there is none
 * @param annulments what was proposed to be taken back, the last one last; at most that one is open
 * @param filed how many of the events are in the subject's record already
 */
@Document(Commitment.COLLECTION)
record Commitment(
        @Id String id,
        String number,
        String subject,
        String subjectName,
        SubjectKind subjectKind,
        CommitmentTemplate template,
        String matter,
        Authority authority,
        LocalDate madeOn,
        @Nullable LocalDate validUntil,
        LocalDate checkBy,
        boolean shown,
        State state,
        List<Event> events,
        @Nullable String record,
        @Nullable FollowUp followUp,
        List<Annulment> annulments,
        int filed,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "commitments";

    /** What is public as a commitment. A breach is public as a record, for as long as its publicity lasts, and nowhere longer. */
    static final Set<State> SHOWN = Set.of(State.MADE, State.FULFILLED);

    /** A government body. @param division six digits */
    record Authority(String uscc, String name, String division) {

        Source asSource() {
            return new Source(uscc, name, new Division(division));
        }
    }

    /** Where it stands. */
    enum State {
        /** Made online in place of an approval or a proof; the body named has not accepted it, so nobody else sees it yet. */
        SUBMITTED("待受理"),
        /** The body named does not accept it. */
        DECLINED("不予受理"),
        MADE("履约中"),
        FULFILLED("全部履行"),
        BROKEN("违背承诺"),
        /** Broken, and put right afterwards. */
        REPAIRED("违诺后已整改履行"),
        /** Recorded in error. */
        ANNULLED("登记已撤销");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }

        /** In the words of the report standard (公共信用信息报告标准 2022), which knows no more than these. */
        String inRecord() {
            return switch (this) {
                case SUBMITTED, DECLINED, ANNULLED -> "— —";
                case MADE -> "履行中";
                case FULFILLED, REPAIRED -> "全部履行";
                case BROKEN -> "未履行";
            };
        }

        /** Whether it belongs into the subject's record. */
        boolean isRecorded() {
            return this != SUBMITTED && this != DECLINED;
        }

        boolean mayBecome(State next) {
            return switch (this) {
                case SUBMITTED -> next == MADE || next == DECLINED;
                case DECLINED, ANNULLED -> false;
                case MADE -> next == FULFILLED || next == BROKEN;
                // Kept at the check, and broken later while it still binds.
                case FULFILLED -> next == BROKEN;
                case BROKEN -> next == REPAIRED;
                case REPAIRED -> next == BROKEN;
            };
        }
    }

    /**
     * What was found, and by whom.
     *
     * @param facts what was seen; null for the making
     * @param consequence what followed; only where it was broken
     * @param on the day that the finding names
     */
    record Event(
            State state,
            LocalDate on,
            @Nullable String facts,
            @Nullable String consequence,
            String actor,
            String actorName,
            Instant at) {}

    Commitment then(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new Commitment(id, number, subject, subjectName, subjectKind, template, matter, authority, madeOn, validUntil,
                checkBy, shown, event.state(), more, record, after(event), annulments, filed, Work.dueAt(event.at()), version);
    }

    private @Nullable FollowUp after(Event event) {
        String list = template.list();
        if (event.state() == State.BROKEN) {
            // By the event's number: each breach has a follow-up of its own.
            return list == null ? null : FollowUp.open(id + "-" + (events.size() + 1), list);
        }
        return followUp == null ? null : followUp.lapsed(event.actor(), event.at());
    }

    Commitment settled(FollowUp settled) {
        return new Commitment(id, number, subject, subjectName, subjectKind, template, matter, authority, madeOn, validUntil,
                checkBy, shown, state, events, record, settled, annulments, filed, work, version);
    }

    /** The last breach that this state tells of or ended; null where there was none, or it was found in error. */
    @Nullable Event breachUntil(int index) {
        int breach = placeOfBreachUntil(index);
        return breach < 0 ? null : events.get(breach);
    }

    /** The place among the events of the last breach that was not found in error; below 0 where there was none. */
    int placeOfBreach() {
        return placeOfBreachUntil(events.size() - 1);
    }

    private int placeOfBreachUntil(int index) {
        int place = index;
        while (place >= 0 && (events.get(place).state() != State.BROKEN || (place < index && isAnnulled(place)))) {
            place--;
        }
        return place;
    }

    private boolean isAnnulled(int event) {
        return annulments.stream().anyMatch(one -> one.state() == Annulment.State.APPROVED && Objects.equals(one.event(), event));
    }

    /** What is proposed to be taken back and nobody has decided about; null when nothing is. */
    @Nullable Annulment openAnnulment() {
        return annulments.isEmpty() || !annulments.getLast().isOpen() ? null : annulments.getLast();
    }

    /** With what is proposed, or what was decided about it. */
    Commitment annulling(Annulment changed) {
        List<Annulment> all = new ArrayList<>(annulments);
        if (openAnnulment() != null) {
            all.removeLast();
        }
        all.add(changed);
        return new Commitment(id, number, subject, subjectName, subjectKind, template, matter, authority, madeOn, validUntil,
                checkBy, shown, state, events, record, followUp, all, filed, work, version);
    }

    boolean isPublic() {
        return shown && SHOWN.contains(state);
    }

    boolean isOverdue(LocalDate today) {
        return state == State.MADE && checkBy.isBefore(today);
    }
}
