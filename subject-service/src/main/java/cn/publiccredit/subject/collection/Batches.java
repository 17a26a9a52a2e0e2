package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        for (String owner : List.of("source.uscc", "source.division")) {
            mongo.indexOps(Batch.class).createIndex(new Index()
                    .on(owner, Sort.Direction.ASC)
                    .on("submittedAt", Sort.Direction.DESC)
                    .on("_id", Sort.Direction.DESC));
        }
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

    /** Newest first. @param whose which batches the caller may see */
    List<Batch> list(Criteria whose, Paging paging) {
        Criteria wanted = paging.cursor(2)
                .map(cursor -> new Criteria().andOperator(whose, after(cursor.first(), cursor.values().get(1))))
                .orElse(whose);
        return mongo.find(Query.query(wanted).with(NEWEST_FIRST).limit(paging.limitPlusOne()), Batch.class);
    }

    private static Criteria after(String submitted, String id) {
        Date at = Date.from(Instant.parse(submitted));
        return new Criteria().orOperator(
                where("submittedAt").lt(at), where("submittedAt").is(at).and("_id").lt(id));
    }

    /** Work on it begins, or goes on after an interruption. */
    void begin(Batch batch, String owner, List<String> titles) {
        Update update = new Update().set("state", BatchState.RUNNING).set("titles", titles);
        if (batch.startedAt() == null) {
            update.set("startedAt", clock.instant());
        }
        ours(batch.id(), owner, new Criteria(), update);
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
            Map<Verdict, Long> verdicts,
            @Nullable String sourceName) {
        long accepted = verdicts.getOrDefault(Verdict.ACCEPTED, 0L);
        long updated = verdicts.getOrDefault(Verdict.UPDATED, 0L);
        long duplicate = verdicts.getOrDefault(Verdict.DUPLICATE, 0L) + chunk.duplicates();
        long rejected = chunk.rejects().size();
        Update update = new Update()
                .set("position", chunk.position())
                .set("progressedAt", clock.instant())
                .inc("counts.received", accepted + updated + duplicate + rejected)
                .inc("counts.accepted", accepted)
                .inc("counts.updated", updated)
                .inc("counts.duplicate", duplicate)
                .inc("counts.rejected", rejected);
        chunk.noticed().forEach((remark, noticed) -> {
            String field = "noticed." + remark.id();
            update.inc(field + ".count", noticed.count()).min(field + ".firstRow", noticed.firstRow());
        });
        if (sourceName != null) {
            update.set("source.name", sourceName);
        }
        return ours(id, owner, where("position").is(from), update);
    }

    boolean finish(String id, String owner) {
        return ours(id, owner, new Criteria(), finished(BatchState.DONE));
    }

    boolean fail(String id, String owner, Failure failure) {
        return ours(id, owner, new Criteria(), finished(BatchState.FAILED).set("failure", failure));
    }

    private Update finished(BatchState state) {
        return new Update().set("state", state).set("finishedAt", clock.instant());
    }

    private boolean ours(String id, String owner, Criteria further, Update update) {
        Criteria held = new Criteria().andOperator(where("_id").is(id), where("work.leaseOwner").is(owner), further);
        return mongo.updateFirst(Query.query(held), update.inc("version", 1L), Batch.class).getMatchedCount() == 1;
    }
}
