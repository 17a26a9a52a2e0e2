package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.IntakeFigures;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.support.work.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a chunk: first the records, then rejects and warnings, last the checkpoint. Each can be repeated; only the last
 * one counts.
 */
@Component
class ChunkWriting {

    /** No file has as many rows. */
    private static final long LAST = 9_999_999_999L;

    private final RecordIntake intake;
    private final IntakeFigures figures;
    private final NameCheck names;
    private final Rejects rejects;
    private final RowWarnings warnings;
    private final CodeFindings codes;
    private final HeldBatches batches;
    private final RowCounters counters;

    ChunkWriting(
            RecordIntake intake,
            IntakeFigures figures,
            NameCheck names,
            Rejects rejects,
            RowWarnings warnings,
            CodeFindings codes,
            HeldBatches batches,
            RowCounters counters) {
        this.intake = intake;
        this.figures = figures;
        this.names = names;
        this.rejects = rejects;
        this.warnings = warnings;
        this.codes = codes;
        this.batches = batches;
        this.counters = counters;
    }

    /**
     * Where a chunk follows.
     *
     * @param from the checkpoint
     * @param again whether it may have been written before, by a run that died of it
     */
    record Place(long from, boolean again) {}

    /**
     * Writes what a chunk brings.
     *
     * @param sourceName what the chunk tells about the source's name; null when nothing new
     * @throws ChunkTaken when another replica has moved the checkpoint
     */
    void write(IntakeContext context, Lease lease, Place place, Chunk chunk, @Nullable String sourceName) {
        lease.requireHeld();
        counters.chunks().record(() -> {
            Outcome outcome = handOver(context, chunk);
            rejects.keep(context.batch(), outcome.rejects());
            warnings.keep(context.batch(), place.from(), outcome.warned());
            if (place.again()) {
                // Whoever took the batch over meanwhile has written here, too.
                lease.requireHeld();
                forgetOthers(context.batch(), place.from(), chunk.position(), outcome);
            }
            if (!chunk.wrongCodes().isEmpty()) {
                codes.report(context, chunk.wrongCodes());
            }
            if (!batches.advance(context.batch(), lease.owner(), place.from(), chunk, outcome, sourceName)) {
                throw new ChunkTaken(context.batch());
            }
            counters.counted(outcome);
        });
    }

    /** Hands the sound rows of a chunk to the records. */
    Outcome handOver(IntakeContext context, Chunk chunk) {
        if (chunk.sound().isEmpty()) {
            return Outcome.of(chunk, List.of(), List.of());
        }
        List<IncomingRecord> rows = chunk.sound().stream().map(Chunk.Sound::incoming).toList();
        List<Verdict> verdicts = intake.accept(context, rows);
        if (verdicts.size() != rows.size()) {
            throw new IllegalStateException(verdicts.size() + " verdicts were given on " + rows.size() + " rows");
        }
        Outcome outcome = Outcome.of(chunk, verdicts, names.notices(chunk.sound(), verdicts));
        outcome.noticeNames(chunk);
        return outcome;
    }

    /** What a run that died made of a chunk that nobody counted: what is in the records, and nothing of the rest. */
    Outcome settled(IntakeContext context, Lease lease, long from, Chunk chunk) {
        List<Optional<Verdict>> written = intake.written(context, chunk.sound().stream().map(Chunk.Sound::incoming).toList());
        List<Chunk.Sound> there = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Optional<Verdict> verdict = written.get(i);
            if (verdict.isPresent()) {
                there.add(chunk.sound().get(i));
                verdicts.add(verdict.get());
            }
        }
        Outcome outcome = Outcome.of(there, new Chunk(), verdicts, names.notices(there, verdicts));
        // That run may have died before they were.
        figures.counted(context, there.stream().map(Chunk.Sound::incoming).toList(), verdicts);
        warnings.keep(context.batch(), from, outcome.warned());
        lease.requireHeld();
        forgetOthers(context.batch(), from, LAST, outcome);
        return outcome;
    }

    /** Of these rows nothing stays but what was just written. */
    private void forgetOthers(String batch, long from, long to, Outcome outcome) {
        rejects.forgetOthers(batch, from, to, outcome.rejects());
        if (outcome.warned().isEmpty()) {
            warnings.forget(batch, from);
        }
    }

    /** Another replica has worked on the same rows; what we did to them it did as well. */
    private static final class ChunkTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChunkTaken(String batch) {
            super("batch " + batch + " was taken over by another replica");
        }
    }
}
