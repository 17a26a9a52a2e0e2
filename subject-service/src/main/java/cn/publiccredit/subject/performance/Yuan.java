package cn.publiccredit.subject.performance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money as the API tells it. */
record Yuan(String amount, String currency) {

    static Yuan told(BigDecimal amount) {
        return new Yuan(amount.toPlainString(), "CNY");
    }

    static @Nullable Yuan of(@Nullable BigDecimal amount) {
        return amount == null ? null : told(amount);
    }
}
