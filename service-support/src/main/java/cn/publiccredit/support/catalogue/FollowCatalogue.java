package cn.publiccredit.support.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Goes through the feed of changes from where it stopped, after a restart too, and has copies renewed that a change concerns.
 *
 * <p>The place is noted only when all copies are renewed: whatever fails is done again the next time. A feed that is down changes
 * nothing: copies go on by their own age.
 */
final class FollowCatalogue {

    private static final Logger log = LoggerFactory.getLogger(FollowCatalogue.class);

    private final ChangeFeed feed;
    private final List<CatalogueCopies> copies;
    private final MongoTemplate mongo;
    private final Clock clock;
    private @Nullable Bookmark reached;
    private boolean troubled;
    private volatile Instant lookedAt;
    private volatile double behind = Double.NaN;

    FollowCatalogue(ChangeFeed feed, List<CatalogueCopies> copies, MongoTemplate mongo, Clock clock) {
        this.feed = feed;
        this.copies = List.copyOf(copies);
        this.mongo = mongo;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    /** Seconds since a look last succeeded, its copies renewed; since the start before the first one. */
    double age() {
        return Duration.between(lookedAt, clock.instant()).toMillis() / 1000.0;
    }

    /** How many changes of the feed this service's copies lag behind; not a number while the feed gives no answer. */
    double behind() {
        return behind;
    }

    /** One look at the feed; never fails. */
    void look() {
        try {
            follow();
            if (troubled) {
                log.info("the catalogue's changes are followed again");
            }
            troubled = false;
        } catch (RuntimeException failure) {
            // Told once: the next look is seconds away, and what it means is the copies' own matter.
            if (!troubled) {
                log.warn("the catalogue's changes cannot be followed at the moment; copies go on by their age: {}",
                        failure.toString());
            }
            troubled = true;
        }
    }

    private void follow() {
        Bookmark from = reached != null ? reached : mongo.findById(Bookmark.ID, Bookmark.class);
        LocalDate today = LocalDate.now(clock);
        ChangeFeed.Read read = read(from == null ? null : from.cursor());
        behind = read.changes();
        boolean newDay = from == null || !from.day().equals(today);
        CatalogueNews news = newDay ? CatalogueNews.ofEverything() : read.news();
        Bookmark to = new Bookmark(Bookmark.ID, read.next(), today);
        if (!news.isNothing()) {
            renew(news);
        }
        if (!to.equals(from)) {
            mongo.save(to);
        }
        reached = to;
        behind = 0;
        lookedAt = clock.instant();
    }

    private ChangeFeed.Read read(@Nullable String place) {
        try {
            return feed.since(place);
        } catch (RuntimeException silent) {
            behind = Double.NaN;
            throw silent;
        }
    }

    private void renew(CatalogueNews news) {
        log.info("the catalogue changed: {}", news.everything() ? "all copies are renewed" : news.codes());
        @Nullable RuntimeException first = null;
        for (CatalogueCopies held : copies) {
            try {
                held.renew(news);
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
