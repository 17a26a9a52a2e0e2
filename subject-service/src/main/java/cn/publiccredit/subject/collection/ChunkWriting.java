package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.support.work.Lease;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a chunk: first the records, then the rejects, last the checkpoint. Each can be repeated; only the last one
 * counts.
 */
@Component
class ChunkWriting {

    private final RecordIntake intake;
    private final Rejects rejects;
    private final Batches batches;
    private final RowCounters counters;

    ChunkWriting(RecordIntake intake, Rejects rejects, Batches batches, RowCounters counters) {
        this.intake = intake;
        this.rejects = rejects;
        this.batches = batches;
        this.counters = counters;
    }

    /**
     * @param from the checkpoint on which the chunk follows
     * @param sourceName what the chunk tells about the source's name; null when nothing new
     * @throws ChunkTaken when another replica has moved the checkpoint
     */
    void write(IntakeContext context, Lease lease, long from, Chunk chunk, @Nullable String sourceName) {
        lease.requireHeld();
        counters.chunks().record(() -> {
            Map<Verdict, Long> verdicts = handOver(context, chunk.sound());
            rejects.keep(context.batch(), chunk.rejects());
            if (!batches.advance(context.batch(), lease.owner(), from, chunk, verdicts, sourceName)) {
                throw new ChunkTaken(context.batch());
            }
            counters.counted(verdicts, chunk.duplicates(), chunk.rejects().size());
        });
    }

    private Map<Verdict, Long> handOver(IntakeContext context, List<IncomingRecord> sound) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        if (!sound.isEmpty()) {
            List<Verdict> verdicts = intake.accept(context, sound);
            if (verdicts.size() != sound.size()) {
                throw new IllegalStateException(verdicts.size() + " verdicts were given on " + sound.size() + " rows");
            }
            verdicts.forEach(verdict -> counts.merge(verdict, 1L, Long::sum));
        }
        return counts;
    }

    /** Another replica has worked on the same rows; what we did to them it did as well. */
    private static final class ChunkTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChunkTaken(String batch) {
            super("batch " + batch + " was taken over by another replica");
        }
    }
}
