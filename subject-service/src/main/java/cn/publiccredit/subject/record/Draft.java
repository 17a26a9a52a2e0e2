package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import java.util.function.Supplier;

/**
 * A row on its way to its record.
 *
 * @param index the row's place in the call
 * @param content made only when it is needed, since it costs encryption
 */
record Draft(
        int index,
        String id,
        long row,
        String subject,
        SubjectKind subjectKind,
        Disclosure disclosure,
        String hash,
        Supplier<Content> content) {}
