package cn.publiccredit.subject.subjects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subject is one with others. It mirrors the decisions about mergers; the decisions are the truth.
 *
 * @param mergedInto the subject that stands for this one; null when it stands for itself
 * @param absorbed all subjects that it stands for, at whatever remove
 */
public record Unity(@Nullable String mergedInto, List<Absorbed> absorbed) {

    static final Unity ALONE = new Unity(null, List.of());

    public Unity {
        absorbed = List.copyOf(absorbed);
    }
}
