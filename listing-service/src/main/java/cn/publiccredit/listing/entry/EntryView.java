package cn.publiccredit.listing.entry;

import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.listing.subject.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the API answers it on one day.
 *
 * @param subject the id that the entry was made with
 * @param subjectNow the subject that stands for it since two codes were merged; null where it is the same, and where the
 *     answer is not about one subject
 * @param state PUBLISHED while it is in force, EXITED after
 * @param exit how and when it ended; null while it is in force
 */
public record EntryView(
        String id,
        String list,
        String listName,
        ListKind kind,
        String subject,
        @Nullable String subjectNow,
        @Nullable String uscc,
        String subjectName,
        @Nullable String record,
        String documentNumber,
        LocalDate documentDate,
        String reasons,
        @Nullable String legalBasis,
        @Nullable String authority,
        String division,
        Instant publishedAt,
        @Nullable LocalDate until,
        State state,
        @Nullable ExitView exit,
        List<String> measures) {

    /** Whether an entry is in force. */
    public enum State {
        PUBLISHED,
        EXITED
    }

    /** How and when an entry ended. */
    public record ExitView(Exit.Kind kind, LocalDate at, String reason, @Nullable String decision) {}

    /** The entry as it is on this day. */
    public static EntryView on(LocalDate day, Entry entry) {
        return new EntryView(
                entry.id(), entry.list(), entry.listName(), entry.kind(), entry.subject(), null,
                entry.uscc(), entry.subjectName(), entry.record(), entry.documentNumber(), entry.documentDate(), entry.reasons(),
                entry.legalBasis(), entry.authority(), entry.division(), entry.publishedAt(), entry.until(),
                entry.isLive(day) ? State.PUBLISHED : State.EXITED, exit(entry, day), entry.measures());
    }

    private static @Nullable ExitView exit(Entry entry, LocalDate day) {
        Exit exit = entry.exit();
        LocalDate until = entry.until();
        if (exit != null) {
            return new ExitView(exit.kind(), exit.effectiveDate(), exit.reason(), exit.decision());
        }
        return until == null || entry.isLive(day)
                ? null
                : new ExitView(Exit.Kind.EXPIRY, until.plusDays(1), "期限届满 / the term has ended", null);
    }

    /** The same without what only those who work with the case need. */
    public EntryView forPublic() {
        return new EntryView(id, list, listName, kind, subject, subjectNow, uscc, subjectName, null, documentNumber,
                documentDate, reasons, legalBasis, authority, division, publishedAt, until, state, exit, measures);
    }

    /** The same, saying which subject stands for the entry's now. */
    public EntryView with(Identity now) {
        return subject.equals(now.id()) || !now.ids().contains(subject)
                ? this
                : new EntryView(id, list, listName, kind, subject, now.id(), uscc, subjectName, record, documentNumber,
                        documentDate, reasons, legalBasis, authority, division, publishedAt, until, state, exit, measures);
    }
}
