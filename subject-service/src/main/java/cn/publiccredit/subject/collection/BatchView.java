package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.judgement.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch as its uploader sees it. */
record BatchView(
        String id,
        String item,
        String itemName,
        int itemVersion,
        BatchState state,
        Counts counts,
        Progress progress,
        List<Warning> warnings,
        BatchSource source,
        String fileName,
        String sha256,
        long bytes,
        @Nullable String encoding,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Failure failure,
        @Nullable String catalogueNote) {

    /**
     * How far it is.
     *
     * @param total rows in all; an estimate by line breaks until the end is reached
     * @param rate rows a second
     * @param eta when it will be done at that rate; null while that cannot be told
     */
    record Progress(long done, long total, double rate, @Nullable Instant eta) {}

    /** Something put right or noticed in accepted rows. */
    record Warning(String rule, String message, long count, long firstRow) {}

    static BatchView of(Batch batch) {
        Encoding encoding = batch.file().encoding();
        return new BatchView(batch.id(), batch.item().code(), batch.itemName(), batch.item().version(), batch.state(),
                batch.counts(), progress(batch), warnings(batch), batch.source(), batch.file().name(),
                batch.file().sha256(), batch.file().bytes(), encoding == null ? null : encoding.label(),
                batch.submittedAt(), batch.startedAt(), batch.finishedAt(), batch.failure(), batch.catalogueNote());
    }

    private static List<Warning> warnings(Batch batch) {
        return Arrays.stream(Remark.values())
                .filter(remark -> batch.noticed().containsKey(remark.id()))
                .map(remark -> {
                    Noticed noticed = batch.noticed().getOrDefault(remark.id(), new Noticed(0, 0));
                    return new Warning(remark.id(), remark.zh(), noticed.count(), noticed.firstRow());
                })
                .toList();
    }

    private static Progress progress(Batch batch) {
        long done = batch.counts().received();
        long total = batch.state().isFinished() ? done : Math.max(done, batch.file().lines() - 1);
        Instant started = batch.startedAt();
        Instant progressed = batch.progressedAt();
        if (started == null || progressed == null || done == 0) {
            return new Progress(done, total, 0, null);
        }
        double seconds = Math.max(0.001, Duration.between(started, progressed).toMillis() / 1000.0);
        double rate = Math.round(done / seconds * 10) / 10.0;
        Instant eta = batch.state().isFinished()
                ? null
                : progressed.plusMillis((long) ((total - done) / Math.max(0.1, rate) * 1000));
        return new Progress(done, total, rate, eta);
    }
}
