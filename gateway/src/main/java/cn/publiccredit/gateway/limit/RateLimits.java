package cn.publiccredit.gateway.limit;

import cn.publiccredit.gateway.limit.LimitSettings.Budget;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The buckets of all callers of this replica. A bucket that is full again is forgotten: a new one would be the same. */
@Component
class RateLimits {

    private final TimeMeter time;
    private final Cache<String, Held> buckets;

    RateLimits(LimitSettings settings, TimeMeter time) {
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .ticker(time::currentTimeNanos)
                .expireAfter(Expiry.<String, Held>accessing((key, held) -> held.window))
                .build();
    }

    /** Takes one call from the caller's bucket, if there is one. */
    Allowance take(Bucketed caller) {
        Held held = buckets.get(caller.key(), key -> hold(caller.budget()));
        ConsumptionProbe probe = held.bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                caller,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Held hold(Budget budget) {
        Bucket bucket = Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(budget.burst()).refillGreedy(budget.rate(), Duration.ofSeconds(1)))
                .build();
        return new Held(bucket, Duration.ofSeconds(budget.window() + 1));
    }

    private record Held(Bucket bucket, Duration window) {}
}
