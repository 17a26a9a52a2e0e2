package cn.publiccredit.portal.rulebook;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through the catalogue's feed of changes and has copies renewed that a change concerns, as the services do. The place in the
 * feed lies beside the copies and is noted only when all are renewed.
 */
@Component
class FollowChanges {

    private static final Logger log = LoggerFactory.getLogger(FollowChanges.class);
    private static final String PLACE = "changes.place";
    private static final int PAGE = 500;

    private final CreditApi api;
    private final Copies copies;
    private final Folder folder;
    private final JsonMapper json;
    private final Clock clock;
    private @Nullable Place reached;
    private boolean troubled;

    FollowChanges(CreditApi api, Copies copies, Folder folder, JsonMapper json, Clock clock) {
        this.api = api;
        this.copies = copies;
        this.folder = folder;
        this.json = json;
        this.clock = clock;
    }

    /** @param day the day on which all copies were last renewed: versions come into force and end by days */
    private record Place(String cursor, String day) {}

    /** @param everything whether anything may have changed */
    private record News(boolean everything, Set<Book> changed, String next) {

        boolean concern(Book book) {
            return everything || changed.contains(book);
        }
    }

    /** One look at the feed; a feed that is down changes nothing. */
    synchronized void look() {
        try {
            follow();
            troubled = false;
        } catch (RuntimeException failure) {
            // Told once: the next look is seconds away.
            if (!troubled) {
                log.warn("the catalogue's changes cannot be followed at the moment; copies go on by their age: {}", failure.toString());
            }
            troubled = true;
        }
    }

    private void follow() {
        Optional<Place> from = Optional.ofNullable(reached).or(this::noted);
        String today = LocalDate.now(clock).toString();
        News news = since(from.map(Place::cursor).orElse(""));
        boolean newDay = !from.map(Place::day).equals(Optional.of(today));
        if (newDay || news.everything() || !news.changed().isEmpty()) {
            copies.renew(book -> newDay || news.concern(book));
        }
        Place to = new Place(news.next(), today);
        if (!from.equals(Optional.of(to))) {
            folder.keep(PLACE, json.valueToTree(to));
        }
        reached = to;
    }

    private Optional<Place> noted() {
        return folder.kept(PLACE).map(place -> new Place(place.path("cursor").asString(""), place.path("day").asString("")));
    }

    private News since(String place) {
        try {
            return toEnd(place);
        } catch (ApiFailure refused) {
            if (!place.isEmpty() && (refused.status() == 400 || refused.status() == 410)) {
                // The catalogue does not know the place any more.
                return toEnd("");
            }
            throw refused;
        }
    }

    private News toEnd(String place) {
        Set<Book> changed = new HashSet<>();
        String at = place;
        while (true) {
            JsonNode page = api.open("/api/catalog/v1/changes?limit={limit}&after={after}", PAGE, at);
            String next = page.path("next").asString("");
            if (!page.path("items").isArray() || next.isEmpty()) {
                throw new ForeignFeed();
            }
            for (JsonNode change : page.path("items")) {
                changed.add(Book.all(change.path("kind").asString()));
                changed.add(Book.of(change.path("kind").asString(), change.path("code").asString()));
            }
            if (page.path("items").size() < PAGE || next.equals(at)) {
                return new News(place.isEmpty(), changed, next);
            }
            at = next;
        }
    }

    /** An answer that is JSON but no part of the feed. */
    private static final class ForeignFeed extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        ForeignFeed() {
            super("the answer is no part of the catalogue's feed of changes");
        }
    }
}
