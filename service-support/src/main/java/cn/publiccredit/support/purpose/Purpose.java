package cn.publiccredit.support.purpose;

import cn.publiccredit.support.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/**
 * Why non-public credit information is read.
 *
 * @param purpose what for, such as {@code LOAN} or 日常监管; never blank, at most 200 characters
 * @param matter the matter it serves (an approval item, a tender), where it applies
 * @param consent id of the subject's consent, where it applies
 */
public record Purpose(String purpose, @Nullable String matter, @Nullable String consent) {

    private static final int LONGEST = 200;

    /** @throws cn.publiccredit.support.problem.Problem {@code purpose.required} when the purpose is blank */
    public Purpose {
        if (purpose.isBlank()) {
            throw CommonProblem.PURPOSE_REQUIRED.with();
        }
        if (purpose.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("purpose", "length",
                    "查询用途不能超过 200 个字。", "The purpose must not be longer than 200 characters.");
        }
    }

    /** The purpose that a request declared in its body or headers; null and blank are the missing purpose. */
    public static Purpose required(
            @Nullable String purpose, @Nullable String matter, @Nullable String consent) {
        return new Purpose(purpose == null ? "" : purpose.strip(), blankToNull(matter), blankToNull(consent));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
