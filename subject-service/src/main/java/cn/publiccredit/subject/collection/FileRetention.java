package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Files are kept for a time, with their rejects and warnings, which quote them; then they are deleted and the batch says so. */
@Component
class FileRetention implements Task {

    static final String COLLECTION = "keptFiles";

    private static final Duration UNFINISHED = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final KeptBytes bytes;
    private final Rejects rejects;
    private final RowWarnings warnings;
    private final Batches batches;
    private final CollectionSettings settings;
    private final Clock clock;

    FileRetention(
            MongoTemplate mongo,
            KeptBytes bytes,
            Rejects rejects,
            RowWarnings warnings,
            Batches batches,
            CollectionSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.bytes = bytes;
        this.rejects = rejects;
        this.warnings = warnings;
        this.batches = batches;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A file that is kept.
     *
     * @param id the batch that it belongs to
     */
    @Document(COLLECTION)
    record Kept(@Id String id, Work work) {}

    /** The batch's file is kept from now on; can be repeated. */
    void begin(Batch batch) {
        mongo.save(new Kept(batch.id(), Work.dueAt(endOf(batch))));
    }

    /** When the time of a batch's file is over. */
    Instant endOf(Batch batch) {
        return batch.submittedAt().plus(settings.fileRetention());
    }

    @Override
    public Next run(String id, Lease lease) {
        Optional<Batch> found = batches.find(id);
        if (found.isEmpty()) {
            return new Next.Done();
        }
        Batch batch = found.get();
        Instant end = endOf(batch);
        if (end.isAfter(clock.instant())) {
            return new Next.Again(end);
        }
        if (!batch.state().isFinished()) {
            return new Next.Again(clock.instant().plus(UNFINISHED));
        }
        bytes.delete(batch.file().content(), batch.file().pieces());
        rejects.forget(id);
        warnings.forget(id);
        batches.fileDeleted(id);
        return new Next.Done();
    }
}
