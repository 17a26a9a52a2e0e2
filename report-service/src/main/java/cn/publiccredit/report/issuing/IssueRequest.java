package cn.publiccredit.report.issuing;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.purpose.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a report is asked for with. */
record IssueRequest(
        @Nullable String subject,
        @Nullable String template,
        @Nullable String purpose,
        @Nullable String matter,
        @Nullable String consent) {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    /** A request with everything that it needs. */
    record Checked(String subject, String template, Purpose purpose) {}

    /** @throws cn.publiccredit.support.problem.Problem naming each missing or wrong field */
    Checked checked() {
        Purpose why = Purpose.required(purpose, matter, consent);
        String id = subject == null ? "" : subject.strip();
        String form = template == null ? "" : template.strip();
        List<Violation> broken = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            broken.add(new Violation("subject", "subject-id", "请填写主体的统一社会信用代码。",
                    "Give the subject's unified social credit code."));
        }
        if (form.isEmpty()) {
            broken.add(new Violation("template", "required", "请填写报告模板，例如 enterprise-full。",
                    "Name the report's template, such as enterprise-full."));
        }
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Checked(
                UnifiedSocialCreditCode.parse(id).map(UnifiedSocialCreditCode::value).orElse(id), form, why);
    }
}
