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

/** The last good copy of the catalogue's items in this service's own store, for a restart while the catalogue is silent. */
@Component
class KeptCatalogue {

    private static final Logger log = LoggerFactory.getLogger(KeptCatalogue.class);
    private static final String ITEMS = "items";

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
        try {
            mongo.save(new KeptBook(ITEMS, json.writeValueAsString(items), clock.instant()));
        } catch (DataAccessException failure) {
            // Only the copy for a worse day is missing; the items themselves are here.
            log.warn("the catalogue's items could not be kept", failure);
        }
    }

    Optional<Map<String, CatalogItem>> last() {
        return Optional.ofNullable(mongo.findById(ITEMS, KeptBook.class))
                .map(book -> json.readValue(book.json(), new TypeReference<Map<String, CatalogItem>>() {}));
    }
}
