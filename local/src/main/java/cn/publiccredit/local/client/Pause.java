package cn.publiccredit.local.client;

import java.time.Duration;

/** Waiting between two looks at something that takes a while. */
public final class Pause {

    private Pause() {}

    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("等待被中断 / waiting was interrupted", e);
        }
    }
}
