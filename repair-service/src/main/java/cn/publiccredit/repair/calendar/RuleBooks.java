package cn.publiccredit.repair.calendar;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's rule books; while the catalogue is down, the last good copy (architecture rule 3). */
@Component
class RuleBooks {

    private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);

    private final CatalogClient client;
    private final PeerCalls calls;
    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;

    RuleBooks(CatalogClient client, Peers peers, MongoTemplate mongo, JsonMapper json, Clock clock) {
        this.client = client;
        this.calls = peers.catalog();
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
    }

    RepairRules repairRules() {
        return fetched("repair-rules", RepairRules.class, client::repairRules);
    }

    YearCalendar calendar(int year) {
        String name = "calendar/" + year;
        try {
            return fetched(name, YearCalendar.class, () -> client.calendar(year));
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                // The arrangement for the next year is published in November.
                YearCalendar none = YearCalendar.unpublished(year);
                keep(name, json.writeValueAsString(none));
                return none;
            }
            throw refused;
        }
    }

    private <T> T fetched(String name, Class<T> type, Supplier<T> remote) {
        try {
            T fresh = calls.callAsService(name.startsWith("calendar") ? "calendar" : name, remote);
            keep(name, json.writeValueAsString(fresh));
            return fresh;
        } catch (Problem unavailable) {
            T last = kept(name).map(book -> json.readValue(book.json(), type)).orElseThrow(() -> unavailable);
            log.warn("{} could not be fetched from the catalogue; going on with the last good copy", name);
            return last;
        }
    }

    private void keep(String name, String text) {
        if (kept(name).filter(book -> book.json().equals(text)).isEmpty()) {
            mongo.save(new KeptBook(name, text, clock.instant()));
        }
    }

    private Optional<KeptBook> kept(String name) {
        return Optional.ofNullable(mongo.findById(name, KeptBook.class));
    }
}
