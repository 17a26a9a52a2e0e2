package cn.publiccredit.local.client;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Uploads a file of rows and waits until the platform has judged all of them. */
public final class Uploads {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Door door;
    private final Duration patience;

    /**
     * @param door the department's
     * @param patience how long a batch may take
     */
    public Uploads(Door door, Duration patience) {
        this.door = door;
        this.patience = patience;
    }

    /** Uploads a CSV file in GB18030 and waits for its end. */
    public Batch upload(String item, byte[] csv) {
        return upload(item, csv, null, batch -> { });
    }

    /**
     * Uploads a CSV file in GB18030 and waits for its end.
     *
     * @param key Idempotency-Key, with which the same upload counts once; null for none
     * @param watcher is shown every state that was seen on the way
     */
    public Batch upload(String item, byte[] csv, @Nullable String key, Consumer<Batch> watcher) {
        Door keyed = key == null ? door : door.with("Idempotency-Key", key);
        String id = keyed.post("/api/subject/v1/batches?item=" + item, "text/csv; charset=GB18030", csv)
                .expect(202).at("/id");
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Batch batch = Batch.of(door.get("/api/subject/v1/batches/" + id).expect(200));
            watcher.accept(batch);
            if (batch.isOver()) {
                return batch;
            }
            if (System.nanoTime() > end) {
                throw new BatchUnfinished(batch, patience);
            }
            Pause.of(PAUSE);
        }
    }

    /** The rows that were refused, in the file's columns with what is wrong, as CSV. */
    public byte[] rejects(Batch batch) {
        return door.get("/api/subject/v1/batches/" + batch.id() + "/rejects").expect(200).bytes();
    }
}
