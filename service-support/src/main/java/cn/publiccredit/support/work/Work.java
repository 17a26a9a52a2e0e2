package cn.publiccredit.support.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document that says when somebody must go on with it; field {@code work} of the document. Beside these the
 * worker keeps in {@code work.brokenOff} what {@link Lease#brokenOff} tells.
 *
 * @param due when it is to be worked on; null when nothing is left to do
 * @param leaseOwner the replica that works on it
 * @param leaseUntil when the lease ends unless it is renewed
 * @param attempts failed attempts in a row
 * @param lastError what the last attempt failed of, for operators
 */
public record Work(
        @Nullable Instant due,
        @Nullable String leaseOwner,
        Instant leaseUntil,
        int attempts,
        @Nullable String lastError) {

    /** Work to be taken up at this time. */
    public static Work dueAt(Instant time) {
        return new Work(time, null, Instant.EPOCH, 0, null);
    }

    /** No work. */
    public static Work none() {
        return new Work(null, null, Instant.EPOCH, 0, null);
    }
}
