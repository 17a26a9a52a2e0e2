package cn.publiccredit.subject.rulebook;

import cn.publiccredit.subject.rulebook.Duties.Supplier;
import cn.publiccredit.subject.rulebook.Duties.Then;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Duties to supply, now and as they were on a past day. Those of a past day are asked for once and kept for good: what was judged by
 * them is the same whenever it is looked at, whatever the catalogue publishes later.
 */
@Component
public class DutyBook {

    private static final int PAGE = 500;
    private static final String AS_OF = "as-of/";

    private final RuleBook rules;
    private final RuleBooks books;
    private final PastCatalogClient client;
    private final PeerCalls calls;
    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<LocalDate, Then> past = new ConcurrentHashMap<>();

    DutyBook(
            RuleBook rules,
            RuleBooks books,
            PastCatalogClient client,
            Peers peers,
            MongoTemplate mongo,
            JsonMapper json,
            Clock clock) {
        this.rules = rules;
        this.books = books;
        this.client = client;
        this.calls = peers.catalog();
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
    }

    /** @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and was never asked */
    public Duties now() {
        return new Duties.Now(rules, books);
    }

    /**
     * The duties on a day that is over.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and was never asked about the day
     */
    public Duties on(LocalDate day) {
        Then known = past.get(day);
        if (known == null) {
            known = kept(day);
            past.put(day, known);
        }
        return known;
    }

    private Then kept(LocalDate day) {
        KeptItem kept = mongo.findById(AS_OF + day, KeptItem.class);
        if (kept == null) {
            Then told = told(day.toString());
            try {
                mongo.insert(new KeptItem(AS_OF + day, json.writeValueAsString(told), null, clock.instant()));
                return told;
            } catch (DuplicateKeyException other) {
                // Whoever was first tells them for all.
                kept = Objects.requireNonNull(mongo.findById(AS_OF + day, KeptItem.class));
            }
        }
        return json.readValue(kept.text(), Then.class);
    }

    private Then told(String day) {
        try {
            return asked(day);
        } catch (RelayedProblem refused) {
            throw calls.unavailable(refused);
        }
    }

    private Then asked(String day) {
        Map<String, Then.Item> items = new HashMap<>();
        CataloguePage.all(after -> calls.callAsService("items-of-day", () -> client.items(day, PAGE, after)))
                .forEach(item -> items.put(item.code(), new Then.Item(item.name(), timeliness(item.code(), day))));
        Map<String, Supplier> suppliers = new HashMap<>();
        CataloguePage.all(after -> calls.callAsService("sources-of-day", () -> client.sources(day, PAGE, after)))
                .forEach(source -> suppliers.put(source.uscc(), new Supplier(
                        source.name(), source.division(), Objects.requireNonNullElse(source.items(), Set.of()))));
        return new Then(items, suppliers);
    }

    private CatalogItem.@Nullable Timeliness timeliness(String item, String day) {
        try {
            return calls.callAsService("item-of-day", () -> client.item(item, day)).timeliness();
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return null;
            }
            throw refused;
        }
    }
}
