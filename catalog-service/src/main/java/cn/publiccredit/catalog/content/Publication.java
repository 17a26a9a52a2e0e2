package cn.publiccredit.catalog.content;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Publishes shipped content at start, before the web server takes requests. */
@Component
class Publication implements SmartLifecycle {

    static final String SHIPPED = "classpath*:/catalog";

    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    private final List<ContentType<?>> types;
    private final VersionStore store;
    private volatile boolean published;

    Publication(List<ContentType<?>> types, VersionStore store) {
        this.types = types;
        this.store = store;
    }

    @Override
    public void start() {
        publish(SHIPPED);
        published = true;
    }

    /** Checks and publishes everything under this resource location; what is already published is left alone. */
    int publish(String location) {
        List<PublishedVersion> shipped = ShippedContent.read(location, types);
        int added = store.publish(shipped);
        log.info("{} pieces of content shipped, {} of them new here", shipped.size(), added);
        return added;
    }

    @Override
    public void stop() {
        published = false;
    }

    @Override
    public boolean isRunning() {
        return published;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
