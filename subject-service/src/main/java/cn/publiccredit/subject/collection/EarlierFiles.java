package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.rulebook.CatalogItem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Files of the same source and item that were sent before a push: it waits a little for them, most take no longer. */
@Component
class EarlierFiles {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Batches batches;
    private final CollectionSettings settings;
    private final Semaphore waiting;

    EarlierFiles(Batches batches, CollectionSettings settings) {
        this.batches = batches;
        this.settings = settings;
        // The other half of the places is for pushes that need not wait; of those that would, more are queued at once.
        this.waiting = new Semaphore(Math.max(1, settings.pushesAtATime() / 2));
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
