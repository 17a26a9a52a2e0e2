package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether a subject is another one under a former code. One document a subject that is, or was, to be merged away, so that it
 * can never be merged into two.
 *
 * @param id the subject that is merged away
 * @param into the subject that stands for it
 * @param earlier all subjects that it was ever to be merged into
 * @param history what was proposed and decided, oldest first
 */
@Document(Merge.COLLECTION)
record Merge(
        @Id String id,
        String into,
        State state,
        List<String> earlier,
        List<Event> history,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "subjectMerges";

    /** Where it stands. */
    enum State {
        PROPOSED,
        EFFECTIVE,
        REJECTED,
        /** Effective, and somebody proposes to undo it. */
        UNDO_PROPOSED,
        UNDONE;

        /** Whether the subject counts as merged. */
        boolean isEffective() {
            return this == EFFECTIVE || this == UNDO_PROPOSED;
        }

        /** Whether it stands in the way of merging something into the subject that is merged away. */
        boolean isLive() {
            return this == PROPOSED || isEffective();
        }

        boolean awaitsDecision() {
            return this == PROPOSED || this == UNDO_PROPOSED;
        }
    }

    /** What somebody did. */
    enum Act {
        PROPOSE,
        APPROVE,
        REJECT,
        PROPOSE_UNDO,
        APPROVE_UNDO,
        REJECT_UNDO
    }

    /** @param evidence what shows it, such as the number of the register's certificate */
    record Event(
            Act act,
            String into,
            String actor,
            String actorName,
            Instant at,
            @Nullable String reason,
            @Nullable String evidence) {}

    /** Who made the proposal that awaits a decision, or the last one that did. */
    String proposer() {
        return history.reversed().stream()
                .filter(event -> event.act() == Act.PROPOSE || event.act() == Act.PROPOSE_UNDO)
                .findFirst().map(Event::actor).orElse("");
    }

    Merge then(State next, Event event, Work due) {
        List<Event> more = new ArrayList<>(history);
        more.add(event);
        List<String> all = new ArrayList<>(earlier);
        if (!all.contains(event.into())) {
            all.add(event.into());
        }
        return new Merge(id, event.into(), next, all, more, due, version);
    }

    static Merge none(String id) {
        return new Merge(id, "", State.UNDONE, List.of(), List.of(), Work.none(), null);
    }
}
