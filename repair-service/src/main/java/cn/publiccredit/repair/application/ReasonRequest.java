package cn.publiccredit.repair.application;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done.
 *
 * @param workingDays by how much a review is extended; only there
 */
record ReasonRequest(@Nullable String reason, @Nullable Integer workingDays) {

    private static final int LONGEST_REASON = 2000;

    /** The reason. @throws Problem 422 without one */
    String required() {
        List<Violation> broken = reasonViolations();
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return reason == null ? "" : reason.strip();
    }

    /**
     * The length of an extension.
     *
     * @param longest working days that the catalogue's rules allow at most
     * @throws Problem 422 that names all that is missing
     */
    int extension(int longest) {
        List<Violation> broken = reasonViolations();
        if (workingDays == null || workingDays < 1 || workingDays > longest) {
            broken.add(new Violation("workingDays", "range",
                    "请填写延长的工作日数，1 至 " + longest + "。",
                    "Give the working days to extend by, 1 to " + longest + "."));
        }
        if (!broken.isEmpty() || workingDays == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return workingDays;
    }

    private List<Violation> reasonViolations() {
        List<Violation> broken = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            broken.add(new Violation("reason", "required",
                    "请填写理由，理由将告知申请人。", "Give the reason; the applicant is told it."));
        } else if (reason.length() > LONGEST_REASON) {
            broken.add(new Violation("reason", "length", "理由不能超过 " + LONGEST_REASON + " 个字。",
                    "The reason must not be longer than " + LONGEST_REASON + " characters."));
        }
        return broken;
    }
}
