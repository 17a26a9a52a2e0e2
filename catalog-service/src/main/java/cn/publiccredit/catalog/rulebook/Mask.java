package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of personal data is shown to those who may not see all of it.
 *
 * @param code the kind of personal data of a column, such as {@code ID_NUMBER}
 * @param hidden whether nothing of it is shown at all
 * @param keepFirst how many characters at the beginning stay
 * @param keepLast how many characters at the end stay
 * @param filling what stands for each character that does not stay
 * @param example what it looks like
 */
record Mask(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String name,
        boolean hidden,
        int keepFirst,
        int keepLast,
        String filling,
        @Nullable String example,
        String legalBasis,
        String source)
        implements Versioned {}
