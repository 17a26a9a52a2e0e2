package cn.publiccredit.subject.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that the template names for a breach: whether the listing was proposed. listing-service looks for open ones and opens a case,
 * or their body does; what comes of the case is the body's to decide, for a listing needs notice, hearing and a second person.
 *
 * @param id the same however often it is asked for, and another for each breach
 * @param list code of the list
 * @param listingCase the case that was opened; null unless it was
 * @param reason why none was opened; null otherwise
 * @param actor who settled it; null while it is open
 */
record FollowUp(
        String id,
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

    static FollowUp open(String id, String list) {
        return new FollowUp(id, list, State.OPEN, null, null, null, null);
    }

    FollowUp proposed(String openedCase, String by, Instant when) {
        return new FollowUp(id, list, State.PROPOSED, openedCase, null, by, when);
    }

    FollowUp notProposed(String because, String by, Instant when) {
        return new FollowUp(id, list, State.NOT_PROPOSED, null, because, by, when);
    }

    FollowUp lapsed(String by, Instant when) {
        return state == State.OPEN ? new FollowUp(id, list, State.LAPSED, null, null, by, when) : this;
    }
}
