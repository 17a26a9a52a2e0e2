package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.SubjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject as those entitled to it get it.
 *
 * @param formerIds other codes under which the same subject is known; asking for one of them leads here
 */
public record SubjectView(
        String id,
        SubjectKind kind,
        @Nullable String uscc,
        String name,
        @Nullable String division,
        Subject.Status status,
        @Nullable RegisteredView registered,
        List<Subject.Name> names,
        List<String> formerIds) {

    public static SubjectView of(Subject subject) {
        return new SubjectView(subject.id(), subject.kind(), subject.uscc(), subject.name(),
                subject.division() == null ? null : subject.division().code(), subject.status(),
                RegisteredView.of(subject.registered()), subject.names(),
                subject.unity().absorbed().stream().map(Absorbed::id).toList());
    }
}
