package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.record.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Figures for operators: {@code credit.batch.running}, {@code .rows} by verdict, {@code .chunk} times,
 * {@code .finished} by state.
 */
@Component
class RowCounters {

    private static final List<Verdict> COUNTED = List.of(Verdict.ACCEPTED, Verdict.UPDATED, Verdict.DUPLICATE);

    private final MeterRegistry meters;
    private final AtomicInteger running;
    private final Timer chunks;

    RowCounters(MeterRegistry meters) {
        this.meters = meters;
        this.running = meters.gauge("credit.batch.running", new AtomicInteger());
        this.chunks = Timer.builder("credit.batch.chunk").description("Writing one chunk of rows").register(meters);
        for (Verdict verdict : COUNTED) {
            rows(name(verdict));
        }
        rows("rejected");
        rows("accepted_with_warnings");
    }

    void begun() {
        running.incrementAndGet();
    }

    void ended() {
        running.decrementAndGet();
    }

    void finished(BatchState state) {
        meters.counter("credit.batch.finished", "state", state.name().toLowerCase(Locale.ROOT)).increment();
    }

    void counted(Outcome outcome) {
        for (Verdict verdict : COUNTED) {
            rows(name(verdict)).increment(outcome.count(verdict));
        }
        rows("rejected").increment(outcome.rejects().size());
        rows("accepted_with_warnings").increment(outcome.acceptedWithWarnings());
    }

    Timer chunks() {
        return chunks;
    }

    private static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private Counter rows(String verdict) {
        return meters.counter("credit.batch.rows", "verdict", verdict);
    }
}
