package cn.publiccredit.subject.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that the template names for a breach: whether its body has proposed the listing. It is the body's to decide, for a listing needs
 * notice, hearing and a second person.
 *
 * @param list code of the list
 * @param listingCase the case that was opened; null unless it was
 * @param reason why none was opened; null otherwise
 * @param actor who settled it; null while it is open
 */
record FollowUp(
        String list,
        State state,
        @Nullable String listingCase,
        @Nullable String reason,
        @Nullable String actor,
        @Nullable Instant at) {

    /** Where it stands. */
    enum State {
        OPEN,
        PROPOSED,
        /** The body found that the list's conditions are not met. */
        NOT_PROPOSED,
        /** The breach was put right before anybody proposed it. */
        LAPSED
    }

    static FollowUp open(String list) {
        return new FollowUp(list, State.OPEN, null, null, null, null);
    }

    FollowUp lapsed(String by, Instant when) {
        return state == State.OPEN ? new FollowUp(list, State.LAPSED, null, null, by, when) : this;
    }
}
