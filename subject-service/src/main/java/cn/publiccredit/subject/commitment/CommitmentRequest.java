package cn.publiccredit.subject.commitment;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a subject, or the body that accepts its paper, sends.
 *
 * @param subject null for the caller's own
 * @param authority the accepting body; a department's own when null
 * @param madeOn today when null
 */
record CommitmentRequest(
        @Nullable String subject,
        @Nullable String template,
        @Nullable String matter,
        @Nullable AuthorityRequest authority,
        @Nullable LocalDate madeOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate checkBy) {

    private static final int LONGEST = 500;

    /** A government body. */
    record AuthorityRequest(@Nullable String uscc, @Nullable String name, @Nullable String division) {}

    /** A request in which everything that needs no look-up fits together. */
    record Checked(String template, String matter, LocalDate madeOn, @Nullable LocalDate validUntil, LocalDate checkBy) {}

    Checked checked(LocalDate today, List<Violation> found) {
        List<Violation> broken = new ArrayList<>(found);
        if (template == null || template.isBlank()) {
            broken.add(new Violation("template", "required", "请选择承诺模板。", "Choose a template."));
        }
        if (matter == null || matter.isBlank() || matter.length() > LONGEST) {
            broken.add(new Violation("matter", "length", "请填写承诺事由，不超过 500 个字。", "Give the matter, at most 500 characters."));
        }
        LocalDate made = madeOn == null ? today : madeOn;
        if (made.isAfter(today)) {
            broken.add(new Violation("madeOn", "not-after", "承诺日期不得晚于今天。", "It may not be made in the future."));
        }
        if (checkBy == null || checkBy.isBefore(made)) {
            broken.add(new Violation("checkBy", "not-before", "请填写履约核查期限，且不得早于承诺日期。",
                    "Give the day by which it is to be checked; not before it is made."));
        }
        if (validUntil != null && validUntil.isBefore(made)) {
            broken.add(new Violation("validUntil", "not-before", "有效期截止日不得早于承诺日期。",
                    "It cannot end before it is made."));
        }
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Checked(Objects.requireNonNull(template).strip(), Objects.requireNonNull(matter).strip(), made,
                validUntil, Objects.requireNonNull(checkBy));
    }
}
