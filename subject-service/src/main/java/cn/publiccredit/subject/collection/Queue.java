package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is. Batches go in the order in which they were received, so many of one source and so many in all at a
 * time. The order itself decides: no places are given out that a killed process could keep.
 */
@Component
class Queue implements SmartInitializingSingleton {

    /** How long a batch waits for being told before it looks for itself. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** A batch that has failed so often goes on trying, but nobody waits for it. */
    private static final int PATIENCE = 3;

    private static final List<String> UNFINISHED = List.of(BatchState.RECEIVED.name(), BatchState.RUNNING.name());

    private final MongoTemplate mongo;
    private final CollectionSettings settings;
    private final Clock clock;

    Queue(MongoTemplate mongo, CollectionSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Batch.class).createIndex(new Index()
                .on("state", Sort.Direction.ASC)
                .on("submittedAt", Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC));
    }

    /**
     * What is before a batch.
     *
     * @param ahead how many have to end before it begins; 0 when it is its turn
     * @param bySource whether it waits for batches of its own source
     */
    record Place(long ahead, boolean bySource) {

        boolean isTurn() {
            return ahead == 0;
        }
    }

    Place place(Batch batch) {
        long ofSource = 0;
        long turns = 0;
        for (Document source : before(batch)) {
            long count = source.get("count", Number.class).longValue();
            if (batch.source().uscc().equals(source.getString("_id"))) {
                ofSource = count;
            }
            turns += Math.min(count, settings.runningOfASource());
        }
        long bySource = Math.max(0, ofSource - settings.runningOfASource() + 1);
        long byAll = Math.max(0, turns - settings.runningInAll() + 1);
        return new Place(Math.max(bySource, byAll), bySource > 0);
    }

    /** Tells those that waited for one that has ended; whoever is not told looks for himself before long. */
    void callNext() {
        Instant now = clock.instant();
        Query waiting = Query.query(where("state").is(BatchState.RECEIVED).and("work.due").gt(now))
                .with(Sort.by("submittedAt", "_id")).limit(settings.runningInAll());
        waiting.fields().include("_id");
        List<String> ids = mongo.find(waiting, Document.class, Batches.COLLECTION).stream()
                .map(batch -> batch.getString("_id")).toList();
        if (!ids.isEmpty()) {
            mongo.updateMulti(Query.query(where("_id").in(ids).and("work.due").gt(now)),
                    new Update().set("work.due", now), Batch.class);
        }
    }

    private List<Document> before(Batch batch) {
        Date at = Date.from(batch.submittedAt());
        Criteria earlier = new Criteria().andOperator(
                where("state").in(UNFINISHED),
                where("submittedAt").lte(at),
                new Criteria().orOperator(where("submittedAt").lt(at), where("_id").lt(batch.id())),
                where("work.attempts").lt(PATIENCE));
        return mongo.aggregate(Aggregation.newAggregation(
                        Aggregation.match(earlier), Aggregation.group("source.uscc").count().as("count")),
                Batches.COLLECTION, Document.class).getMappedResults();
    }
}
