package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody sends to propose that one code is another subject's former one. */
record MergeRequest(
        @Nullable String subject, @Nullable String into, @Nullable String reason, @Nullable String evidence) {

    static final int LONGEST = 500;

    /** A request in which everything needed is there. */
    record Checked(String subject, String into, String reason, @Nullable String evidence) {}

    /** @throws cn.publiccredit.support.problem.Problem 422 naming every broken rule */
    Checked checked() {
        List<Violation> broken = new ArrayList<>();
        String from = subject == null ? "" : subject.strip();
        String to = into == null ? "" : into.strip();
        if (from.isEmpty()) {
            broken.add(new Violation("subject", "required", "请填写被并入的主体（原代码）。", "Give the subject to be merged away."));
        }
        if (to.isEmpty() || to.equals(from)) {
            broken.add(new Violation("into", "required", "请填写存续的主体（现代码），且不得与被并入的主体相同。",
                    "Give the subject that stays; it may not be the same one."));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            broken.add(new Violation("reason", "length", "请填写合并理由，不超过 500 个字。",
                    "Give the reason, at most 500 characters."));
        }
        if (evidence != null && evidence.length() > LONGEST) {
            broken.add(new Violation("evidence", "length", "证明材料说明不超过 500 个字。",
                    "The evidence may have at most 500 characters."));
        }
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Checked(from, to, why, evidence == null || evidence.isBlank() ? null : evidence.strip());
    }
}
