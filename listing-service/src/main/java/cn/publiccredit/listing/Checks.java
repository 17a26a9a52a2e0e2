package cn.publiccredit.listing;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every broken rule of a request, so that the caller is told all of them at once. */
public final class Checks {

    private final List<Violation> broken = new ArrayList<>();

    /** The text without blanks around it; a rule is broken when it is missing or longer than this. */
    public String text(String field, @Nullable String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        that(!stripped.isEmpty(), field, "required", "请填写 " + field + "。", field + " is required.");
        return within(field, stripped, longest);
    }

    /** As {@link #text}, for a text that may be missing. */
    public @Nullable String optionalText(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : within(field, text.strip(), longest);
    }

    private String within(String field, String text, int longest) {
        that(text.length() <= longest, field, "length", field + " 不能超过 " + longest + " 个字。",
                field + " must not be longer than " + longest + " characters.");
        return text;
    }

    /** Notes a broken rule unless the condition holds. */
    public void that(boolean holds, String field, String rule, String zh, String en) {
        if (!holds) {
            broken.add(new Violation(field, rule, zh, en));
        }
    }

    /** What is broken; empty when nothing is. */
    public List<Violation> broken() {
        return List.copyOf(broken);
    }

    /** @throws Problem 422 with all broken rules, when there are any */
    public void done() {
        if (!broken.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
    }

    /** The problem for one broken rule that was found later. */
    public static Problem broken(String field, String rule, String zh, String en) {
        return CommonProblem.INVALID.with().violating(field, rule, zh, en);
    }
}
