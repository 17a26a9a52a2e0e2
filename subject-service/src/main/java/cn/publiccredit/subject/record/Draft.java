package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to its record.
 *
 * @param index the row's place in the call
 * @param underOther whether the record is kept under another code of the subject than the row's own
 * @param operation what is to become of the record; of a withdrawal neither hash nor content are made
 * @param telling how grave what it tells of is, and whether it was put right
 * @param content made only when it is needed, since it costs encryption
 */
record Draft(
        int index,
        String id,
        boolean underOther,
        long row,
        Operation operation,
        @Nullable String reason,
        String subject,
        SubjectKind subjectKind,
        Disclosure disclosure,
        String hash,
        Telling telling,
        Supplier<Content> content) {

    /**
     * What a row tells of misconduct.
     *
     * @param breachOn the day on which it was found; null where the item has no column for it
     * @param repaired whether the row says that it was put right
     */
    record Telling(Severity severity, @Nullable LocalDate breachOn, boolean repaired) {}
}
