package cn.publiccredit.listing.entry;

import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.support.work.Step;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A subject's published entry on a list.
 *
 * @param id derived from the case, so that a case is published once however often it is tried
 * @param caseId the case that led to it
 * @param record the record that led to it; null where there was none
 * @param documentNumber the determination's document (认定文书)
 * @param authority name of the authority that lists, as the list's definition says
 * @param department the department that proposed it; null for a city's own proposal
 * @param division the division in which it was determined
 * @param until the last day in force; null without a term
 * @param measures codes of the measures that the list carried when the entry was approved
 * @param shownPublicly whether anyone may see it while it is in force
 * @param exit how it was ended before its term; null while it was not
 */
@Document("entries")
public record Entry(
        @Id String id,
        String caseId,
        String list,
        String listName,
        ListKind kind,
        String subject,
        @Nullable String uscc,
        String subjectName,
        @Nullable String record,
        String documentNumber,
        LocalDate documentDate,
        String reasons,
        @Nullable String legalBasis,
        @Nullable String authority,
        @Nullable String department,
        String division,
        Instant publishedAt,
        @Nullable LocalDate until,
        List<String> measures,
        boolean shownPublicly,
        @Nullable Exit exit,
        List<Step> steps,
        Work work,
        @Version long version) {

    /** The order of all lists of entries. */
    public static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::publishedAt).thenComparing(Entry::id).reversed();

    public Entry {
        measures = List.copyOf(measures);
        steps = List.copyOf(steps);
    }

    /** Whether it is in force on this day. */
    public boolean isLive(LocalDate day) {
        return exit == null && (until == null || !until.isBefore(day));
    }
}
