package cn.publiccredit.catalog.template;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a credit commitment (信用承诺) and what follows from it.
 *
 * @param kind which kind of commitment it is
 * @param text what is promised, as the subject signs it
 * @param validDays how long it binds; null for as long as the matter lasts
 * @param published whether commitments made with it are public
 * @param consequence what follows when it is broken, in words
 * @param breach what follows when it is broken, for the platform; null in templates from before it was said
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
        @Nullable Breach breach,
        String legalBasis,
        String source)
        implements Versioned {

    /**
     * What the platform does when it is broken.
     *
     * @param severity how grave it is
     * @param measures codes of the measures that may be taken
     * @param list code of the list that the body is to consider; null for none
     * @param excludedUntilRepaired whether the subject may make no further commitment of such a template until it was put right
     */
    record Breach(
            Severity severity, List<String> measures, @Nullable String list, boolean excludedUntilRepaired, String source) {

        Breach {
            measures = measures == null ? List.of() : List.copyOf(measures);
        }
    }

    /** How grave a breach is; a breach that is no misconduct is none. */
    enum Severity { MINOR, GENERAL, SERIOUS }

    /** 主动公示, 审批替代, 证明事项告知, 行业自律, 信用修复. */
    enum Kind { VOLUNTARY, APPROVAL_REPLACING, PROOF_REPLACING, SELF_DISCIPLINE, REPAIR }
}
