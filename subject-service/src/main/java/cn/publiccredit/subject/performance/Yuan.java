package cn.publiccredit.subject.performance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money as the API tells it. */
record Yuan(String amount, String currency) {

    private static final int WHOLE_DIGITS = 16;
    private static final int FEN = 2;

    /** Whether this is an amount that somebody can owe: not negative, to the fen, below ten thousand million million yuan. */
    static boolean isMoney(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return amount.signum() >= 0 && plain.scale() <= FEN && plain.precision() - plain.scale() <= WHOLE_DIGITS;
    }

    static Yuan told(BigDecimal amount) {
        return new Yuan(amount.toPlainString(), "CNY");
    }

    static @Nullable Yuan of(@Nullable BigDecimal amount) {
        return amount == null ? null : told(amount);
    }
}
