package cn.publiccredit.subject.filing;

import cn.publiccredit.subject.record.Source;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state of something that belongs into the credit record.
 *
 * @param item the catalogue item that it becomes a record of
 * @param about what it is about, such as {@code commitment/…}; its states become versions of one record
 * @param number the state's number, 1, 2, 3 …
 * @param subject id of the subject whose record it is
 * @param subjectName its name, should it not be known yet; only organisations with a code may be unknown
 * @param documentNumber what tells it from others of the same source
 * @param authority who found it to be so; the source itself where nobody else did
 * @param values what else it says
 * @param atFault what it said before it was put right, whose grade stays known; null unless it was put right
 * @param withdrawnBecause why the record is not in force any more; null while it is
 */
public record Fact(
        String item,
        String about,
        long number,
        String subject,
        String subjectName,
        Source source,
        Source authority,
        String documentNumber,
        LocalDate date,
        Values values,
        @Nullable Values atFault,
        @Nullable String withdrawnBecause,
        String actor,
        Instant at) {

    /** A state that puts nothing right. */
    public Fact(
            String item,
            String about,
            long number,
            String subject,
            String subjectName,
            Source source,
            Source authority,
            String documentNumber,
            LocalDate date,
            Values values,
            String actor,
            Instant at) {
        this(item, about, number, subject, subjectName, source, authority, documentNumber, date, values, null, null, actor, at);
    }

    /** The same, with its record no more in force. */
    public Fact withdrawn(String because) {
        return new Fact(item, about, number, subject, subjectName, source, authority, documentNumber, date, values, null, because,
                actor, at);
    }
}
