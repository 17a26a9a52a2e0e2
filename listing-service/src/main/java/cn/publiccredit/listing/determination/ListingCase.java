package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.ListingProblem;
import cn.publiccredit.listing.determination.CaseState.Action;
import cn.publiccredit.support.work.Step;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A listing's way: proposed, notified, determined, approved by another person, published. Each change is a method that guards
 * the state it starts from; none changes this object.
 *
 * @param department organisation of the proposer; null for a proposer without one
 * @param division where the proposer belongs; approvers must cover it
 * @param entry id of the published entry; null before
 * @param until last day of the published entry; null before, and without a term
 */
@Document("cases")
record ListingCase(
        @Id String id,
        CaseState state,
        JudgedBy judgedBy,
        SubjectSeen subject,
        @Nullable RecordSeen record,
        String reasons,
        @Nullable String legalBasis,
        @Nullable String department,
        String division,
        Person proposer,
        Instant proposedAt,
        @Nullable Notice notice,
        List<Statement> statements,
        @Nullable Determination determination,
        @Nullable String entry,
        @Nullable LocalDate until,
        List<HistoryLine> history,
        List<Step> steps,
        Work work,
        @Version long version) {

    ListingCase {
        statements = List.copyOf(statements);
        history = List.copyOf(history);
        steps = List.copyOf(steps);
    }

    /** A case as it begins. */
    static ListingCase proposed(
            String id, JudgedBy judgedBy, SubjectSeen subject, @Nullable RecordSeen record, Proposal proposal) {
        HistoryLine line = new HistoryLine(CaseState.PROPOSED, proposal.at(), proposal.by(), null);
        return new ListingCase(id, CaseState.PROPOSED, judgedBy, subject, record, proposal.reasons(),
                proposal.legalBasis(), proposal.department(), proposal.division(), proposal.by(), proposal.at(), null,
                List.of(), null, null, null, List.of(line), List.of(), Work.none(), 0);
    }

    /** What the proposer gives. */
    record Proposal(
            String reasons,
            @Nullable String legalBasis,
            @Nullable String department,
            String division,
            Person by,
            Instant at) {}

    ListingCase notified(Notice delivered, Person by, Instant at) {
        require(Action.NOTIFY);
        String note = delivered.way() + "，" + delivered.deliveredOn();
        return with(CaseState.NOTIFIED, delivered, statements, determination, note, by, at);
    }

    ListingCase heard(Statement statement) {
        require(Action.STATE);
        List<Statement> more = new ArrayList<>(statements);
        more.add(statement);
        String note = statement.waived() ? "当事人放弃陈述、申辩 / notice period waived" : null;
        return with(CaseState.HEARD, notice, more, determination, note, statement.recordedBy(), statement.at());
    }

    /**
     * @param periodEnds last day of the notice period by the calendar known today; the later of it and the one told counts
     */
    ListingCase determined(Determination document, LocalDate periodEnds, LocalDate today, Instant at) {
        require(Action.DETERMINE);
        LocalDate ends = noticePeriodEnds(periodEnds);
        boolean waived = statements.stream().anyMatch(Statement::waived);
        boolean none = judgedBy.noticeWorkingDays() == 0;
        if (!waived && !none && !today.isAfter(ends)) {
            throw ListingProblem.NOTICE_PERIOD.with(ends.toString());
        }
        return with(CaseState.DETERMINED, notice, statements, document, document.note(), document.by(), at);
    }

    private LocalDate noticePeriodEnds(LocalDate computedToday) {
        LocalDate told = delivered().until();
        return told.isAfter(computedToday) ? told : computedToday;
    }

    /** The notice of a case that has got as far as one. */
    Notice delivered() {
        return Objects.requireNonNull(notice, "a case that was not notified has no notice");
    }

    ListingCase approved(Person approver, @Nullable String note, Instant at) {
        require(Action.APPROVE);
        requireSecondPerson(approver);
        return with(CaseState.APPROVED, notice, statements, determination, note, approver, at)
                .with(List.of(Step.pending(PublishEntry.STEP)), Work.dueAt(at));
    }

    ListingCase rejected(Person by, String reason, Instant at) {
        require(Action.REJECT);
        return with(CaseState.REJECTED, notice, statements, determination, reason, by, at);
    }

    void require(Action action) {
        if (!state.allows(action)) {
            throw ListingProblem.CASE_STATE.with(
                    state.zh(), action.zh(), state.allowedZh(), state.name(), action.path(), state.allowedEn());
        }
    }

    private void requireSecondPerson(Person approver) {
        if (approver.id().equals(proposer.id())) {
            throw ListingProblem.FOUR_EYES.with("提出人", "proposer");
        }
        if (determination != null && approver.id().equals(determination.by().id())) {
            throw ListingProblem.FOUR_EYES.with("认定人", "determiner");
        }
    }

    private ListingCase with(
            CaseState next,
            @Nullable Notice delivered,
            List<Statement> said,
            @Nullable Determination document,
            @Nullable String note,
            Person by,
            Instant at) {
        List<HistoryLine> lines = new ArrayList<>(history);
        lines.add(new HistoryLine(next, at, by, note));
        return new ListingCase(id, next, judgedBy, subject, record, reasons, legalBasis, department, division, proposer,
                proposedAt, delivered, said, document, entry, until, lines, steps, work, version);
    }

    private ListingCase with(List<Step> toDo, Work due) {
        return new ListingCase(id, state, judgedBy, subject, record, reasons, legalBasis, department, division, proposer,
                proposedAt, notice, statements, determination, entry, until, history, toDo, due, version);
    }
}
