package cn.publiccredit.repair.application;

import cn.publiccredit.repair.RepairProblem;
import cn.publiccredit.repair.calendar.Deadlines;
import cn.publiccredit.repair.decision.Decision;
import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.work.Step;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One application for the repair of one record. Each method is one transition; it refuses with {@code repair.case.state} where
 * the state does not allow it and with {@code repair.case.four-eyes} where another person has to act.
 */
@Document(RepairCase.COLLECTION)
final class RepairCase {

    static final String COLLECTION = "cases";

    private static final Set<CaseState> TOOK_PART = EnumSet.of(CaseState.SUBMITTED, CaseState.ACCEPTED, CaseState.EXTENDED);

    @Id
    final String id;
    /** The record, as it was when the case was opened. */
    final CreditRecord record;
    /** Whether the subject is an organisation or individual business, whose decisions are public. */
    final boolean organisation;
    final Instant createdAt;

    @Version
    long version;
    /** The record's id while this case holds it, else the case's own: unique, so a record has one case at a time. */
    String heldRecord;
    Petition petition;
    CaseState state;
    List<CaseEvent> history;
    @Nullable Deadlines deadlines;
    @Nullable Approval approval;
    @Nullable Decision decision;
    @Nullable Revocation revocation;
    List<Step> steps;
    Work work;

    @PersistenceCreator
    RepairCase(
            String id,
            CreditRecord record,
            boolean organisation,
            Instant createdAt,
            long version,
            String heldRecord,
            Petition petition,
            CaseState state,
            List<CaseEvent> history,
            @Nullable Deadlines deadlines,
            @Nullable Approval approval,
            @Nullable Decision decision,
            @Nullable Revocation revocation,
            List<Step> steps,
            Work work) {
        this.id = id;
        this.record = record;
        this.organisation = organisation;
        this.createdAt = createdAt;
        this.version = version;
        this.heldRecord = heldRecord;
        this.petition = petition;
        this.state = state;
        this.history = new ArrayList<>(history);
        this.deadlines = deadlines;
        this.approval = approval;
        this.decision = decision;
        this.revocation = revocation;
        this.steps = List.copyOf(steps);
        this.work = work;
    }

    static RepairCase draft(String id, CreditRecord record, Petition petition, Actor by, Instant now) {
        return new RepairCase(
                id, record, UnifiedSocialCreditCode.isValid(record.subject()), now, 0, record.id(), petition,
                CaseState.DRAFT, List.of(new CaseEvent(CaseState.DRAFT, now, by, null)), null, null, null, null,
                List.of(), Work.none());
    }

    void edit(Petition changed) {
        require(CaseAction.EDIT);
        petition = changed;
    }

    /** Submitted and, in the same write, forwarded to whoever determined the record. */
    void submit(Deadlines received, Actor by, Instant now) {
        require(CaseAction.SUBMIT);
        deadlines = received;
        become(CaseState.SUBMITTED, by, now, null);
        become(CaseState.FORWARDED, Actor.PLATFORM, now, record.source() == null ? null : record.source().name());
    }

    void accept(Deadlines accepted, Actor by, Instant now, @Nullable String note) {
        require(CaseAction.ACCEPT);
        requireUninvolved(by);
        deadlines = accepted;
        become(CaseState.ACCEPTED, by, now, note);
    }

    void refuse(Actor by, Instant now, String reason) {
        require(CaseAction.REFUSE);
        requireUninvolved(by);
        become(CaseState.NOT_ACCEPTED, by, now, reason);
    }

    void extend(Deadlines extended, Actor by, Instant now, String reason) {
        require(CaseAction.EXTEND);
        deadlines = extended;
        become(CaseState.EXTENDED, by, now, reason);
    }

    /** The decision, and in the same write the steps that make it take effect. */
    void approve(List<String> stepNames, Actor by, Instant now, LocalDate today, @Nullable String note) {
        require(CaseAction.APPROVE);
        requireUninvolved(by);
        approval = new Approval(by, today);
        steps = stepNames.stream().map(Step::pending).toList();
        work = Work.dueAt(now);
        become(CaseState.APPROVED, by, now, note);
    }

    void reject(Actor by, Instant now, String reason) {
        require(CaseAction.REJECT);
        requireUninvolved(by);
        become(CaseState.REJECTED, by, now, reason);
    }

    void withdraw(Actor by, Instant now, @Nullable String note) {
        require(CaseAction.WITHDRAW);
        become(CaseState.WITHDRAWN, by, now, note);
    }

    void proposeRevocation(Actor by, Instant now, String reason) {
        require(CaseAction.REVOKE);
        revocation = Revocation.proposed(by, now, reason);
        history.add(new CaseEvent(state, now, by, "提议撤销：" + reason));
    }

    void confirmRevocation(Revocation proposed, Actor by, Instant now, LocalDate barredUntil) {
        require(CaseAction.REVOKE);
        if (proposed.proposedBy().id().equals(by.id())) {
            throw RepairProblem.FOUR_EYES.with();
        }
        revocation = proposed.confirmed(by, barredUntil);
        become(CaseState.REVOKED, by, now, proposed.reason());
    }

    void require(CaseAction action) {
        if (!state.allows(action)) {
            throw RepairProblem.STATE.with(
                    state.zh(), action.zh(), state.actionsInChinese(),
                    state.name(), action.path(), state.actionsInEnglish());
        }
    }

    boolean isOverdue(LocalDate today) {
        return deadlines != null && switch (state) {
            case FORWARDED -> deadlines.isAcceptOverdue(today) || deadlines.isResultOverdue(today);
            case ACCEPTED, EXTENDED -> deadlines.isResultOverdue(today);
            case DRAFT, SUBMITTED, NOT_ACCEPTED, APPROVED, REJECTED, EFFECTIVE, WITHDRAWN, REVOKED -> false;
        };
    }

    /** The division that the record belongs to. */
    Optional<Division> division() {
        CreditRecord.Source source = record.source();
        return source == null || source.division() == null ? Optional.empty() : Division.parse(source.division());
    }

    /** Whether this organisation determined the record. */
    boolean isDeterminedBy(@Nullable String org) {
        CreditRecord.Source source = record.source();
        return org != null && source != null && org.equals(source.uscc());
    }

    private void requireUninvolved(Actor by) {
        if (history.stream().anyMatch(e -> TOOK_PART.contains(e.state()) && e.by().id().equals(by.id()))) {
            throw RepairProblem.FOUR_EYES.with();
        }
    }

    private void become(CaseState next, Actor by, Instant now, @Nullable String note) {
        state = next;
        heldRecord = next.freesRecord() ? id : record.id();
        history.add(new CaseEvent(next, now, by, note));
    }
}
