package cn.publiccredit.support.work;

import cn.publiccredit.support.work.Lease.LeaseLost;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a task on every document of a collection that is due (field {@code work}, see {@link Work}), on one replica at a time.
 *
 * <p>A replica that dies leaves its lease to run out; another then takes the document up. Tasks must therefore be idempotent. Work
 * on which one run after the other dies is taken up after growing pauses, so that it cannot keep all replicas from their other work.
 */
public final class LeasedWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LeasedWorker.class);

    private final String queue;
    private final WorkStore store;
    private final Task task;
    private final WorkSettings settings;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private final Counter runs;
    private final Counter failures;
    private final int threads;
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean on;

    LeasedWorker(
            String queue, WorkStore store, Task task, int threads, WorkSettings settings, Clock clock, MeterRegistry meters) {
        this.queue = queue;
        this.store = store;
        this.task = task;
        this.threads = threads;
        this.settings = settings;
        this.clock = clock;
        this.runs = Counter.builder("credit.work.runs").tag("queue", queue).register(meters);
        this.failures = Counter.builder("credit.work.failures").tag("queue", queue).register(meters);
        Gauge.builder("credit.work.open", store, WorkStore::open).tag("queue", queue)
                .description("Documents that are or will be due").register(meters);
    }

    /** Tells this replica that something has become due, so that it need not wait for its next look. */
    public void wake() {
        news.release();
    }

    private void loop() {
        while (on) {
            try {
                if (!runOne()) {
                    waitForNews();
                }
            } catch (InterruptedException e) {
                // Only the end of the worker means it; an interrupt that a task left behind costs the queue no thread.
                log.debug("queue {} was interrupted", queue, e);
            } catch (RuntimeException | Error e) {
                log.warn("queue {} could not be read; trying again", queue, e);
                pause();
            }
        }
    }

    private boolean runOne() throws InterruptedException {
        String owner = UUID.randomUUID().toString();
        Optional<WorkStore.Claimed> claimed = store.claim(owner, settings.lease());
        if (claimed.isEmpty()) {
            return false;
        }
        String id = claimed.get().id();
        int brokenOff = claimed.get().brokenOff();
        if (claimed.get().justBrokenOff()) {
            failures.increment();
            log.warn("{} {}: the last run ended without a word, {} in a row", queue, id, brokenOff);
            if (brokenOff > 1) {
                store.putOff(id, owner, clock.instant().plus(settings.pauseAfter(brokenOff - 1)));
                return true;
            }
        }
        Lease lease = new Lease(owner, brokenOff);
        Thread renewal = Thread.ofVirtual().name(queue + "-lease").start(() -> renew(id, lease));
        try {
            runs.increment();
            switch (task.run(id, lease)) {
                case Task.Next.Done() -> store.done(id, owner);
                case Task.Next.Again(var at) -> store.again(id, owner, at);
            }
        } catch (LeaseLost e) {
            log.info("{} {} was taken over by another replica", queue, id);
        } catch (InterruptedException e) {
            store.putOff(id, owner, clock.instant());
            throw e;
        } catch (Exception | Error e) {
            int failed = claimed.get().attempts() + 1;
            failures.increment();
            log.warn("{} {} failed for the {}. time", queue, id, failed, e);
            store.failed(id, owner, clock.instant().plus(settings.pauseAfter(failed)), describe(e));
        } finally {
            renewal.interrupt();
        }
        return true;
    }

    private void renew(String id, Lease lease) {
        Duration pause = settings.lease().dividedBy(3);
        long deadline = System.nanoTime() + settings.lease().toNanos();
        while (lease.isHeld()) {
            try {
                Thread.sleep(pause);
                if (store.renew(id, lease.owner(), settings.lease())) {
                    deadline = System.nanoTime() + settings.lease().toNanos();
                } else {
                    lease.lose();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
                    return;
                }
                log.warn("the lease on {} {} could not be renewed", queue, id, e);
                if (System.nanoTime() > deadline) {
                    lease.lose();
                }
            }
        }
    }

    private void waitForNews() throws InterruptedException {
        if (news.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void pause() {
        try {
            news.tryAcquire(settings.firstPause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            log.debug("queue {} was interrupted", queue, e);
        }
    }

    private static String describe(Throwable e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    @Override
    public synchronized void start() {
        if (on) {
            return;
        }
        store.createIndex();
        on = true;
        for (int i = 0; i < threads; i++) {
            running.add(Thread.ofPlatform().name(queue + "-" + i).start(this::loop));
        }
    }

    @Override
    public synchronized void stop() {
        on = false;
        running.forEach(Thread::interrupt);
        for (Thread thread : running) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
