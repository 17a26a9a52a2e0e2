package cn.publiccredit.catalog.changes;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes what was published or retired into the feed, and off the desk what a publication has settled: proposals to retire the
 * version that it follows lapse.
 *
 * <p>The decision itself notes in its one write that the feed has still to tell it. Whoever comes next, on whatever replica,
 * appends it and removes the note; a process killed in between has it done by another.
 */
@Component
public class Announcements {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);

    private final VersionStore versions;
    private final ChangeLog changes;

    Announcements(VersionStore versions, ChangeLog changes) {
        this.versions = versions;
        this.changes = changes;
    }

    /**
     * Everything decided so far is in the feed when this returns. Called before each decision, too: so a version is never
     * told before the one that it follows.
     */
    public void announce() {
        List<StoredVersion> waiting = versions.unannounced();
        if (waiting.isEmpty()) {
            return;
        }
        List<Change> open = new ArrayList<>();
        List<String> published = new ArrayList<>();
        List<String> retired = new ArrayList<>();
        for (StoredVersion version : waiting) {
            Instant publishedAt = version.announcePublished();
            if (publishedAt != null) {
                lapse(version, publishedAt);
                open.add(Change.of(version, Change.What.PUBLISHED, publishedAt));
                published.add(version.id());
            }
            Instant retiredAt = version.announceRetired();
            if (retiredAt != null) {
                open.add(Change.of(version, Change.What.RETIRED, retiredAt));
                retired.add(version.id());
            }
        }
        open.sort(Comparator.comparing(Change::at).thenComparing(Change::kind).thenComparing(Change::code)
                .thenComparingInt(Change::version).thenComparing(Change::change));
        changes.append(open);
        versions.announced(published, retired);
    }

    private void lapse(StoredVersion successor, Instant at) {
        if (successor.version() > 1) {
            versions.lapse(successor, new Event(Event.Action.RETIREMENT_LAPSED,
                    successor.publisher().orElse(Actor.RELEASE), at, null, null));
        }
    }

    /** As {@link #announce}, after a decision that is durable already: what fails here is done at the next call. */
    public void announceLater() {
        try {
            announce();
        } catch (DataAccessException failure) {
            log.warn("a change of the catalogue is not in the feed yet; it will be with the next read of it", failure);
        }
    }
}
