package cn.publiccredit.support.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks at the feed of changes again and again while the service runs, on each replica: each has copies in its own memory. */
final class CatalogueFollower implements SmartLifecycle {

    private final FollowCatalogue following;
    private final Duration poll;
    private @Nullable Thread thread;
    private volatile boolean on;

    CatalogueFollower(FollowCatalogue following, Duration poll) {
        this.following = following;
        this.poll = poll;
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
