package cn.publiccredit.gateway;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time for the limits that passes only when a test says so. */
public final class HandMovedTime implements TimeMeter {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
