package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The text of a credit commitment (信用承诺) and what follows from it.
 *
 * @param kind which kind of commitment it is
 * @param text what is promised, as the subject signs it
 * @param validDays how long it binds; null for as long as the matter lasts
 * @param published whether commitments made with it are public
 * @param consequence what follows when it is broken
 */
record CommitmentTemplate(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String name,
        Kind kind,
        String text,
        @Nullable Integer validDays,
        boolean published,
        String consequence,
        String legalBasis,
        String source)
        implements Versioned {

    /** 主动公示, 审批替代, 证明事项告知, 行业自律, 信用修复. */
    enum Kind { VOLUNTARY, APPROVAL_REPLACING, PROOF_REPLACING, SELF_DISCIPLINE, REPAIR }
}
