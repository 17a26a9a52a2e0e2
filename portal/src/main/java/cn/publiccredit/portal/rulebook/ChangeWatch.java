package cn.publiccredit.portal.rulebook;

import cn.publiccredit.portal.settings.PortalSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the feed of changes again and again while the portal runs. */
@Component
class ChangeWatch implements SmartLifecycle {

    private final FollowChanges following;
    private final Duration poll;
    private @Nullable Thread thread;
    private volatile boolean on;

    ChangeWatch(FollowChanges following, PortalSettings settings) {
        this.following = following;
        this.poll = settings.ruleBooks().poll();
    }

    private void loop() {
        try {
            while (on) {
                following.look();
                Thread.sleep(poll);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            on = true;
            thread = Thread.ofVirtual().name("catalogue-changes").start(this::loop);
        }
    }

    @Override
    public synchronized void stop() {
        on = false;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
