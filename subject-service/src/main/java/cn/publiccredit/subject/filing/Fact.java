package cn.publiccredit.subject.filing;

import cn.publiccredit.subject.record.Source;
import java.time.Instant;
import java.time.LocalDate;

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
        String actor,
        Instant at) {}
