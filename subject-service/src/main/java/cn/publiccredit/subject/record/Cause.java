package cn.publiccredit.subject.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What made a version: a row of a batch, or a decision about the record.
 *
 * @param batch null for decisions
 * @param row the row's number in its batch's file
 * @param receivedAt when the batch or the decision arrived
 * @param verdict what the row's sender was told; null for decisions
 * @param actor the account that uploaded or decided
 * @param reason why, in words; null for rows that give none
 */
public record Cause(
        @Nullable String batch,
        long row,
        Instant receivedAt,
        @Nullable Verdict verdict,
        String actor,
        @Nullable String reason) {

    static Cause row(IntakeContext context, Draft draft, Verdict verdict) {
        return new Cause(context.batch(), draft.row(), context.receivedAt(), verdict, context.actor(), draft.reason());
    }

    static Cause decision(Instant at, String actor, String reason) {
        return new Cause(null, 0, at, null, actor, reason);
    }

    boolean isOf(String otherBatch) {
        return otherBatch.equals(batch);
    }

    /** Whether the platform found it itself. */
    boolean isOwn() {
        return batch != null && IntakeContext.isOwn(batch);
    }

    boolean isRow(String otherBatch, long otherRow) {
        return isOf(otherBatch) && row == otherRow;
    }
}
