package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.personal.SealedContent;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows that were not accepted. */
@Component
class Rejects {

    /** So few because a row may have a million characters: the embedded store sends them all in one message. */
    private static final int READ_AHEAD = 15;

    private final MongoTemplate mongo;
    private final SealedContent seal;
    private final JsonMapper json;

    Rejects(MongoTemplate mongo, SealedContent seal, JsonMapper json) {
        this.mongo = mongo;
        this.seal = seal;
        this.json = json;
    }

    /** Can be repeated: the same rows overwrite themselves. */
    void keep(String batch, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, KeptReject.class);
        for (Reject reject : rejects) {
            KeptReject kept = kept(batch, reject);
            bulk.replaceOne(Query.query(where("_id").is(kept.id())), kept, FindAndReplaceOptions.options().upsert());
        }
        bulk.execute();
    }

    /** Of the rows behind the first one up to the last one nothing is kept but these. */
    void forgetOthers(String batch, long from, long to, List<Reject> these) {
        List<String> kept = these.stream().map(reject -> KeptReject.idOf(batch, reject.row())).toList();
        mongo.remove(Query.query(where("_id").gt(KeptReject.idOf(batch, from)).lte(KeptReject.idOf(batch, to)).nin(kept)),
                KeptReject.class);
    }

    void forget(String batch) {
        mongo.remove(Query.query(ofBatch(batch)), KeptReject.class);
    }

    // All ids of a batch begin with its own and a slash; the character after the slash is 0.
    private static Criteria ofBatch(String batch) {
        return where("_id").gte(batch + "/").lt(batch + "0");
    }

    /** Whether any row of a batch had more in it than its file's columns can show. */
    boolean overflow(String batch) {
        return mongo.exists(Query.query(ofBatch(batch).and("overflows").is(true)), KeptReject.class);
    }

    /** Shows some of a batch's rejects, one after the other; rows that were not rejected are passed over. */
    void each(String batch, Collection<Long> rows, Consumer<Reject> shown) {
        List<String> ids = rows.stream().map(row -> KeptReject.idOf(batch, row)).toList();
        Query some = Query.query(where("_id").in(ids)).cursorBatchSize(READ_AHEAD);
        try (Stream<KeptReject> found = mongo.stream(some, KeptReject.class)) {
            found.map(this::opened).forEach(shown);
        }
    }

    private Reject opened(KeptReject kept) {
        return json.readValue(seal.open(kept.sealed().getData(), kept.id()), Reject.class);
    }

    /** A batch's rejects in the order of the file; to be closed. */
    Stream<Reject> of(String batch) {
        Query range = Query.query(ofBatch(batch))
                .with(Sort.by("_id")).cursorBatchSize(READ_AHEAD);
        return mongo.stream(range, KeptReject.class).map(this::opened);
    }

    private KeptReject kept(String batch, Reject reject) {
        String id = KeptReject.idOf(batch, reject.row());
        byte[] text = json.writeValueAsBytes(reject);
        return new KeptReject(id, batch, reject.row(), new Binary(seal.seal(text, text.length, id)),
                reject.overflows() ? true : null);
    }
}
