package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's working calendars and its table of items; while the catalogue is silent, the last good copy. */
@Component
public class RuleBooks {

    private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);
    private static final int PAGE = 500;
    private static final String NOTHING = "";

    private final CatalogClient client;
    private final PeerCalls calls;
    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;
    private final RuleBookSettings settings;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    RuleBooks(
            CatalogClient client,
            Peers peers,
            MongoTemplate mongo,
            JsonMapper json,
            Clock clock,
            RuleBookSettings settings) {
        this.client = client;
        this.calls = peers.catalog();
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param book null when there is none */
    private record Held(@Nullable Object book, Instant at) {}

    private record Items(List<ItemName> items) {}

    /** A count of working days by the calendars as they are now. */
    public WorkingDays workingDays() {
        return new WorkingDays(this);
    }

    /**
     * The year's calendar; empty while the State Council has not published it.
     *
     * @throws Problem 503 when the catalogue is silent and was never asked about the year
     */
    public Optional<YearCalendar> calendar(int year) {
        return fetched("calendar/" + year, YearCalendar.class,
                () -> calls.callAsService("calendar", () -> client.calendar(year)));
    }

    /** All items in force. @throws Problem as {@link #calendar} */
    public List<ItemName> items() {
        return fetched("items", Items.class, this::allItems).map(Items::items).orElse(List.of());
    }

    private Items allItems() {
        List<ItemName> all = new ArrayList<>();
        String after = null;
        do {
            @Nullable String from = after;
            CatalogClient.ItemPage page = calls.callAsService("items", () -> client.items(PAGE, from));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return new Items(all);
    }

    private <T> Optional<T> fetched(String name, Class<T> type, Supplier<T> remote) {
        Held last = held.get(name);
        if (last != null && clock.instant().isBefore(last.at().plus(settings.freshFor()))) {
            return Optional.ofNullable(last.book()).map(type::cast);
        }
        try {
            T fresh = asked(remote);
            if (last == null || !Objects.equals(last.book(), fresh)) {
                mongo.save(new KeptItem(name, fresh == null ? NOTHING : json.writeValueAsString(fresh), null,
                        clock.instant()));
            }
            held.put(name, new Held(fresh, clock.instant()));
            return Optional.ofNullable(fresh);
        } catch (Problem silent) {
            KeptItem kept = mongo.findById(name, KeptItem.class);
            if (kept == null) {
                throw silent;
            }
            log.warn("the catalogue is silent; {} goes on as of {}", name, kept.confirmedAt());
            return kept.text().equals(NOTHING) ? Optional.empty() : Optional.of(json.readValue(kept.text(), type));
        }
    }

    /** What the catalogue has; null when it says that it has nothing, which is an answer as well. */
    private <T> @Nullable T asked(Supplier<T> remote) {
        try {
            return remote.get();
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return null;
            }
            throw calls.unavailable(refused);
        }
    }
}
