package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.rulebook.CatalogItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Files, and pushes, of the same source and item that were sent before a push: it waits a little for them, most take no longer. */
@Component
class EarlierFiles {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** So long as a push usually takes, every call may wait; for longer only as many as there are places to. */
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    private final Batches batches;
    private final CollectionSettings settings;
    private final Clock clock;
    private final Semaphore waiting;

    EarlierFiles(Batches batches, CollectionSettings settings, Clock clock) {
        this.batches = batches;
        this.settings = settings;
        this.clock = clock;
        // The other half of the places is for pushes that need not wait; of those that would, more are queued at once.
        this.waiting = new Semaphore(Math.max(1, settings.pushesAtATime() / 2));
    }

    /**
     * Whether none of those that came before now is left to be worked off, at once or after a short wait.
     *
     * @param pushes whether earlier pushes are waited for, too; of records that are only put the later received one is in
     *     force anyway, what withdraws or changes one must find it
     */
    boolean haveEnded(BatchSource source, CatalogItem item, boolean pushes) {
        Instant now = clock.instant();
        List<String> states = pushes ? Queue.IN_ORDER : Queue.UNFINISHED;
        BooleanSupplier ended = () -> !batches.isAnyUnfinished(source.uscc(), item.code(), states, now);
        try {
            return within(A_MOMENT, ended) || afterAWait(ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean afterAWait(BooleanSupplier ended) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return within(settings.pushPatience(), ended);
        } finally {
            waiting.release();
        }
    }

    private static boolean within(Duration patience, BooleanSupplier ended) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!ended.getAsBoolean()) {
            if (System.nanoTime() >= until) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}
