package cn.publiccredit.subject.subjects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in whole units of its currency (yuan, not 万元).
 *
 * @param currency after ISO 4217, such as {@code CNY}
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, @JsonProperty("currency") String currency) {

    /** The finest unit that is kept: sources give up to six decimals of 万元, which are fen. */
    private static final int SCALE = 2;

    public Money {
        amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
