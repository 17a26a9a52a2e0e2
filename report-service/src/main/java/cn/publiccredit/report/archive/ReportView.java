package cn.publiccredit.report.archive;

import cn.publiccredit.report.content.Content;
import cn.publiccredit.report.content.Evidence;
import cn.publiccredit.report.content.Section;
import cn.publiccredit.support.time.TimeConfiguration;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as the API answers it.
 *
 * @param pdfSha256 hash of the PDF; null until it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
        String number,
        String verificationCode,
        OffsetDateTime issuedAt,
        String subject,
        String subjectName,
        @Nullable String uscc,
        String template,
        int templateVersion,
        String title,
        String purpose,
        @Nullable String matter,
        @Nullable String consent,
        List<String> labels,
        List<Content.Count> overview,
        List<Section> sections,
        Evidence evidence,
        String pdf,
        @Nullable String pdfSha256) {

    /** The view of this report with what it says. */
    public static ReportView of(Report report, Content content, String pdfPath) {
        StoredFile file = report.pdf();
        return new ReportView(
                report.number(), report.verificationCode(),
                report.issuedAt().atZone(TimeConfiguration.ZONE).toOffsetDateTime(),
                report.subject(), report.subjectName(), report.uscc(), report.template(), report.templateVersion(),
                content.title(), report.purpose().purpose(), report.purpose().matter(), report.purpose().consent(),
                content.labels(), content.overview(), content.sections(), report.evidence(), pdfPath,
                file == null ? null : file.sha256());
    }
}
