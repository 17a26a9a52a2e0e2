package cn.publiccredit.listing.rulebook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rule book: asked for again when it is no longer fresh, by one caller at a time; the last good copy while the catalogue
 * does not answer.
 */
final class LastGood<T> {

    private static final Logger log = LoggerFactory.getLogger(LastGood.class);

    /** What all books share. */
    record Shelf(MongoTemplate mongo, JsonMapper json, Clock clock, RuleBookSettings settings) {}

    /** A copy of a book and when the catalogue gave it. */
    record Copy<T>(T book, Instant fetchedAt) {}

    private record Held<T>(Copy<T> copy, Instant goodUntil) {}

    private final String id;
    private final TypeReference<T> type;
    private final Supplier<T> remote;
    private final Shelf shelf;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Held<T> held;

    LastGood(String id, TypeReference<T> type, Supplier<T> remote, Shelf shelf) {
        this.id = id;
        this.type = type;
        this.remote = remote;
        this.shelf = shelf;
    }

    /** The book. @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is down and there is no copy */
    Copy<T> get() {
        Held<T> now = held;
        if (now != null && shelf.clock().instant().isBefore(now.goodUntil())) {
            return now.copy();
        }
        if (now != null && !asking.tryLock()) {
            return now.copy();
        }
        if (now == null) {
            asking.lock();
        }
        try {
            return asked(held).copy();
        } finally {
            asking.unlock();
        }
    }

    /** Asks the catalogue at once, if the book is held at all; when it does not answer, the copy stays in use. */
    void renew() {
        asking.lock();
        try {
            Held<T> before = held;
            if (before != null || shelf.mongo().exists(query(where("_id").is(id)), KeptBook.class)) {
                held = told(before);
            }
        } finally {
            asking.unlock();
        }
    }

    private Held<T> told(@Nullable Held<T> before) {
        Instant now = shelf.clock().instant();
        Copy<T> fetched = new Copy<>(remote.get(), now);
        keep(fetched, before);
        return new Held<>(fetched, now.plus(shelf.settings().freshFor()));
    }

    private Held<T> asked(@Nullable Held<T> before) {
        Instant now = shelf.clock().instant();
        if (before != null && now.isBefore(before.goodUntil())) {
            return before;
        }
        Held<T> after;
        try {
            after = told(before);
        } catch (RuntimeException failure) {
            Copy<T> lastGood = before == null ? kept() : before.copy();
            if (lastGood == null) {
                throw failure;
            }
            log.warn("rule book {}: the catalogue did not answer, the copy of {} is used", id, lastGood.fetchedAt());
            after = new Held<>(lastGood, now.plus(shelf.settings().retryAfter()));
        }
        held = after;
        return after;
    }

    private void keep(Copy<T> fetched, @Nullable Held<T> before) {
        if (before != null && before.copy().book().equals(fetched.book())) {
            return;
        }
        try {
            shelf.mongo().save(new KeptBook(id, shelf.json().writeValueAsString(fetched.book()), fetched.fetchedAt()));
        } catch (RuntimeException failure) {
            // Only the copy for a worse day is missing; the book itself is here.
            log.warn("rule book {} could not be kept", id, failure);
        }
    }

    private @Nullable Copy<T> kept() {
        KeptBook book = shelf.mongo().findById(id, KeptBook.class);
        return book == null ? null : new Copy<>(shelf.json().readValue(book.json(), type), book.fetchedAt());
    }
}
