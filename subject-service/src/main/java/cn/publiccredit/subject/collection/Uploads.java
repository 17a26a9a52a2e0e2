package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Duration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Uploads under way; as a task it clears away what a killed process left of one. */
@Component
class Uploads implements Task {

    static final String COLLECTION = "uploads";

    /** Longer than any upload lasts. */
    private static final Duration SURELY_OVER = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final KeptBytes bytes;
    private final Batches batches;
    private final FileRetention retention;
    private final Clock clock;

    Uploads(MongoTemplate mongo, KeptBytes bytes, Batches batches, FileRetention retention, Clock clock) {
        this.mongo = mongo;
        this.bytes = bytes;
        this.batches = batches;
        this.retention = retention;
        this.clock = clock;
    }

    void begin(String content, String batch) {
        mongo.insert(new Upload(content, batch, Work.dueAt(clock.instant().plus(SURELY_OVER))));
    }

    /** The batch stands, and with it the pieces, for their time. */
    void complete(Batch batch) {
        retention.begin(batch);
        forget(batch.file().content());
    }

    private void forget(String content) {
        mongo.remove(byId(content), Upload.class);
    }

    /** Nothing is to be left of it. */
    void discard(String content) {
        bytes.delete(content);
        forget(content);
    }

    /** Of a push that is through nothing is kept; a file, and a push that is not, have their time. */
    private void settle(Batch batch) {
        if (batch.state().isFinished() && batch.file().pieces() == 0) {
            discard(batch.file().content());
        } else {
            complete(batch);
        }
    }

    @Override
    public Next run(String content, Lease lease) {
        Upload upload = mongo.findById(content, Upload.class);
        if (upload != null) {
            batches.find(upload.batch()).filter(batch -> batch.file().content().equals(content))
                    .ifPresentOrElse(this::settle, () -> discard(content));
        }
        return new Next.Done();
    }

    private static Query byId(String content) {
        return Query.query(where("_id").is(content));
    }
}
