package cn.publiccredit.subject.consent;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a subject sends to give its consent. */
record ConsentRequest(
        @Nullable String grantee,
        @Nullable String purpose,
        @Nullable List<String> items,
        @Nullable String template,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final int LONGEST_PURPOSE = 200;
    private static final int MOST_ITEMS = 200;

    /**
     * A request in which everything needed is there and fits together.
     *
     * @param items none where they are to be the template's
     */
    record Checked(
            String grantee, String purpose, List<String> items, @Nullable String template, LocalDate from, LocalDate to) {}

    /** @throws cn.publiccredit.support.problem.Problem 422 naming every broken rule */
    Checked checked(String subject, LocalDate today) {
        List<Violation> broken = new ArrayList<>();
        String code = grantee == null ? "" : grantee.strip();
        if (!UnifiedSocialCreditCode.isValid(code) || code.equals(subject)) {
            broken.add(new Violation("grantee", "uscc", "请填写被授权单位的统一社会信用代码。",
                    "Give the unified social credit code of the organisation that may read."));
        }
        if (purpose == null || purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            broken.add(new Violation("purpose", "length", "请填写授权用途，不超过 200 个字。",
                    "Give the purpose, at most 200 characters."));
        }
        boolean byTemplate = template != null && !template.isBlank() && (items == null || items.isEmpty());
        List<String> wanted = byTemplate ? List.of() : items;
        if (wanted == null || (wanted.isEmpty() && !byTemplate) || wanted.size() > MOST_ITEMS || wanted.stream().anyMatch(Objects::isNull)
                || (wanted.size() > 1 && wanted.contains(Consent.ALL))) {
            broken.add(new Violation("items", "one-of", "请选择授权的事项：填写事项代码列表，或以 [\"*\"] 表示全部；授权用于某一报告的，填写报告模板 template。",
                    "Choose the items: a list of codes, or [\"*\"] for all; or name the report by its template."));
        }
        LocalDate start = from == null ? today : from;
        if (to == null || to.isBefore(start) || to.isBefore(today)) {
            broken.add(new Violation("to", "not-before", "截止日期必填，且不得早于起始日期和今天。",
                    "The last day is required and may lie neither before the first day nor in the past."));
        }
        if (!broken.isEmpty() || wanted == null || purpose == null || to == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Checked(code, purpose.strip(), wanted, template == null || template.isBlank() ? null : template.strip(), start, to);
    }
}
