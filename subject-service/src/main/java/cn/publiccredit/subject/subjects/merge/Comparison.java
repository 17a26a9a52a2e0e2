package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.subjects.RegisteredView;
import cn.publiccredit.subject.subjects.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a merger brings together, side by side, for those who propose and approve it. */
record Comparison(Side subject, Side into) {

    /**
     * One of the two, as it is kept under its own id.
     *
     * @param name the name in force; masked for a person
     * @param names all names that it had, newest last; none for a person
     * @param registered what the register says; null where it has not told, and for a person
     * @param formerIds other codes that were merged into it already
     * @param records how many records it has under all its codes, by item
     */
    record Side(
            String id,
            SubjectKind kind,
            String name,
            List<String> names,
            @Nullable String division,
            Subject.Status status,
            @Nullable RegisteredView registered,
            List<String> formerIds,
            Map<String, Integer> records) {}
}
