package cn.publiccredit.local.client;

import java.time.Duration;

/** A batch did not come to its end in time. */
public final class BatchUnfinished extends SuiteFailure {

    private static final long serialVersionUID = 1L;

    BatchUnfinished(Batch batch, Duration patience) {
        super("批次 / batch " + batch.id() + " (" + batch.item() + ") 在 / is " + batch.state() + " 超过 / for more than "
                + patience.toSeconds() + " s", null);
    }
}
