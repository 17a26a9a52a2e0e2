package cn.publiccredit.support.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done after a decision, written with the decision into the same document; an element of field {@code steps}.
 *
 * @param name what is to be done, such as {@code STOP_PUBLICITY}
 * @param attempts how often it failed
 * @param at when it was done, or last failed
 * @param error what it last failed of
 */
public record Step(String name, State state, int attempts, @Nullable Instant at, @Nullable String error) {

    /** Whether the step is still to be done. */
    public enum State {
        PENDING,
        DONE
    }

    public static Step pending(String name) {
        return new Step(name, State.PENDING, 0, null, null);
    }
}
