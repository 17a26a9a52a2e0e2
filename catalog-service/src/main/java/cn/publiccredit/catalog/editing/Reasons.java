package cn.publiccredit.catalog.editing;

import cn.publiccredit.support.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/** Why something is decided, in people's own words. */
final class Reasons {

    private static final int LONGEST = 1000;

    private Reasons() {}

    /** The reason of a retirement, which must be given. */
    static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw CommonProblem.INVALID.with().violating("reason", "required",
                    "停用必须说明理由，请填写 reason。", "A retirement needs its reason; fill in reason.");
        }
        checkLength(reason);
        return reason;
    }

    static void checkLength(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("reason", "length",
                    "理由不能超过 1000 个字，请缩短。", "The reason must not be longer than 1000 characters; shorten it.");
        }
    }
}
