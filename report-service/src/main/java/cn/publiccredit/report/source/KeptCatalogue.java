package cn.publiccredit.report.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last good copies of the catalogue's items and purposes in this service's own store, for a restart while it is silent. */
@Component
class KeptCatalogue {

    private static final Logger log = LoggerFactory.getLogger(KeptCatalogue.class);
    private static final String ITEMS = "items";
    private static final String PURPOSES = "code-set/purposes";

    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;

    KeptCatalogue(MongoTemplate mongo, JsonMapper json, Clock clock) {
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
    }

    @Document("rulebook")
    record KeptBook(@Id String id, String json, Instant fetchedAt) {}

    void keep(Map<String, CatalogItem> items) {
        keep(ITEMS, items);
    }

    Optional<Map<String, CatalogItem>> last() {
        return last(ITEMS).map(text -> json.readValue(text, new TypeReference<Map<String, CatalogItem>>() {}));
    }

    /** @param names by code */
    void keepPurposes(Map<String, String> names) {
        keep(PURPOSES, names);
    }

    Optional<Map<String, String>> lastPurposes() {
        return last(PURPOSES).map(text -> json.readValue(text, new TypeReference<Map<String, String>>() {}));
    }

    private void keep(String id, Object book) {
        try {
            mongo.save(new KeptBook(id, json.writeValueAsString(book), clock.instant()));
        } catch (DataAccessException failure) {
            // Only the copy for a worse day is missing; the book itself is here.
            log.warn("{} of the catalogue could not be kept", id, failure);
        }
    }

    private Optional<String> last(String id) {
        return Optional.ofNullable(mongo.findById(id, KeptBook.class)).map(KeptBook::json);
    }
}
