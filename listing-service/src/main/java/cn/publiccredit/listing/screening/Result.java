package cn.publiccredit.listing.screening;

import cn.publiccredit.listing.entry.EntryView;
import cn.publiccredit.listing.rulebook.Measure;
import cn.publiccredit.listing.subject.SubjectMatch;
import cn.publiccredit.listing.subject.SubjectQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is answered about one subject.
 *
 * @param query as it was asked
 * @param note why the answer is UNKNOWN; null otherwise
 */
record Result(
        SubjectQuery query,
        @Nullable Identified subject,
        Status status,
        List<EntryView> entries,
        List<Applying> measures,
        @Nullable String note) {

    /** HIT: on a list; CLEAR: known and on none; UNKNOWN: it cannot be said who is meant, so nothing is said about lists. */
    enum Status {
        HIT,
        CLEAR,
        UNKNOWN
    }

    /** Who was meant. */
    record Identified(String id, @Nullable String uscc, String name) {

        static Identified of(SubjectMatch match) {
            return new Identified(match.id(), match.uscc(), match.name());
        }
    }

    /** A measure that applies in the matter. */
    record Applying(
            String code, String name, @Nullable String content, boolean mandatory, @Nullable String legalBasis) {

        static Applying of(Measure measure) {
            return new Applying(
                    measure.code(), measure.name(), measure.content(), measure.mandatory(), measure.legalBasis());
        }
    }

    static Result unknown(SubjectQuery query, String note) {
        return new Result(query, null, Status.UNKNOWN, List.of(), List.of(), note);
    }

    static Result about(SubjectQuery query, SubjectMatch subject, List<EntryView> entries, List<Measure> measures) {
        return new Result(query, Identified.of(subject), entries.isEmpty() ? Status.CLEAR : Status.HIT, entries,
                measures.stream().map(Applying::of).toList(), null);
    }
}
