package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.collection.judgement.Judgement;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and judges the rows behind a checkpoint and puts them together to chunks. It writes nothing. */
final class ChunkReading {

    private final RowSource rows;
    private final ItemJudge judge;
    private final CollectionSettings settings;
    private final long checkpoint;
    private @Nullable Judged held;
    private boolean anyRow;

    /**
     * Reading of one run.
     *
     * @param checkpoint the last row that an earlier run has written
     * @param anyRow whether an earlier run has met a row that is not blank
     */
    ChunkReading(RowSource rows, ItemJudge judge, CollectionSettings settings, long checkpoint, boolean anyRow) {
        this.rows = rows;
        this.judge = judge;
        this.settings = settings;
        this.checkpoint = checkpoint;
        this.anyRow = anyRow;
    }

    private record Judged(Row row, Judgement judgement) {}

    /** The next chunk; null at the end of the file. Blank rows of a file that has no others are no chunk. */
    @Nullable Chunk next() throws IOException {
        Chunk chunk = new Chunk();
        if (held != null) {
            take(chunk, held);
            held = null;
        }
        for (Row row = chunk.isFull(settings) ? null : rows.next(); row != null; row = rows.next()) {
            if (row.number() <= checkpoint) {
                continue;
            }
            if (row.isBlank()) {
                chunk.takeBlank(row);
            } else {
                anyRow = true;
                Judged judged = new Judged(row, judge.judge(row));
                if (!take(chunk, judged)) {
                    held = judged;
                    return chunk;
                }
            }
            if (chunk.isFull(settings)) {
                return chunk;
            }
        }
        return chunk.isEmpty() || !anyRow ? null : chunk;
    }

    /** Whether the file has been found to have rows that are not blank. */
    boolean anyRow() {
        return anyRow;
    }

    private boolean take(Chunk chunk, Judged judged) {
        if (!chunk.take(judged.row(), judged.judgement())) {
            return false;
        }
        if (judged.judgement() instanceof Judgement.Broken broken) {
            judge.wrongCode(judged.row(), broken).ifPresent(chunk::takeWrongCode);
        }
        return true;
    }
}
