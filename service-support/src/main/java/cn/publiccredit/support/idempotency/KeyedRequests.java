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

    /** The contract's time for which a key gives the same answer (API contract, "Manner"). */
    static final Duration KEPT = Duration.ofHours(24);

    /** How long a request may go without an answer before its process is taken for dead. */
    static final Duration BUSY = Duration.ofMinutes(2);

    private final MongoTemplate mongo;
    private final Clock clock;

    KeyedRequests(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void createIndexes() {
        mongo.indexOps(KeyedRequest.class)
                .createIndex(new Index().on("expiresAt", Sort.Direction.ASC).expire(Duration.ZERO));
    }

    /** Takes the key for this request; empty when it was taken, otherwise what stands there. */
    Optional<KeyedRequest> begin(String id) {
        Instant now = clock.instant();
        try {
            mongo.insert(KeyedRequest.begun(id, now.plus(BUSY), now.plus(KEPT)));
            return Optional.empty();
        } catch (DuplicateKeyException taken) {
            Query forgotten = Query.query(where("_id").is(id).orOperator(
                    where("expiresAt").lte(now), where("status").is(null).and("busyUntil").lte(now)));
            Update anew = new Update().set("busyUntil", now.plus(BUSY)).set("expiresAt", now.plus(KEPT))
                    .unset("status").unset("bodyHash").unset("body");
            KeyedRequest before = mongo.findAndModify(
                    forgotten, anew, FindAndModifyOptions.none(), KeyedRequest.class);
            return before != null ? Optional.empty() : Optional.ofNullable(mongo.findById(id, KeyedRequest.class));
        }
    }

    void answer(KeyedRequest answered) {
        mongo.save(answered);
    }

    /** Gives the key back, so that the request can be sent again. */
    void forget(String id) {
        mongo.remove(Query.query(where("_id").is(id)), KeyedRequest.class);
    }
}
