package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.record.Verdict;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The batches; whoever works on one changes it only while he holds its lease. */
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

    /** Whether a batch of this source and item is still to be worked off. */
    boolean isAnyUnfinished(String source, String item) {
        return mongo.exists(Query.query(where("source.uscc").is(source).and("item.code").is(item)
                .and("state").in(Queue.UNFINISHED)), Batch.class);
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
     * What is known of a file before its first row is judged.
     *
     * @param lines how many rows it has, roughly
     * @param noticed about the file as a whole, with how often
     */
    record Beginning(List<String> titles, long lines, Map<Remark, Long> noticed) {}

    /**
     * Work on it begins, or goes on after an interruption.
     *
     * @return whether it does; if not, another replica has taken over or it was cancelled before it began
     */
    boolean begin(Batch batch, String owner, Beginning beginning) {
        Update update = new Update().set("state", BatchState.RUNNING).set("titles", beginning.titles())
                .set("file.lines", beginning.lines());
        if (batch.startedAt() == null) {
            update.set("startedAt", clock.instant());
        }
        beginning.noticed().forEach((remark, count) -> update.set("noticed." + remark.id(), new Noticed(count, 0)));
        return ours(batch.id(), owner, unfinished(), update);
    }

    /**
     * Moves the checkpoint over a chunk: position and counts in one write, and only from where the chunk began, so that
     * no chunk counts twice.
     *
     * @return whether it was moved; if not, another replica has taken over
     */
    boolean advance(
            String id,
            String owner,
            long from,
            Chunk chunk,
            Outcome outcome,
            @Nullable String sourceName) {
        Update update = counting(outcome, new Update()
                .set("position", chunk.position())
                .set("work.attempts", 0)
                .unset("work.brokenOff")
                .set("progressedAt", clock.instant()));
        noticing(chunk, update);
        if (sourceName != null) {
            update.set("source.name", sourceName);
        }
        return ours(id, owner, where("position").is(from), update);
    }

    private static Update counting(Outcome outcome, Update update) {
        Fault.count(outcome.rejects(), update);
        return update
                .inc("counts.received", outcome.received())
                .inc("counts.accepted", outcome.count(Verdict.ACCEPTED))
                .inc("counts.acceptedWithWarnings", outcome.acceptedWithWarnings())
                .inc("counts.updated", outcome.count(Verdict.UPDATED))
                .inc("counts.duplicate", outcome.count(Verdict.DUPLICATE))
                .inc("counts.rejected", outcome.rejects().size());
    }

    private static void noticing(Chunk chunk, Update update) {
        chunk.noticed().forEach((remark, noticed) -> {
            String field = "noticed." + remark.id();
            update.inc(field + ".count", noticed.count()).min(field + ".firstRow", noticed.firstRow());
        });
    }

    boolean finish(String id, String owner) {
        return ours(id, owner, where("state").is(BatchState.RUNNING), finished(BatchState.DONE));
    }

    boolean fail(String id, String owner, Failure failure) {
        return ours(id, owner, unfinished(), finished(BatchState.FAILED).set("failure", failure));
    }

    /**
     * Ends a batch that keeps failing.
     *
     * @param from the checkpoint behind which the last run wrote
     * @param settled what that run wrote and nobody counted; counted with this write
     */
    boolean giveUp(String id, String owner, BatchState state, @Nullable Failure why, long from, Outcome settled) {
        Update update = counting(settled, finished(state));
        if (why != null) {
            update.set("failure", why);
        }
        return ours(id, owner, new Criteria().andOperator(unfinished(), where("position").is(from)), update);
    }

    /**
     * A push is through: counted, and its file not needed any more.
     *
     * @return whether it was; if not, a worker has taken it over because it took too long
     */
    boolean pushed(String id, String owner, Outcome outcome, Chunk chunk) {
        Update update = counting(outcome, finished(BatchState.DONE)
                .set("position", chunk.position())
                .set("progressedAt", clock.instant())
                .set("file.pieces", 0)
                .set("work.due", null).set("work.leaseUntil", Instant.EPOCH).unset("work.leaseOwner"));
        noticing(chunk, update);
        return ours(id, owner, where("state").is(BatchState.PUSHING), update);
    }

    /** Goes on with a push that died. @return whether it was still nobody else's */
    boolean takePush(String id, String owner, Instant until) {
        return mongo.updateFirst(Query.query(where("_id").is(id).and("state").is(BatchState.PUSHING)),
                new Update().set("work.leaseOwner", owner).set("work.leaseUntil", until).inc("version", 1L), Batch.class)
                .getMatchedCount() == 1;
    }

    /** Leaves a push that failed to the workers, at once. */
    void leavePush(String id, String owner) {
        ours(id, owner, where("state").is(BatchState.PUSHING),
                new Update().set("work.leaseUntil", Instant.EPOCH).unset("work.leaseOwner"));
    }

    /** Ends at somebody's wish; what was counted until now stays. */
    boolean cancel(String id, String owner) {
        return ours(id, owner, unfinished(), finished(BatchState.CANCELLED));
    }

    /** Whether somebody wants the batch to stop. */
    boolean isToBeCancelled(String id) {
        return mongo.exists(Query.query(where("_id").is(id).and("cancellation").ne(null)), Batch.class);
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
                : finished(BatchState.CANCELLED).set("work.due", null);
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

    // One that ended meanwhile, at somebody's wish, stays as it ended.
    private static Criteria unfinished() {
        return where("state").in(BatchState.RECEIVED, BatchState.PUSHING, BatchState.RUNNING);
    }

    private Update finished(BatchState state) {
        return new Update().set("state", state).set("finishedAt", clock.instant());
    }

    static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }

    private boolean ours(String id, String owner, Criteria further, Update update) {
        Criteria held = new Criteria().andOperator(where("_id").is(id), where("work.leaseOwner").is(owner), further);
        return mongo.updateFirst(Query.query(held), update.inc("version", 1L), Batch.class).getMatchedCount() == 1;
    }
}
