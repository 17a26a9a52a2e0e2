package cn.publiccredit.support.work;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Leases on the documents of one collection. The bookkeeping of the work leaves the document's version alone: to a person who
 * has it before him nothing has changed, and {@code If-Match} must not tell him so. Whoever saves a document that he read
 * meanwhile may bring back work that is done; tasks can be run again anyway, since their process may be killed anywhere.
 */
final class WorkStore {

    private static final int COUNTED = 10_000;
    private static final String OWNER = "work.leaseOwner";
    private static final String BROKEN_OFF = "work.brokenOff";

    private final MongoTemplate mongo;
    private final String collection;
    private final Clock clock;

    WorkStore(MongoTemplate mongo, String collection, Clock clock) {
        this.mongo = mongo;
        this.collection = collection;
        this.clock = clock;
    }

    void createIndex() {
        mongo.indexOps(collection).createIndex(new Index().on("work.due", Sort.Direction.ASC).sparse());
    }

    /**
     * Work that is ours now.
     *
     * @param attempts failed attempts in a row
     * @param brokenOff runs in a row that ended without a word
     * @param justBrokenOff whether the last of these was found with this claim
     */
    record Claimed(String id, int attempts, int brokenOff, boolean justBrokenOff) {}

    Optional<Claimed> claim(String owner, Duration lease) {
        Instant now = clock.instant();
        Query due = Query.query(where("work.due").lte(now).and("work.leaseUntil").lte(now))
                .with(Sort.by("work.due"));
        due.fields().include("_id", "work.attempts", BROKEN_OFF, OWNER);
        Document claimed = mongo.findAndModify(
                due,
                new Update().set(OWNER, owner).set("work.leaseUntil", now.plus(lease)),
                FindAndModifyOptions.options().returnNew(false),
                Document.class,
                collection);
        return Optional.ofNullable(claimed).map(before -> claimed(before, owner));
    }

    // Whoever ends a run gives its lease back; one that is still owned broke off.
    private Claimed claimed(Document before, String owner) {
        String id = String.valueOf(before.get("_id"));
        Document work = before.get("work", new Document());
        boolean brokeOff = work.get("leaseOwner") != null;
        if (brokeOff) {
            keepBooks(id, owner, new Update().inc(BROKEN_OFF, 1)
                    .set("work.lastError", "the last run ended without a word: its process was killed, or lost the store"));
        }
        return new Claimed(id, work.getInteger("attempts", 0), work.getInteger("brokenOff", 0) + (brokeOff ? 1 : 0), brokeOff);
    }

    boolean renew(String id, String owner, Duration lease) {
        return keepBooks(id, owner, new Update().set("work.leaseUntil", clock.instant().plus(lease)));
    }

    void done(String id, String owner) {
        keepBooks(id, owner, succeeded(ended(null)));
    }

    void again(String id, String owner, Instant at) {
        keepBooks(id, owner, succeeded(ended(at)));
    }

    /** Gives it back as it was found, for a run that did not take place or was not let finish. */
    void putOff(String id, String owner, Instant until) {
        keepBooks(id, owner, ended(until));
    }

    void failed(String id, String owner, Instant retryAt, String error) {
        keepBooks(id, owner, ended(retryAt).inc("work.attempts", 1).set("work.lastError", error));
    }

    /** How many are or will be due; counted no further than {@link #COUNTED}, since it is asked again and again. */
    long open() {
        return mongo.count(Query.query(where("work.due").gt(Instant.EPOCH)).limit(COUNTED), collection);
    }

    /** Changes the document while the lease is held. @return whether it was */
    boolean update(String id, String owner, Update change) {
        return keepBooks(id, owner, change.inc("version", 1));
    }

    private boolean keepBooks(String id, String owner, Update change) {
        Query ours = Query.query(where("_id").is(id).and(OWNER).is(owner));
        return mongo.updateFirst(ours, change, collection).getMatchedCount() == 1;
    }

    private static Update ended(@Nullable Instant due) {
        Update update = new Update().unset(OWNER).set("work.leaseUntil", Instant.EPOCH);
        return due == null ? update.set("work.due", null) : update.set("work.due", due);
    }

    private static Update succeeded(Update update) {
        return update.set("work.attempts", 0).unset(BROKEN_OFF).unset("work.lastError");
    }

    @Nullable Document find(String id) {
        return mongo.findById(id, Document.class, collection);
    }
}
