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
 * @param catalogueSilentSince when the catalogue last confirmed the item, if it could not be asked; null when it could
 * @param cancellation null unless somebody wants it to stop
 * @param fileDeletedAt when its file and rejects were deleted because their time was over
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
        @Nullable Instant catalogueSilentSince,
        @Nullable Cancellation cancellation,
        @Nullable Instant fileDeletedAt,
        Work work,
        @Version @Nullable Long version) {

    /** The same batch as one of pushed records that are taken in at once. @param hold the pusher's hold on it */
    Batch pushing(List<String> columns, Work hold) {
        return new Batch(id, item, itemName, source, submittedBy, file, BatchState.PUSHING, columns, 0, counts, noticed,
                submittedAt, submittedAt, null, null, null, catalogueSilentSince, null, null, hold, version);
    }

    IntakeContext context(String sourceName) {
        return new IntakeContext(id, item, source.uscc(), sourceName, source.place(), submittedBy, submittedAt);
    }
}
