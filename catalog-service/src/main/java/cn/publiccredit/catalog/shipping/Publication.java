package cn.publiccredit.catalog.shipping;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Publishes shipped content at start, before the web server takes requests. */
@Component
class Publication implements SmartLifecycle {

    static final String SHIPPED = "classpath*:/catalog";

    private static final String ORIGIN = "release";

    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    private final ContentTypes types;
    private final Contents contents;
    private final VersionStore store;
    private final Announcements announcements;
    private final Clock clock;
    private volatile boolean published;

    Publication(ContentTypes types, Contents contents, VersionStore store, Announcements announcements, Clock clock) {
        this.types = types;
        this.contents = contents;
        this.store = store;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public void start() {
        publish(SHIPPED);
        published = true;
    }

    /**
     * Checks and publishes everything under this resource location; what is already published is left alone. Several replicas
     * may do so at once: whoever comes second finds the same content.
     *
     * @return how many versions were new
     * @throws ContentRefused when content breaks a rule, or a version is published with another content
     */
    int publish(String location) {
        List<Piece<?>> shipped = ShippedContent.read(location, types, contents.known());
        Map<Kind, Map<String, Head>> there = new HashMap<>();
        List<Piece<?>> missing = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Piece<?> piece : shipped) {
            Head head = there.computeIfAbsent(piece.kind(), this::heads).get(id(piece));
            if (head == null) {
                missing.add(piece);
            } else {
                compare(piece, head, changed);
            }
        }
        int added = 0;
        for (Piece<?> piece : missing) {
            if (changed.isEmpty() && store.insert(version(piece))) {
                added++;
            } else {
                compare(piece, heads(piece.kind()).get(id(piece)), changed);
            }
        }
        if (!changed.isEmpty()) {
            throw new ContentRefused(changed);
        }
        announcements.announce();
        log.info("{} pieces of content shipped, {} of them new here", shipped.size(), added);
        return added;
    }

    private Map<String, Head> heads(Kind kind) {
        return store.heads(kind).stream().collect(Collectors.toMap(Head::id, head -> head));
    }

    private static void compare(Piece<?> piece, @Nullable Head there, List<String> changed) {
        if (there == null || (there.digest().equals(piece.digest()) && !there.isDraft())) {
            return;
        }
        if (!there.origin().equals(ORIGIN)) {
            log.warn("{} was edited here; what this release ships under that number is not published", there.id());
            return;
        }
        changed.add(piece.at() + ": " + there.id()
                + " 已发布且内容不同，请改用新版本号 / is published with another content, use a new version number");
    }

    private StoredVersion version(Piece<?> piece) {
        Instant now = clock.instant();
        return StoredVersion.published(piece, ORIGIN,
                List.of(new Event(Event.Action.PUBLISHED, Actor.RELEASE, now, null, null)), now);
    }

    private static String id(Piece<?> piece) {
        return StoredVersion.id(piece.kind(), piece.code(), piece.content().version());
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
