package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.support.work.Lease;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One passage through a file, from the checkpoint to the end, to the loss of the lease, or to somebody's wish to stop. */
final class Passage {

    /** How often somebody's wish to stop is looked for; once a chunk would cost as much as some of its writes. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Batch batch;
    private final ItemJudge judge;
    private final CollectionSettings settings;
    private final ChunkWriting writing;
    private final HeldBatches batches;
    private final Lease lease;
    private final @Nullable String sourceCode;
    private final @Nullable String sourceTitle;
    private long position;
    private String sourceName;
    private boolean again;
    private long looked;

    Passage(
            Batch batch, CatalogItem item, ItemJudge judge, CollectionSettings settings, ChunkWriting writing,
            HeldBatches batches, Lease lease) {
        this.batch = batch;
        this.judge = judge;
        this.settings = settings;
        this.writing = writing;
        this.batches = batches;
        this.lease = lease;
        this.sourceCode = item.roles().get("sourceUscc");
        this.sourceTitle = item.roles().get("sourceName");
        this.position = batch.position();
        this.sourceName = batch.source().name();
        this.again = batch.startedAt() != null;
        this.looked = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    }

    /** How a passage ends. */
    enum End {
        ENDED,
        /** There is no row in the file at all. */
        NO_ROWS,
        STOPPED
    }

    /** Works off the rest of the file. */
    End through(RowSource rows) throws IOException {
        ChunkReading reading = new ChunkReading(rows, judge, settings, position, batch.counts().received() > 0);
        try (OneAhead<Chunk> chunks = new OneAhead<>(reading::next)) {
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                write(chunk);
                if (isToStop()) {
                    return End.STOPPED;
                }
            }
        }
        return reading.anyRow() ? End.ENDED : End.NO_ROWS;
    }

    /** What a run that died has written of the chunk behind the checkpoint and nobody counted. */
    Outcome settled(RowSource rows) throws IOException {
        Chunk chunk = new ChunkReading(rows, judge, settings, position, batch.counts().received() > 0).next();
        return chunk == null ? Outcome.NONE : writing.settled(batch.context(sourceName), lease, position, chunk);
    }

    private void write(Chunk chunk) {
        String told = nameTold(chunk);
        if (told != null) {
            sourceName = told;
        }
        writing.write(batch.context(sourceName), lease, new ChunkWriting.Place(position, again), chunk, told);
        position = chunk.position();
        again = false;
    }

    // Only behind a checkpoint: whatever a run that died has written must have been counted first.
    private boolean isToStop() {
        long now = System.nanoTime();
        if (batch.cancellation() == null && now - looked < BETWEEN_LOOKS.toNanos()) {
            return false;
        }
        looked = now;
        return batches.isToBeCancelled(batch.id());
    }

    /** The source's name as the first rows of its own give it; null when none does. */
    private @Nullable String nameTold(Chunk chunk) {
        if (sourceCode == null || sourceTitle == null || position > 0) {
            return null;
        }
        return chunk.sound().stream()
                .map(Chunk.Sound::incoming)
                .map(IncomingRecord::data)
                .filter(row -> batch.source().uscc().equals(row.get(sourceCode)))
                .map(row -> row.get(sourceTitle))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
