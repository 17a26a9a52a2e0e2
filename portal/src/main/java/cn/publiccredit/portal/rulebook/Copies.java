package cn.publiccredit.portal.rulebook;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.settings.PortalSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of the catalogue in memory and on disk; while it cannot be asked, as they were last. */
@Component
class Copies {

    private static final Logger log = LoggerFactory.getLogger(Copies.class);

    private record Copy(JsonNode content, Instant until) {}

    private final CreditApi api;
    private final Folder folder;
    private final JsonMapper json;
    private final PortalSettings.RuleBooks settings;
    private final Clock clock;
    private final Map<Book, Copy> copies = new ConcurrentHashMap<>();

    Copies(CreditApi api, Folder folder, JsonMapper json, PortalSettings settings, Clock clock) {
        this.api = api;
        this.folder = folder;
        this.json = json;
        this.settings = settings.ruleBooks();
        this.clock = clock;
    }

    /** @throws ApiFailure when the catalogue does not answer and never did */
    JsonNode get(Book book) {
        Copy known = copies.get(book);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.content();
        }
        try {
            return fresh(book);
        } catch (ApiFailure failure) {
            JsonNode last = known != null ? known.content() : folder.kept(book.fileName()).orElseThrow(() -> failure);
            log.warn("the last good copy of {} is shown: {}", book, failure.toString());
            copies.put(book, new Copy(last, now.plus(settings.retryAfter())));
            return last;
        }
    }

    /** Reads those anew that are held in memory or on disk. @throws ApiFailure when one cannot be; it stays in use */
    void renew(Predicate<Book> concerned) {
        Set<Book> held = new HashSet<>(copies.keySet());
        folder.names().forEach(name -> Book.ofFile(name).ifPresent(held::add));
        held.stream().filter(concerned).forEach(this::fresh);
    }

    private JsonNode fresh(Book book) {
        JsonNode content = read(book);
        Copy before = copies.put(book, new Copy(content, clock.instant().plus(settings.freshFor())));
        if (before == null || !before.content().equals(content)) {
            folder.keep(book.fileName(), content);
        }
        return content;
    }

    private JsonNode read(Book book) {
        if (book.code() != null) {
            return api.open("/api/catalog/v1/{kind}/{code}", book.kind(), book.code());
        }
        ObjectNode all = json.createObjectNode();
        api.openAll("/api/catalog/v1/{kind}?limit=500", book.kind()).forEach(all.putArray("items")::add);
        return all;
    }
}
