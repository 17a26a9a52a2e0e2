package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.record.CatalogItemRef;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file on its way into the records.
 *
 * @param titles the file's first row; empty until it was read
 * @param position the last row that is done with, as counted by {@code Row}; with the counts it is the checkpoint,
 *     in one write
 * @param noticed by id of the remark
 * @param progressedAt when the checkpoint last moved
 * @param catalogueNote said when the catalogue could not be asked; null when it could
 */
@Document("batches")
record Batch(
        @Id String id,
        CatalogItemRef item,
        String itemName,
        BatchSource source,
        String submittedBy,
        BatchFile file,
        BatchState state,
        List<String> titles,
        long position,
        Counts counts,
        Map<String, Noticed> noticed,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant progressedAt,
        @Nullable Instant finishedAt,
        @Nullable Failure failure,
        @Nullable String catalogueNote,
        Work work,
        @Version @Nullable Long version) {

    IntakeContext context(String sourceName) {
        return new IntakeContext(id, item, source.uscc(), sourceName, source.place(), submittedBy, submittedAt);
    }
}
