package cn.publiccredit.subject.rulebook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.publiccredit.support.catalogue.CatalogueCopies;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue's items. While the catalogue is silent, the last good ones, and says so; an item is kept in memory and
 * in the store, and every version that was ever used stays available.
 */
@Component
public class RuleBook implements CatalogueCopies {

    private static final Logger log = LoggerFactory.getLogger(RuleBook.class);

    private final Catalogue catalogue;
    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;
    private final RuleBookSettings settings;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    RuleBook(Catalogue catalogue, MongoTemplate mongo, JsonMapper json, Clock clock, RuleBookSettings settings) {
        this.catalogue = catalogue;
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * An item as found.
     *
     * @param silentSince when the catalogue last confirmed it, if it cannot be asked now; null when it is current
     */
    public record Found(CatalogItem item, @Nullable Instant silentSince) {}

    /** @param until when the catalogue is asked again; while {@code silent} it did not answer the last time */
    private record Held(CatalogItem item, @Nullable String etag, Instant confirmedAt, Instant until, boolean silent) {

        Found found() {
            return new Found(item, silent ? confirmedAt : null);
        }

        Held silentUntil(Instant again) {
            return new Held(item, etag, confirmedAt, again, true);
        }
    }

    /**
     * The item's version in force, as confirmed not long ago; empty when the catalogue has no such item.
     *
     * @throws Problem 503 when the catalogue is silent and the item was never seen
     */
    public Optional<Found> item(String code) {
        Held last = held.get(code);
        if (last != null && clock.instant().isBefore(last.until)) {
            return Optional.of(last.found());
        }
        return itemNow(code);
    }

    /**
     * The item's version in force; the last one that was when the catalogue has taken it back since.
     *
     * @throws Problem as {@link #item}
     */
    public Optional<CatalogItem> lastItem(String code) {
        return item(code).map(Found::item).or(() -> Optional.ofNullable(kept(code)).map(Held::item));
    }

    /** As {@link #item}, for what is judged by the item from now on: the catalogue is asked each time. */
    public Optional<Found> itemNow(String code) {
        Instant now = clock.instant();
        Held known = known(code);
        try {
            return told(code, known, now);
        } catch (Problem silent) {
            if (known == null) {
                throw silent;
            }
            log.warn("the catalogue is silent; item {} goes on as of {}", code, known.confirmedAt);
            Held goesOn = known.silentUntil(now.plus(settings.retryAfter()));
            held.put(code, goesOn);
            return Optional.of(goesOn.found());
        }
    }

    private Optional<Found> told(String code, @Nullable Held known, Instant now) {
        return switch (catalogue.item(code, known == null ? null : known.etag)) {
            case Catalogue.Said.Here here -> Optional.of(new Found(keep(here, now), null));
            case Catalogue.Said.Unchanged() -> Optional.of(new Found(confirm(code, known, now), null));
            case Catalogue.Said.Unknown() -> {
                held.remove(code);
                yield Optional.empty();
            }
        };
    }

    @Override
    public void renew(CatalogueNews news) {
        used().stream().filter(code -> news.concern("items", code)).forEach(code -> told(code, known(code), clock.instant()));
    }

    private @Nullable Held known(String code) {
        Held last = held.get(code);
        return last != null ? last : kept(code);
    }

    /** Items that are held in memory or in the store. */
    private Set<String> used() {
        Set<String> codes = new TreeSet<>(held.keySet());
        // Only the versions in force are kept with a tag.
        codes.addAll(mongo.findDistinct(query(where("etag").ne(null)), "_id", KeptItem.class, String.class));
        return codes;
    }

    /** A version that was used before. @throws IllegalStateException when it was not */
    public CatalogItem version(String code, int version) {
        Held last = held.get(code);
        if (last != null && last.item.version() == version) {
            return last.item;
        }
        Held used = kept(KeptItem.idOf(code, version));
        if (used == null) {
            throw new IllegalStateException("item " + code + " version " + version + " was never used here");
        }
        return used.item;
    }

    private CatalogItem keep(Catalogue.Said.Here here, Instant now) {
        CatalogItem item = here.item();
        // The version first: whoever finds the item finds the version that it names.
        mongo.save(new KeptItem(KeptItem.idOf(item.code(), item.version()), here.text(), null, now));
        mongo.save(new KeptItem(item.code(), here.text(), here.etag(), now));
        held.put(item.code(), new Held(item, here.etag(), now, now.plus(settings.freshFor()), false));
        return item;
    }

    private CatalogItem confirm(String code, @Nullable Held known, Instant now) {
        if (known == null) {
            throw new IllegalStateException("the catalogue confirmed an item that was not asked about");
        }
        held.put(code, new Held(known.item, known.etag, now, now.plus(settings.freshFor()), false));
        return known.item;
    }

    private @Nullable Held kept(String id) {
        KeptItem kept = mongo.findById(id, KeptItem.class);
        return kept == null
                ? null
                : new Held(json.readValue(kept.text(), CatalogItem.class), kept.etag(), kept.confirmedAt(),
                        kept.confirmedAt(), false);
    }
}
