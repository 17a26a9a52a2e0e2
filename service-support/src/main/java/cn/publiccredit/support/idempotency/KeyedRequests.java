package cn.publiccredit.support.idempotency;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The store of keyed requests. */
class KeyedRequests {

    private final MongoTemplate mongo;
    private final Clock clock;
    private final IdempotencySettings settings;

    KeyedRequests(MongoTemplate mongo, Clock clock, IdempotencySettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
    }

    void createIndexes() {
        mongo.indexOps(KeyedRequest.class)
                .createIndex(new Index().on("expiresAt", Sort.Direction.ASC).expire(Duration.ZERO));
    }

    /** Takes the key for this request; empty when it was taken, otherwise what stands there. */
    Optional<KeyedRequest> begin(String id) {
        Instant now = clock.instant();
        try {
            mongo.insert(KeyedRequest.begun(id, busyUntil(now), keptUntil(now)));
            return Optional.empty();
        } catch (DuplicateKeyException taken) {
            Query forgotten = Query.query(where("_id").is(id).orOperator(
                    where("expiresAt").lte(now), where("status").is(null).and("busyUntil").lte(now)));
            Update anew = new Update().set("busyUntil", busyUntil(now)).set("expiresAt", keptUntil(now))
                    .unset("status").unset("bodyHash").unset("body");
            KeyedRequest before = mongo.findAndModify(
                    forgotten, anew, FindAndModifyOptions.none(), KeyedRequest.class);
            return before != null ? Optional.empty() : Optional.ofNullable(mongo.findById(id, KeyedRequest.class));
        }
    }

    /** Until when a key that is used now gives the same answer. */
    Instant keptUntil(Instant now) {
        return now.plus(settings.kept());
    }

    private Instant busyUntil(Instant now) {
        return now.plus(settings.busy());
    }

    void answer(KeyedRequest answered) {
        mongo.save(answered);
    }

    /** Gives the key back, so that the request can be sent again. */
    void forget(String id) {
        mongo.remove(Query.query(where("_id").is(id)), KeyedRequest.class);
    }
}
