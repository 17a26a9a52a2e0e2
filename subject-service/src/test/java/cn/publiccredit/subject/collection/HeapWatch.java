package cn.publiccredit.subject.collection;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The most memory that was in use at a moment when nothing but live data was left: sampled right after a collection,
 * while work goes on.
 */
final class HeapWatch implements AutoCloseable {

    private static final long BETWEEN_SAMPLES = 200_000_000;

    private final AtomicLong most = new AtomicLong();
    private final long before;
    private volatile boolean on = true;
    private final Thread sampler;

    HeapWatch() {
        this.before = live();
        this.sampler = Thread.ofPlatform().daemon().start(() -> {
            while (on) {
                most.accumulateAndGet(live(), Math::max);
                LockSupport.parkNanos(BETWEEN_SAMPLES);
            }
        });
    }

    /** How much more was live at the worst moment than at the start, in MiB. */
    long grownBy() {
        return Math.max(0, most.get() - before) >> 20;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        LockSupport.unpark(sampler);
        sampler.join();
    }
}
