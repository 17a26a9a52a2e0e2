package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The real intake, which dies on a worker as often as a test says: before, in the middle of, or after its writes. */
final class FaultyIntake implements RecordIntake {

    private final RecordIntake real;
    private final AtomicInteger deaths = new AtomicInteger();
    private volatile Random random = new Random(1);
    private volatile Runnable afterWriting = () -> {};
    private volatile Consumer<IntakeContext> beforeWriting = context -> {};

    FaultyIntake(RecordIntake real) {
        this.real = real;
    }

    void diesSoOften(int times, long seed) {
        random = new Random(seed);
        deaths.set(times);
    }

    /** Done on the worker's thread between the intake's writes and the checkpoint. */
    void afterWriting(Runnable action) {
        afterWriting = action;
    }

    /** Done on the worker's thread before the intake's writes. */
    void beforeWriting(Consumer<IntakeContext> action) {
        beforeWriting = action;
    }

    @Override
    public List<Optional<Verdict>> written(IntakeContext context, List<IncomingRecord> rows) {
        return real.written(context, rows);
    }

    @Override
    public String idOf(IntakeContext context, IncomingRecord row) {
        return real.idOf(context, row);
    }

    @Override
    public List<Verdict> accept(IntakeContext context, List<IncomingRecord> rows) {
        beforeWriting.accept(context);
        if (deaths.get() > 0 && random.nextBoolean() && deaths.getAndDecrement() > 0) {
            real.accept(context, rows.subList(0, random.nextInt(rows.size() + 1)));
            throw new IllegalStateException("killed by the test");
        }
        List<Verdict> verdicts = real.accept(context, rows);
        afterWriting.run();
        return verdicts;
    }
}
