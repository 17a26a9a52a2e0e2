package cn.publiccredit.repair.application;

import cn.publiccredit.repair.calendar.Deadlines;
import cn.publiccredit.repair.decision.Decision;
import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.work.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as an answer.
 *
 * @param record id of the record
 * @param petition what the subject said; null for those who only may know that a record was repaired
 * @param nextAttemptAt when a failed step is tried again
 * @param actions what the state allows, whoever may do it
 */
record CaseView(
        String id,
        CaseState state,
        String stateName,
        String subject,
        @Nullable String subjectName,
        String record,
        String item,
        CreditRecord.@Nullable Source source,
        @Nullable String severity,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate earliestRepair,
        List<String> listEntries,
        @Nullable String statement,
        @Nullable Boolean commitment,
        List<Material> materials,
        @Nullable DeadlinesView deadlines,
        List<StepView> steps,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable Decision decision,
        @Nullable RevocationView revocation,
        List<EventView> history,
        List<String> actions,
        OffsetDateTime createdAt,
        long version) {

    /** The deadlines, and whether one has passed. */
    record DeadlinesView(
            LocalDate receivedOn,
            LocalDate acceptBy,
            @Nullable LocalDate reviewBy,
            LocalDate totalBy,
            boolean provisional,
            boolean overdue) {

        private static DeadlinesView of(Deadlines deadlines, boolean overdue) {
            return new DeadlinesView(deadlines.receivedOn(), deadlines.acceptBy(), deadlines.reviewBy(),
                    deadlines.totalBy(), deadlines.provisional(), overdue);
        }
    }

    /** A step; {@code attempts} counts the failed ones. */
    record StepView(String name, Step.State state, int attempts, @Nullable OffsetDateTime at, @Nullable String error) {}

    /** Something that happened, and who did it by name. */
    record EventView(CaseState state, OffsetDateTime at, String by, @Nullable String note) {}

    /** Why and by whom a case was, or is to be, revoked. */
    record RevocationView(
            String proposedBy, String reason, @Nullable String confirmedBy, @Nullable LocalDate barredUntil) {

        private static RevocationView of(Revocation revocation) {
            Actor confirmed = revocation.confirmedBy();
            return new RevocationView(revocation.proposedBy().name(), revocation.reason(),
                    confirmed == null ? null : confirmed.name(), revocation.barredUntil());
        }
    }

    static CaseView of(RepairCase repair, LocalDate today, ZoneId zone) {
        Deadlines deadlines = repair.deadlines;
        Instant due = repair.work.due();
        return view(repair, repair.petition,
                deadlines == null ? null : DeadlinesView.of(deadlines, repair.isOverdue(today)),
                repair.steps.stream().map(s -> new StepView(
                        s.name(), s.state(), s.attempts(), s.at() == null ? null : at(s.at(), zone), s.error())).toList(),
                due == null ? null : at(due, zone),
                repair.revocation == null ? null : RevocationView.of(repair.revocation),
                repair.history.stream()
                        .map(e -> new EventView(e.state(), at(e.at(), zone), e.by().name(), e.note())).toList(),
                zone);
    }

    /** Only that and with which decision the record was repaired, or that the decision was revoked: what is public. */
    static CaseView ofDecided(RepairCase repair, ZoneId zone) {
        return view(repair, null, null, List.of(), null, null, List.of(), zone);
    }

    private static CaseView view(
            RepairCase repair,
            @Nullable Petition petition,
            @Nullable DeadlinesView deadlines,
            List<StepView> steps,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable RevocationView revocation,
            List<EventView> history,
            ZoneId zone) {
        CreditRecord record = repair.record;
        return new CaseView(
                repair.id, repair.state, repair.state.zh(), record.subject(), record.subjectName(), record.id(),
                record.item(), record.source(), record.severity(), record.documentNumber(), record.documentDate(),
                record.earliestRepair(), petition == null ? List.of() : petition.listEntries(),
                petition == null ? null : petition.statement(), petition == null ? null : petition.commitment(),
                petition == null ? List.of() : petition.materials(), deadlines, steps, nextAttemptAt, repair.decision,
                revocation, history, actions(petition == null ? List.of() : repair.state.actions()),
                at(repair.createdAt, zone), repair.version);
    }

    private static List<String> actions(Collection<CaseAction> actions) {
        return actions.stream().map(CaseAction::path).toList();
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
