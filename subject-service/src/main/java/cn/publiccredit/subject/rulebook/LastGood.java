package cn.publiccredit.subject.rulebook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * One book of the catalogue: asked for again when it is no longer fresh; while the catalogue is silent the last good copy, from the
 * store after a restart.
 */
final class LastGood<T> {

    private static final Logger log = LoggerFactory.getLogger(LastGood.class);

    /** Stands in the store for a book that the catalogue says it does not have, which is an answer as well. */
    private static final String NOTHING = "";

    private final String id;
    private final Class<T> type;
    private final Duration freshFor;
    private final Supplier<T> remote;
    private final Shelf shelf;
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile @Nullable Held<T> held;

    /** What all books share. */
    record Shelf(PeerCalls calls, MongoTemplate mongo, JsonMapper json, Clock clock, RuleBookSettings settings) {}

    /**
     * What is in memory.
     *
     * @param book null when there is none
     * @param from when the catalogue was asked
     * @param silence why it is not known whether there is one; null when it is
     */
    private record Held<T>(@Nullable T book, @Nullable Problem silence, Instant from, Instant until) {}

    /** @param remote asks the catalogue; under which name the breaker counts is its own matter */
    LastGood(String id, Class<T> type, Duration freshFor, Supplier<T> remote, Shelf shelf) {
        this.id = id;
        this.type = type;
        this.freshFor = freshFor;
        this.remote = remote;
        this.shelf = shelf;
    }

    /** The book; empty when there is none. @throws Problem 503 when the catalogue is silent and there is no copy */
    Optional<T> get() {
        Held<T> current = held;
        Instant now = shelf.clock().instant();
        // A clock that was set back would otherwise leave an old book in force for as long as it had been ahead.
        if (current == null || now.isBefore(current.from()) || !now.isBefore(current.until())) {
            current = asked(current, renewals.get());
        }
        if (current.silence() != null) {
            throw shelf.calls().unavailable(current.silence());
        }
        return Optional.ofNullable(current.book());
    }

    /** Asks the catalogue at once, if the book is held at all. @throws Problem 503 when it is silent; the copy stays in use */
    void renew() {
        // Who asked before may be answered what held before: his answer is not kept.
        int mine = renewals.incrementAndGet();
        Held<T> current = held;
        if (current != null || shelf.mongo().exists(query(where("_id").is(id)), KeptItem.class)) {
            told(current, mine);
        }
    }

    private Held<T> asked(@Nullable Held<T> before, int renewal) {
        try {
            return told(before, renewal);
        } catch (Problem silent) {
            Held<T> goesOn = withoutAnswer(before, silent);
            hold(goesOn, renewal);
            return goesOn;
        }
    }

    private Held<T> told(@Nullable Held<T> before, int renewal) {
        Instant now = shelf.clock().instant();
        T fresh = fetched();
        Held<T> told = new Held<>(fresh, null, now, now.plus(freshFor));
        if (hold(told, renewal) && (before == null || before.silence() != null || !Objects.equals(before.book(), fresh))) {
            shelf.mongo().save(new KeptItem(
                    id, fresh == null ? NOTHING : shelf.json().writeValueAsString(fresh), null, now));
        }
        return told;
    }

    private boolean hold(Held<T> next, int renewal) {
        boolean current = renewals.get() == renewal;
        if (current) {
            held = next;
        }
        return current;
    }

    private Held<T> withoutAnswer(@Nullable Held<T> before, Problem silent) {
        Instant now = shelf.clock().instant();
        Instant again = now.plus(shelf.settings().retryAfter());
        if (before != null && before.silence() == null) {
            log.warn("the catalogue is silent; {} goes on as it is in memory: {}", id, silent.getMessage());
            return new Held<>(before.book(), null, now, again);
        }
        KeptItem kept = shelf.mongo().findById(id, KeptItem.class);
        log.warn("the catalogue is silent; {} goes on as of {}: {}", id, kept == null ? "never" : kept.confirmedAt(),
                silent.getMessage());
        return kept == null ? new Held<>(null, silent, now, again) : new Held<>(read(kept), null, now, again);
    }

    private @Nullable T read(KeptItem kept) {
        return kept.text().equals(NOTHING) ? null : shelf.json().readValue(kept.text(), type);
    }

    private @Nullable T fetched() {
        try {
            return remote.get();
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return null;
            }
            throw shelf.calls().unavailable(refused);
        }
    }
}
