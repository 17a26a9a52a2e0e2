package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.FileFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its uploader sees it.
 *
 * @param queue where it stands while it waits; of a list, for those within the first ten thousand unfinished ones
 * @param cancelling whether somebody wants it to stop and it has not yet
 * @param encoding null for workbooks
 * @param fileKeptUntil when file, rejects and warnings will be deleted
 * @param fileDeletedAt when they were
 */
record BatchView(
        String id,
        String item,
        String itemName,
        int itemVersion,
        BatchState state,
        @Nullable Waiting queue,
        boolean cancelling,
        Counts counts,
        Progress progress,
        List<Warning> warnings,
        BatchSource source,
        String fileName,
        FileFormat format,
        boolean gzip,
        String sha256,
        long bytes,
        @Nullable String encoding,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Reason failure,
        @Nullable String catalogueNote,
        @Nullable Instant fileKeptUntil,
        @Nullable String fileKeptBecause,
        @Nullable Instant fileDeletedAt) {

    /**
     * How far it is.
     *
     * @param total rows in all; for CSV an estimate by line breaks until the end is reached
     * @param rate rows a second
     * @param eta when it will be done at that rate; null while that cannot be told
     */
    record Progress(long done, long total, double rate, @Nullable Instant eta) {}

    /**
     * Why it waits.
     *
     * @param position how many batches have to end, at the least, before it begins
     * @param reason {@code item-order}, {@code source-limit}, {@code platform-limit}, {@code workers-busy}, or {@code starting}
     */
    record Waiting(long position, String reason, String message) {}

    /** Something put right or noticed in accepted rows; row 0 stands for the file as a whole. */
    record Warning(String rule, String message, long count, long firstRow) {}

    /** Why the file as a whole was refused. */
    record Reason(String code, String message) {}
}
