package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.personal.SealedContent;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
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

    /** A batch's rejects in the order of the file; to be closed. */
    Stream<Reject> of(String batch) {
        // All ids of a batch begin with its own and a slash; the character after the slash is 0.
        Query range = Query.query(where("_id").gte(batch + "/").lt(batch + "0"))
                .with(Sort.by("_id")).cursorBatchSize(READ_AHEAD);
        return mongo.stream(range, KeptReject.class)
                .map(kept -> json.readValue(seal.open(kept.sealed().getData(), kept.id()), Reject.class));
    }

    private KeptReject kept(String batch, Reject reject) {
        String id = KeptReject.idOf(batch, reject.row());
        byte[] text = json.writeValueAsBytes(reject);
        List<String> rules = reject.rules().stream().map(BrokenRule::rule).distinct().toList();
        return new KeptReject(id, batch, reject.row(), rules, new Binary(seal.seal(text, text.length, id)));
    }
}
