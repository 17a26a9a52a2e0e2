package cn.publiccredit.subject.subjects;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subject is one with others. It mirrors the decisions about mergers; the decisions are the truth.
 *
 * @param mergedInto the subject that stands for this one; null when it stands for itself
 * @param absorbed all subjects that it stands for, at whatever remove
 * @param since when this came to be written; null where it never was one with others
 */
public record Unity(@Nullable String mergedInto, List<Absorbed> absorbed, @Nullable Instant since) {

    static final Unity ALONE = new Unity(null, List.of(), null);

    public Unity {
        absorbed = List.copyOf(absorbed);
    }

    /** As it is decided now. @param at from when on it holds, if others than before are one with it */
    public Unity then(@Nullable String into, List<Absorbed> all, Instant at) {
        boolean same = Objects.equals(mergedInto, into) && ids(absorbed).equals(ids(all));
        return new Unity(into, all, same ? since : at);
    }

    private static Set<String> ids(List<Absorbed> subjects) {
        return subjects.stream().map(Absorbed::id).collect(Collectors.toSet());
    }
}
