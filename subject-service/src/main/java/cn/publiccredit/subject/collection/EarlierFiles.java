package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.rulebook.CatalogItem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Files of the same source and item that were sent before a push: it waits a little for them, most take no longer. */
@Component
class EarlierFiles {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** So many of a replica's threads may wait at a time; further pushes are queued without waiting. */
    private static final int WAITING_AT_A_TIME = 16;

    private final Batches batches;
    private final CollectionSettings settings;
    private final Semaphore waiting = new Semaphore(WAITING_AT_A_TIME);

    EarlierFiles(Batches batches, CollectionSettings settings) {
        this.batches = batches;
        this.settings = settings;
    }

    /** Whether none is left to be worked off, at once or after a short wait. */
    boolean haveEnded(BatchSource source, CatalogItem item) {
        if (!batches.isAnyUnfinished(source.uscc(), item.code())) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return ended(source, item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    private boolean ended(BatchSource source, CatalogItem item) throws InterruptedException {
        long until = System.nanoTime() + settings.pushPatience().toNanos();
        while (System.nanoTime() < until) {
            Thread.sleep(BETWEEN_LOOKS);
            if (!batches.isAnyUnfinished(source.uscc(), item.code())) {
                return true;
            }
        }
        return false;
    }
}
