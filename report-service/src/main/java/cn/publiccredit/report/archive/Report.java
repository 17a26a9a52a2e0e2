package cn.publiccredit.report.archive;

import cn.publiccredit.report.content.Evidence;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One issued report; apart from its PDF, which is added once, and the work on it, it never changes.
 *
 * @param id of the request, so that a keyed request that is run again finds its report
 * @param number the report number as printed
 * @param verificationCode the code that goes with the number; kept readable because the PDF beside it prints it, too
 * @param template code of its template
 * @param content its {@link cn.publiccredit.report.content.Content} as compressed JSON
 * @param pdf the PDF; null until it is made
 */
@Document("reports")
public record Report(
        @Id String id,
        String number,
        String verificationCode,
        Instant issuedAt,
        String subject,
        String subjectName,
        @Nullable String uscc,
        String template,
        int templateVersion,
        Requester requestedBy,
        Purpose purpose,
        StoredFile content,
        Evidence evidence,
        @Nullable StoredFile pdf,
        Work work,
        long version) {

    /** Who asked for the report. */
    public record Requester(String id, String name, String client, @Nullable String org, @Nullable String division) {

        public static Requester of(Caller caller) {
            return new Requester(caller.id(), caller.name(), caller.client(), caller.org(),
                    caller.division() == null ? null : caller.division().code());
        }
    }
}
