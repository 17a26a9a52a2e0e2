package cn.publiccredit.subject.filing;

import cn.publiccredit.subject.record.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A state of something that belongs into the credit record.
 *
 * @param item the catalogue item that it becomes a record of
 * @param about what it is about, such as {@code commitment/…}; its states become versions of one record
 * @param number the state's number, 1, 2, 3 …
 * @param subject id of the subject whose record it is
 * @param subjectName its name, should it not be known yet; only organisations with a code may be unknown
 * @param documentNumber what tells it from others of the same source
 * @param values further values by the 中文名 of the item's columns; those that the item does not have are left out
 */
public record Fact(
        String item,
        String about,
        long number,
        String subject,
        String subjectName,
        Source source,
        String documentNumber,
        LocalDate date,
        Map<String, String> values,
        String actor,
        Instant at) {}
