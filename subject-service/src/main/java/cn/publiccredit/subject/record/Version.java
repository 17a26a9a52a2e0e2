package cn.publiccredit.subject.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the platform knew of a record for a time.
 *
 * @param number 1, 2, 3 …
 * @param knownUntil when the next version took its place; null for the current one
 */
public record Version(
        int number, Content content, RecordState state, Instant knownFrom, @Nullable Instant knownUntil, Cause cause) {

    Version endedAt(Instant end) {
        return new Version(number, content, state, knownFrom, end, cause);
    }

    /** The same with something else said, in another state. */
    Version with(Content other, RecordState otherState) {
        return new Version(number, other, otherState, knownFrom, knownUntil, cause);
    }

    public boolean wasKnownAt(Instant at) {
        return !knownFrom.isAfter(at) && (knownUntil == null || knownUntil.isAfter(at));
    }
}
