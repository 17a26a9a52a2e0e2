package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.InflationBounds;
import cn.publiccredit.subject.collection.file.RowBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of collection.
 *
 * @param largestFile the largest file that is taken
 * @param largestForm the largest form; forms are held in memory, so that no personal data lies on a disk in clear
 * @param formsAtATime forms that one replica holds at the same time
 * @param largestUnpacked bytes that a packed file or a workbook may have in all when unpacked
 * @param mostInflation times its size that it may then have
 * @param largestField the longest cell that is looked at, in characters of one byte
 * @param largestRow the longest row, likewise
 * @param mostColumns the most cells in a row
 * @param rowsAtATime rows that are judged and written between two checkpoints
 * @param textAtATime text that these rows may hold in all, likewise in characters
 * @param batchesAtATime files that one replica works on at the same time; more than runningOfASource, so that one source's long files
 *     leave a worker to the others, and few, for each takes its share of memory
 * @param runningOfASource files of one source that are worked on at the same time, by all replicas
 * @param runningInAll files of all sources that are worked on at the same time, by all replicas
 * @param mostFailures runs in a row that may fail without getting any further; then the batch ends as failed
 * @param mostBrokenOff runs in a row of which the process may die without getting any further; fewer, for each may take a replica along
 * @param recordsAPush records that one call may push
 * @param largestPush the largest body of such a call
 * @param pushesAtATime such calls that one replica holds at the same time
 * @param pushPatience how long a push waits for its place, and for the source's earlier files of its item before it is queued itself
 * @param fileRetention how long files, rejects and warnings of items that do not say so are kept after they were received
 * @param fileRetentionSource what that time rests on, for people to read
 */
@ConfigurationProperties(prefix = "credit.collection", ignoreUnknownFields = false)
record CollectionSettings(
        @DefaultValue("2GB") DataSize largestFile,
        @DefaultValue("12MB") DataSize largestForm,
        @DefaultValue("8") int formsAtATime,
        @DefaultValue("4GB") DataSize largestUnpacked,
        @DefaultValue("250") int mostInflation,
        @DefaultValue("64KB") DataSize largestField,
        @DefaultValue("1MB") DataSize largestRow,
        @DefaultValue("500") int mostColumns,
        @DefaultValue("1000") int rowsAtATime,
        @DefaultValue("4MB") DataSize textAtATime,
        @DefaultValue("3") int batchesAtATime,
        @DefaultValue("2") int runningOfASource,
        @DefaultValue("8") int runningInAll,
        @DefaultValue("20") int mostFailures,
        @DefaultValue("5") int mostBrokenOff,
        @DefaultValue("500") int recordsAPush,
        @DefaultValue("4MB") DataSize largestPush,
        @DefaultValue("6") int pushesAtATime,
        @DefaultValue("3s") Duration pushPatience,
        @DefaultValue("1095d") Duration fileRetention,
        @DefaultValue("个人信息保护法第十九条（保存期限为实现处理目的所必要的最短时间）；期限[待省级确定]") String fileRetentionSource) {

    RowBounds bounds() {
        return new RowBounds(Math.toIntExact(largestField.toBytes()), Math.toIntExact(largestRow.toBytes()),
                mostColumns);
    }

    PushBody.Bounds pushBounds() {
        return new PushBody.Bounds(recordsAPush, mostColumns);
    }

    InflationBounds inflation() {
        return new InflationBounds(largestUnpacked.toBytes(), mostInflation);
    }
}
