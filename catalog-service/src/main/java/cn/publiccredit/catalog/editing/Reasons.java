package cn.publiccredit.catalog.editing;

import cn.publiccredit.support.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/** Why something is decided, in people's own words. */
final class Reasons {

    private static final int LONGEST = 1000;

    private Reasons() {}

    /** The reason of a retirement, which must be given. */
    static String required(@Nullable String reason) {
        return required(reason, "停用必须说明理由，请填写 reason。", "A retirement needs its reason; fill in reason.");
    }

    /** Why a draft is refused, which its editors must be told. */
    static String ofRefusal(@Nullable String reason) {
        return required(reason, "退回草稿必须说明理由，供编辑人员修改，请填写 reason。",
                "A refusal needs its reason, for the editors to mend the draft; fill in reason.");
    }

    private static String required(@Nullable String reason, String zh, String en) {
        if (reason == null || reason.isBlank()) {
            throw CommonProblem.INVALID.with().violating("reason", "required", zh, en);
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
