package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to its record.
 *
 * @param index the row's place in the call
 * @param operation what is to become of the record; of a withdrawal neither hash nor content are made
 * @param repaired whether the row says that what it tells of was put right
 * @param content made only when it is needed, since it costs encryption
 */
record Draft(
        int index,
        String id,
        long row,
        Operation operation,
        @Nullable String reason,
        String subject,
        SubjectKind subjectKind,
        Disclosure disclosure,
        String hash,
        boolean repaired,
        Supplier<Content> content) {}
