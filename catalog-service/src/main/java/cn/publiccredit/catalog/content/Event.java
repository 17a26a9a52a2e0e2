package cn.publiccredit.catalog.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a version.
 *
 * @param digest what the content was then; null where it did not change
 * @param note why, in the words of whoever did it
 */
public record Event(Action action, Actor actor, Instant at, @Nullable String digest, @Nullable String note) {

    /** What was done. */
    public enum Action {
        OPENED,
        CHANGED,
        /** An approver did not agree; the draft is its editors' again. */
        REFUSED,
        PUBLISHED,
        RETIREMENT_PROPOSED,
        RETIREMENT_DISCARDED,
        /** A next version was published before anybody decided; nobody did anything with it. */
        RETIREMENT_LAPSED,
        RETIRED;

        public boolean isEditing() {
            return this == OPENED || this == CHANGED;
        }
    }
}
