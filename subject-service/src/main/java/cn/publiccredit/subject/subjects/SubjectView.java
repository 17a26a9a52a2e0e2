package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.record.SubjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subject as those entitled to it get it. */
public record SubjectView(
        String id,
        SubjectKind kind,
        @Nullable String uscc,
        String name,
        @Nullable String division,
        Subject.Status status,
        @Nullable Registered registered,
        List<Subject.Name> names) {

    public static SubjectView of(Subject subject) {
        return new SubjectView(subject.id(), subject.kind(), subject.uscc(), subject.name(),
                subject.division() == null ? null : subject.division().code(), subject.status(), subject.registered(),
                subject.names());
    }
}
