package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.support.work.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API answers it.
 *
 * @param noticeUntil last day of the notice period; null before the notice
 * @param entry id of the published entry; null before
 * @param actions what can be done with it now, as the last parts of the addresses
 */
record CaseView(
        String id,
        String list,
        String listName,
        ListKind kind,
        String subject,
        String subjectName,
        @Nullable String record,
        CaseState state,
        String reasons,
        @Nullable String legalBasis,
        @Nullable String department,
        String division,
        @Nullable LocalDate noticeUntil,
        List<Said> statements,
        @Nullable Document determination,
        List<Line> history,
        @Nullable String entry,
        @Nullable LocalDate until,
        List<Step> steps,
        List<String> actions,
        long version) {

    /** A statement. */
    record Said(String text, boolean waived, String recordedBy, Instant at) {}

    /** The determination's document. */
    record Document(String documentNumber, LocalDate documentDate, @Nullable String note) {}

    /** A state that the case came to. */
    record Line(CaseState state, Instant at, @Nullable String by, @Nullable String note) {}

    static CaseView on(LocalDate day, ListingCase listing) {
        return new CaseView(listing.id(), listing.judgedBy().list(), listing.judgedBy().listName(),
                listing.judgedBy().kind(), listing.subject().id(), listing.subject().name(),
                listing.record() == null ? null : listing.record().id(), state(listing, day), listing.reasons(),
                listing.legalBasis() == null ? listing.judgedBy().legalBasis() : listing.legalBasis(),
                listing.department(), listing.division(),
                listing.notice() == null ? null : listing.notice().until(),
                listing.statements().stream().map(CaseView::said).toList(), document(listing.determination()),
                listing.history().stream().map(CaseView::line).toList(), listing.entry(), listing.until(),
                listing.steps(), listing.state().allowed(), listing.version());
    }

    /** The term ends by itself, on the day, without anybody writing it down. */
    private static CaseState state(ListingCase listing, LocalDate day) {
        boolean ended = listing.state() == CaseState.PUBLISHED
                && listing.until() != null && listing.until().isBefore(day);
        return ended ? CaseState.EXITED : listing.state();
    }

    private static Said said(Statement statement) {
        return new Said(statement.text(), statement.waived(), statement.recordedBy().name(), statement.at());
    }

    private static Line line(HistoryLine line) {
        return new Line(line.state(), line.at(), line.by() == null ? null : line.by().name(), line.note());
    }

    private static @Nullable Document document(@Nullable Determination determination) {
        return determination == null ? null : new Document(
                determination.documentNumber(), determination.documentDate(), determination.note());
    }
}
