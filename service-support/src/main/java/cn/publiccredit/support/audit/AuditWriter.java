package cn.publiccredit.support.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread that extends this process's chain.
 *
 * <p>When an insert fails it is unknown how much of the group was stored, so the chain is left as it is, all waiting accesses
 * of the group are refused, and a new chain is begun. What was stored of the group stays provable.
 */
final class AuditWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditWriter.class);
    private static final int ANCHORS = 100;

    private record Waiting(Access access, @Nullable String trace, CompletableFuture<Void> written) {}

    private final AuditStore store;
    private final String service;
    private final Clock clock;
    private final int groupSize;
    private final BlockingQueue<Waiting> queue;
    private final Timer writes;
    private volatile @Nullable Thread thread;

    AuditWriter(AuditStore store, String service, AuditSettings settings, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.service = service;
        this.clock = clock;
        this.groupSize = settings.groupSize();
        this.queue = new ArrayBlockingQueue<>(settings.waiting());
        this.writes = Timer.builder("credit.audit.write").description("One group of audit entries made durable")
                .publishPercentiles(0.5, 0.99).register(meters);
        Gauge.builder("credit.audit.waiting", queue, BlockingQueue::size).register(meters);
    }

    CompletableFuture<Void> submit(Access access) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        if (!isRunning() || !queue.offer(new Waiting(access, MDC.get("traceId"), written))) {
            written.completeExceptionally(new IllegalStateException("the audit trail's queue is full or stopped"));
        }
        return written;
    }

    private void run() {
        @Nullable Chain chain = null;
        List<Waiting> group = new ArrayList<>(groupSize);
        while (isRunning() || !queue.isEmpty()) {
            group.clear();
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, groupSize - 1);
                Chain current = chain == null ? open() : chain;
                chain = null;
                writes.record(() -> store.append(links(current, group)));
                chain = current;
                group.forEach(waiting -> waiting.written().complete(null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                group.forEach(waiting -> waiting.written().completeExceptionally(e));
                return;
            } catch (RuntimeException e) {
                log.error("{} accesses are refused because the audit trail could not be written", group.size(), e);
                group.forEach(waiting -> waiting.written().completeExceptionally(e));
            }
        }
    }

    private List<AuditEntry> links(Chain chain, List<Waiting> group) {
        return group.stream().map(w -> chain.link(w.access(), w.trace(), clock.instant())).toList();
    }

    private Chain open() {
        // The time in front keeps writers in order of birth when sorted as text.
        Chain chain = new Chain("%s-%013d-%s".formatted(
                service, clock.millis(), UUID.randomUUID().toString().substring(0, 8)));
        List<String> anchors = store.newestHeads(ANCHORS).stream()
                .map(head -> head.id() + "/" + head.sequence() + "/" + head.hash())
                .toList();
        store.append(List.of(chain.opening(anchors, clock.instant())));
        return chain;
    }

    @Override
    public void start() {
        store.createIndexes();
        thread = Thread.ofPlatform().name("audit-writer").unstarted(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before and stops after everything that may want to write. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
