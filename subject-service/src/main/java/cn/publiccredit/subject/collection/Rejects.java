package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The rows that were not accepted. */
@Component
class Rejects {

    private static final int READ_AHEAD = 200;

    private final MongoTemplate mongo;

    Rejects(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Can be repeated: the same rows overwrite themselves. */
    void keep(List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Reject.class);
        for (Reject reject : rejects) {
            bulk.replaceOne(Query.query(where("_id").is(reject.id())), reject, FindAndReplaceOptions.options().upsert());
        }
        bulk.execute();
    }

    /** A batch's rejects in the order of the file; to be closed. */
    Stream<Reject> of(String batch) {
        Query range = Query.query(where("_id").gte(Reject.idOf(batch, 0)).lt(batch + "0"))
                .with(Sort.by("_id")).cursorBatchSize(READ_AHEAD);
        return mongo.stream(range, Reject.class);
    }
}
