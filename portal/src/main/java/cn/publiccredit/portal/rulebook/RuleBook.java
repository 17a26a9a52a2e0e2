package cn.publiccredit.portal.rulebook;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What codes mean, for people. Labels may be minutes old; facts never come from here. */
@Component
public class RuleBook {

    private static final Logger log = LoggerFactory.getLogger(RuleBook.class);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private record Copy(JsonNode content, Instant read) {}

    private final CreditApi api;
    private final Clock clock;
    private final Map<String, Copy> copies = new ConcurrentHashMap<>();

    RuleBook(CreditApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The catalogue's items, code to Chinese name, in the catalogue's order. */
    public Map<String, String> items() {
        return names(copy("/api/catalog/v1/items?limit=500").path("items"));
    }

    /** An item's columns in their order, code to Chinese name. */
    public Map<String, String> columns(String item) {
        return names(copy("/api/catalog/v1/items/" + item).path("columns"));
    }

    /** The lists, code to name. */
    public Map<String, String> lists() {
        return names(copy("/api/catalog/v1/lists?limit=500").path("items"));
    }

    /** The divisions, code to name. */
    public Map<String, String> divisions() {
        return names(copy("/api/catalog/v1/code-sets/divisions").path("entries"));
    }

    /** The cities, in order. */
    public List<Map.Entry<String, String>> cities() {
        return divisions().entrySet().stream()
                .filter(d -> d.getKey().endsWith("00") && !d.getKey().endsWith("0000"))
                .toList();
    }

    private JsonNode copy(String path) {
        Copy known = copies.get(path);
        if (known != null && known.read().plus(FRESH).isAfter(clock.instant())) {
            return known.content();
        }
        try {
            JsonNode content = api.open(path);
            copies.put(path, new Copy(content, clock.instant()));
            return content;
        } catch (ApiFailure failure) {
            if (known == null) {
                throw failure;
            }
            log.warn("the last good copy of {} is shown", path, failure);
            return known.content();
        }
    }

    private static Map<String, String> names(JsonNode entries) {
        Map<String, String> names = new LinkedHashMap<>();
        entries.forEach(entry -> names.put(entry.path("code").asString(), entry.path("name").asString()));
        return names;
    }
}
