package cn.publiccredit.subject.access;

import cn.publiccredit.subject.record.Cause;
import cn.publiccredit.subject.record.Content;
import cn.publiccredit.subject.record.RecordState;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.record.Version;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform knew of a record for a time, and why.
 *
 * @param knownUntil when the next version took its place; null for the current one
 * @param cause what made it
 */
record VersionView(
        int version,
        int itemVersion,
        RecordState state,
        OffsetDateTime knownFrom,
        @Nullable OffsetDateTime knownUntil,
        CauseView cause,
        Severity severity,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate publicUntil,
        Map<String, String> data) {

    /**
     * A row of a batch, or a decision.
     *
     * @param batch null for a decision
     * @param row null for a decision
     * @param actor the account; told to those who supervise the source only
     * @param reason as the source wrote it; this, batch and row are not told to who sees no more than anyone
     */
    record CauseView(
            @Nullable String batch,
            @Nullable Long row,
            OffsetDateTime receivedAt,
            @Nullable String actor,
            @Nullable String reason) {}

    static VersionView of(Version version, Map<String, String> data, Scope.Sight sight, boolean withActor) {
        Content content = version.content();
        Cause cause = version.cause();
        Instant until = version.knownUntil();
        return new VersionView(version.number(), content.itemVersion(), version.state(), zoned(version.knownFrom()),
                until == null ? null : zoned(until),
                sight == Scope.Sight.PUBLIC
                        ? new CauseView(null, null, zoned(cause.receivedAt()), null, null)
                        : new CauseView(cause.batch(), cause.batch() == null ? null : cause.row(), zoned(cause.receivedAt()),
                                withActor ? cause.actor() : null, cause.reason()),
                content.severity(), content.documentDate(), content.publicUntil(), data);
    }

    private static OffsetDateTime zoned(Instant instant) {
        return instant.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
