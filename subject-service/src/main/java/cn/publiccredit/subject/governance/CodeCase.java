package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.record.CodeFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a code, however often it was found, and how far people are with it.
 *
 * @param codes the code or codes concerned, masked where they may be somebody's id number
 * @param names names that were found with it; not more than {@link CaseStore#MOST}
 * @param sources organisations that supplied it
 * @param settledAt when it was resolved or dismissed; a resolved one opens again with a batch that arrives later
 */
record CodeCase(
        String id,
        Kind kind,
        Set<String> codes,
        Set<String> names,
        Set<String> divisions,
        Set<String> sources,
        State state,
        @Nullable String assignee,
        @Nullable Instant settledAt,
        Instant openedAt,
        Instant lastSeen,
        List<Event> history,
        long version) {

    /** How far people are with it. */
    enum State {
        OPEN,
        IN_WORK,
        RESOLVED,
        /** It is no mistake, or nothing can be done. */
        DISMISSED;

        boolean isSettled() {
            return this == RESOLVED || this == DISMISSED;
        }
    }

    /** @param actor null when a new finding opened it again */
    record Event(State state, @Nullable String actor, @Nullable String assignee, @Nullable String reason, Instant at) {}

    CodeCase {
        codes = Set.copyOf(codes);
        names = Set.copyOf(names);
        divisions = Set.copyOf(divisions);
        sources = Set.copyOf(sources);
        history = List.copyOf(history);
    }

    CodeCase moved(State to, String actor, @Nullable String newAssignee, @Nullable String reason, Instant at) {
        List<Event> more = new ArrayList<>(history);
        more.add(new Event(to, actor, newAssignee, reason, at));
        return new CodeCase(id, kind, codes, names, divisions, sources, to, newAssignee, to.isSettled() ? at : null,
                openedAt, lastSeen, more, version + 1);
    }
}
