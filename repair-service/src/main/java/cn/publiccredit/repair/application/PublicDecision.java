package cn.publiccredit.repair.application;

import cn.publiccredit.repair.decision.Commitment;
import cn.publiccredit.repair.decision.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a repair: that it was decided, the commitment that was made for it, and whether it was revoked.
 *
 * @param barredUntil where it was revoked because of false material: last day on which the subject cannot repair
 */
record PublicDecision(
        String number,
        LocalDate issuedOn,
        CaseState state,
        String subject,
        @Nullable String subjectName,
        String item,
        @Nullable String authority,
        @Nullable String documentNumber,
        String commitment,
        @Nullable LocalDate barredUntil) {

    static PublicDecision of(RepairCase repair) {
        Decision decision = Objects.requireNonNull(repair.decision, "only decided cases are public");
        return new PublicDecision(
                decision.number(), decision.issuedOn(), repair.state, repair.record.subject(),
                repair.record.subjectName(), repair.record.item(),
                repair.record.source() == null ? null : repair.record.source().name(),
                repair.record.documentNumber(), Commitment.TEXT,
                repair.revocation == null ? null : repair.revocation.barredUntil());
    }
}
