package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.record.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What becomes of a batch, written by whoever works on it: only while he holds its lease, but for a push, which he takes. */
@Component
class HeldBatches {

    private final MongoTemplate mongo;
    private final Clock clock;

    HeldBatches(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
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

    /** Takes a push from whoever began with it: he is dead, or gives the same verdicts. @return whether it was a push still */
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

    // One that ended meanwhile, at somebody's wish, stays as it ended.
    private static Criteria unfinished() {
        return where("state").in(BatchState.RECEIVED, BatchState.PUSHING, BatchState.RUNNING);
    }

    private Update finished(BatchState state) {
        return finished(state, clock.instant());
    }

    static Update finished(BatchState state, Instant at) {
        return new Update().set("state", state).set("finishedAt", at);
    }

    private boolean ours(String id, String owner, Criteria further, Update update) {
        Criteria held = new Criteria().andOperator(where("_id").is(id), where("work.leaseOwner").is(owner), further);
        return mongo.updateFirst(Query.query(held), update.inc("version", 1L), Batch.class).getMatchedCount() == 1;
    }
}
