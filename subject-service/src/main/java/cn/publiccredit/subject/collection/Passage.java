package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.CsvRows;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.collection.judgement.Judgement;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.support.work.Lease;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One passage through a file, from the checkpoint to the end or to the loss of the lease. */
final class Passage {

    private final Batch batch;
    private final ItemJudge judge;
    private final CollectionSettings settings;
    private final ChunkWriting writing;
    private final Lease lease;
    private final @Nullable String sourceCode;
    private final @Nullable String sourceTitle;
    private long position;
    private String sourceName;
    private Chunk chunk = new Chunk();

    Passage(
            Batch batch, CatalogItem item, ItemJudge judge, CollectionSettings settings, ChunkWriting writing,
            Lease lease) {
        this.batch = batch;
        this.judge = judge;
        this.settings = settings;
        this.writing = writing;
        this.lease = lease;
        this.sourceCode = item.roles().get("sourceUscc");
        this.sourceTitle = item.roles().get("sourceName");
        this.position = batch.position();
        this.sourceName = batch.source().name();
    }

    /** Works off the rest of the file; false when there is no row in it at all. */
    boolean through(CsvRows rows) throws IOException {
        boolean anyRow = batch.counts().received() > 0;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (row.number() <= batch.position()) {
                continue;
            }
            if (row.isBlank()) {
                chunk.takeBlank(row);
            } else {
                anyRow = true;
                take(row);
            }
            if (chunk.isFull(settings)) {
                write();
            }
        }
        if (anyRow) {
            write();
        }
        return anyRow;
    }

    private void take(Row row) {
        Judgement judgement = judge.judge(row);
        if (!chunk.take(row, judgement)) {
            write();
            chunk.take(row, judgement);
        }
    }

    private void write() {
        if (chunk.isEmpty()) {
            return;
        }
        String told = nameTold();
        if (told != null) {
            sourceName = told;
        }
        writing.write(batch.context(sourceName), lease, position, chunk, told);
        position = chunk.position();
        chunk = new Chunk();
    }

    /** The source's name as the first rows of its own give it; null when none does. */
    private @Nullable String nameTold() {
        if (sourceCode == null || sourceTitle == null || position > 0) {
            return null;
        }
        return chunk.sound().stream()
                .filter(row -> batch.source().uscc().equals(row.data().get(sourceCode)))
                .map(row -> row.data().get(sourceTitle))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
