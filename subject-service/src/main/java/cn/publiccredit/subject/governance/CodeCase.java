package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.record.CodeFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a code, however often it was found, and how far people are with it.
 *
 * @param codes the code or codes concerned, masked where they may be somebody's id number
 * @param names names that were found with it; not more than {@link CaseStore#MOST}
 * @param sources organisations that supplied it
 * @param by what each division's sources supplied of it
 * @param settledAt when it was resolved or dismissed; a resolved one opens again with a batch that arrives later
 * @param settledFor the division whose operator settled it, which binds no other; null where the province did
 */
record CodeCase(
        String id,
        Kind kind,
        Set<String> codes,
        Set<String> names,
        Set<String> divisions,
        Set<String> sources,
        Map<String, Seen> by,
        State state,
        @Nullable String assignee,
        @Nullable Instant settledAt,
        @Nullable String settledFor,
        Instant openedAt,
        Instant lastSeen,
        List<Event> history,
        long version) {

    /** What the sources of one division supplied; each list is bounded as the case's are. */
    record Seen(Set<String> codes, Set<String> names, Set<String> sources) {}

    /** As a city sees it: what its own sources supplied, and nothing of other cities. @param city six digits */
    CodeCase within(String city) {
        String beginning = CaseStore.beginning(city);
        List<Seen> own = by.entrySet().stream().filter(e -> e.getKey().startsWith(beginning)).map(Map.Entry::getValue).toList();
        return new CodeCase(id, kind, all(own, Seen::codes), all(own, Seen::names),
                divisions.stream().filter(d -> d.startsWith(beginning)).collect(Collectors.toSet()), all(own, Seen::sources),
                by, state, assignee, settledAt, settledFor, openedAt, lastSeen, history, version).toldTo(city);
    }

    /** Without the names and words of people of other cities. */
    private CodeCase toldTo(String division) {
        boolean ours = history.stream().filter(e -> e.state() == State.IN_WORK).reduce((first, last) -> last)
                .filter(e -> e.isTold(division)).isPresent();
        return new CodeCase(id, kind, codes, names, divisions, sources, by, state, ours ? assignee : null, settledAt,
                settledFor, openedAt, lastSeen, history.stream().map(e -> e.isTold(division) ? e : e.unnamed()).toList(), version);
    }

    /** Whether sources outside this division supplied it, too. @param division a city with its counties, or a county */
    boolean isSharedBeyond(String division) {
        String beginning = CaseStore.beginning(division);
        return !by.keySet().stream().allMatch(d -> d.startsWith(beginning));
    }

    /** As a source sees it: what it supplied itself, and what that was compared with. */
    CodeCase of(CaseStore.Supplied own) {
        boolean twoCodes = kind == Kind.ONE_NAME_TWO_CODES;
        return new CodeCase(id, kind, twoCodes ? both(own.codes(), own.others()) : own.codes(),
                twoCodes ? own.names() : both(own.names(), own.others()), own.divisions(), Set.of(own.source()),
                by, state, assignee, settledAt, settledFor, openedAt, lastSeen, history, version)
                .toldTo(own.divisions().stream().findFirst().orElse(""));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    private static Set<String> all(List<Seen> seen, Function<Seen, Set<String>> of) {
        return seen.stream().map(of).flatMap(Set::stream).collect(Collectors.toSet());
    }

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

    /**
     * What somebody did.
     *
     * @param actor null when a new finding opened it again
     * @param division the actor's; null where it was nobody, or is not known
     */
    record Event(
            State state, @Nullable String actor, @Nullable String assignee, @Nullable String reason, Instant at,
            @Nullable String division) {

        /** Whether those of a division are told who it was and why: of their own people, of their city's and the province's. */
        boolean isTold(String to) {
            return division != null && !to.isEmpty() && (division.endsWith("0000")
                    || division.startsWith(CaseStore.beginning(to)) || to.startsWith(CaseStore.beginning(division)));
        }

        Event unnamed() {
            return new Event(state, null, null, null, at, division);
        }
    }

    CodeCase {
        codes = Set.copyOf(codes);
        names = Set.copyOf(names);
        divisions = Set.copyOf(divisions);
        sources = Set.copyOf(sources);
        by = Map.copyOf(by);
        history = List.copyOf(history);
    }

    /** @param within the division below province level whose operator did it; null for the province's */
    CodeCase moved(Event event, @Nullable String within) {
        List<Event> more = new ArrayList<>(history);
        more.add(event);
        boolean settled = event.state().isSettled();
        return new CodeCase(id, kind, codes, names, divisions, sources, by, event.state(), event.assignee(),
                settled ? event.at() : null, settled ? within : null, openedAt, lastSeen, more, version + 1);
    }
}
