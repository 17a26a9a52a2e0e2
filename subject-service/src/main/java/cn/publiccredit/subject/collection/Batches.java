package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The batches. What becomes of one while it is worked on is written by {@link HeldBatches}. */
@Component
class Batches implements SmartInitializingSingleton {

    static final String COLLECTION = "batches";
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "submittedAt", "_id");

    private final MongoTemplate mongo;
    private final Clock clock;

    Batches(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String owner : List.of("source.uscc", Within.FIELD)) {
            mongo.indexOps(Batch.class).createIndex(new Index()
                    .on(owner, Sort.Direction.ASC)
                    .on("submittedAt", Sort.Direction.DESC)
                    .on("_id", Sort.Direction.DESC));
        }
        mongo.indexOps(Batch.class).createIndex(new Index()
                .on("item.code", Sort.Direction.ASC)
                .on("fileDeletedAt", Sort.Direction.ASC)
                .on("submittedAt", Sort.Direction.ASC));
        mongo.indexOps(Batch.class).createIndex(new Index()
                .on("submittedAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC));
        mongo.indexOps(Batch.class).createIndex(new Index()
                .on("source.uscc", Sort.Direction.ASC)
                .on("item.code", Sort.Direction.ASC)
                .on("state", Sort.Direction.ASC));
    }

    /** Adds the batch; false when there is one of that id already. */
    boolean add(Batch batch) {
        try {
            mongo.insert(batch);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    Optional<Batch> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Batch.class));
    }

    /** Which rules its rejected rows break, so far. */
    List<Fault> faults(String id) {
        Query one = byId(id);
        one.fields().include(Fault.FIELD);
        Document batch = mongo.findOne(one, Document.class, COLLECTION);
        return batch == null ? List.of() : Fault.in(batch);
    }

    /**
     * Whether a batch of this source and item is still to be worked off.
     *
     * @param states those that count as unfinished
     * @param before only those that were received before this moment
     */
    boolean isAnyUnfinished(String source, String item, List<String> states, Instant before) {
        return mongo.exists(Query.query(where("source.uscc").is(source).and("item.code").is(item)
                .and("state").in(states).and("submittedAt").lt(before)), Batch.class);
    }

    /**
     * Newest first.
     *
     * @param whose which batches the caller may see: those that any of these fits, each of which follows an index of its own
     */
    List<Batch> list(List<Criteria> whose, Paging paging) {
        Map<String, Batch> found = new HashMap<>();
        for (Criteria one : whose) {
            Criteria wanted = paging.cursor(2)
                    .map(cursor -> new Criteria().andOperator(one, after(cursor.first(), cursor.values().get(1))))
                    .orElse(one);
            mongo.find(Query.query(wanted).with(NEWEST_FIRST).limit(paging.limitPlusOne()), Batch.class)
                    .forEach(batch -> found.put(batch.id(), batch));
        }
        return found.values().stream().sorted(Comparator.comparing(Batch::submittedAt).thenComparing(Batch::id).reversed())
                .limit(paging.limitPlusOne()).toList();
    }

    private static Criteria after(String submitted, String id) {
        Date at = Date.from(Instant.parse(submitted));
        return new Criteria().orOperator(
                where("submittedAt").lt(at), where("submittedAt").is(at).and("_id").lt(id));
    }

    /**
     * Somebody wants the batch to stop. One that nobody has begun with ends with this write; the worker of a running one
     * ends it at its next checkpoint, and one that has failed is taken up at once for it.
     *
     * @param batch as it was when the wish was found to be allowed
     * @return whether it could be noted: nothing has changed since
     */
    boolean wishCancelled(Batch batch, Cancellation wish) {
        boolean begun = batch.startedAt() != null;
        Criteria wanted = where("_id").is(batch.id()).and("version").is(batch.version())
                .and("state").is(batch.state());
        Update update = begun
                ? new Update().set("work.due", clock.instant())
                : HeldBatches.finished(BatchState.CANCELLED, clock.instant()).set("work.due", null);
        update.set("cancellation", wish).inc("version", 1L);
        return mongo.updateFirst(Query.query(wanted), update, Batch.class).getMatchedCount() == 1;
    }

    /** Codes of the items that any batch is of. */
    List<String> items() {
        return mongo.findDistinct(new Query(), "item.code", Batch.class, String.class);
    }

    /** The oldest finished batches of an item, received by then, whose files are still kept. */
    List<Batch> withFilesUntil(String item, Instant received, int atMost) {
        return mongo.find(Query.query(where("item.code").is(item).and("fileDeletedAt").is(null)
                        .and("submittedAt").lte(received).and("state").nin(BatchState.RECEIVED, BatchState.PUSHING, BatchState.RUNNING))
                .with(Sort.by("submittedAt")).limit(atMost), Batch.class);
    }

    /** Its file is gone; can be repeated. */
    void fileDeleted(String id) {
        mongo.updateFirst(Query.query(where("_id").is(id).and("fileDeletedAt").is(null)),
                new Update().set("fileDeletedAt", clock.instant()).set("file.pieces", 0).inc("version", 1L), Batch.class);
    }

    static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }
}
