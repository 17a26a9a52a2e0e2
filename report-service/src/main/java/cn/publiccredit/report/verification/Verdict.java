package cn.publiccredit.report.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a report is genuine.
 *
 * @param reason why it is not; null when it is
 * @param sha256 hash of the genuine PDF
 * @param changes what is different today from what the report says
 * @param changesUnavailable true when that cannot be told at the moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(
        boolean genuine,
        @Nullable String reason,
        @Nullable String number,
        @Nullable OffsetDateTime issuedAt,
        @Nullable String subjectName,
        @Nullable String template,
        @Nullable String title,
        @Nullable String sha256,
        @Nullable List<Change> changes,
        @Nullable Boolean changesUnavailable) {

    static Verdict notGenuine(String reason) {
        return new Verdict(false, reason, null, null, null, null, null, null, null, null);
    }
}
