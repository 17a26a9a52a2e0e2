package cn.publiccredit.repair.application;

import cn.publiccredit.repair.decision.Commitment;
import cn.publiccredit.repair.decision.Decision;
import cn.publiccredit.repair.decision.DecisionSheet;
import cn.publiccredit.repair.record.CreditRecord;
import java.util.Objects;
import java.util.Optional;

/** Writes the decision of a case. */
final class DecisionSheets {

    private DecisionSheets() {}

    /** The decision of a case that has taken effect, whether or not it was revoked since. */
    static Optional<DecisionSheet> of(RepairCase repair) {
        Decision decision = repair.decision;
        Approval approval = repair.approval;
        if (decision == null || approval == null || repair.deadlines == null || repair.state == CaseState.APPROVED) {
            return Optional.empty();
        }
        CreditRecord record = repair.record;
        return Optional.of(new DecisionSheet(
                decision.number(), decision.issuedOn(), repair.id, repair.state.name(), record.subject(),
                Objects.requireNonNullElse(record.subjectName(), record.subject()), record.id(), record.item(),
                record.source() == null ? null : record.source().name(), record.documentNumber(),
                record.documentDate(), record.severity(), repair.deadlines.receivedOn(), approval.on(),
                DecisionSheet.EFFECTS, Commitment.TEXT));
    }
}
