package cn.publiccredit.repair.calendar;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.publiccredit.support.catalogue.CatalogueCopies;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's rule books; while the catalogue is down, the last good copy (architecture rule 3). */
@Component
class RuleBooks implements CatalogueCopies {

    private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);
    private static final String REPAIR_RULES = "repair-rules";
    private static final String CALENDAR = "calendar/";

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
        return lastGood(REPAIR_RULES, RepairRules.class, this::freshRules);
    }

    int longestExtension() {
        Integer longest = repairRules().longestExtensionWorkingDays();
        if (longest == null) {
            throw calls.unavailable(new IncompleteRules("how long a review may be extended is not known"));
        }
        return longest;
    }

    YearCalendar calendar(int year) {
        return lastGood(CALENDAR + year, YearCalendar.class, () -> freshCalendar(year));
    }

    @Override
    public void renew(CatalogueNews news) {
        if (news.concern("repair-rules") && kept(REPAIR_RULES).isPresent()) {
            freshRules();
        }
        if (news.concern("calendars")) {
            keptYears().stream().filter(year -> news.concern("calendars", year)).map(Integer::valueOf).forEach(this::freshCalendar);
        }
    }

    private List<String> keptYears() {
        return mongo.findDistinct(query(where("_id").regex("^" + CALENDAR + "\\d+$")), "_id", KeptBook.class, String.class).stream()
                .map(id -> id.substring(CALENDAR.length())).toList();
    }

    private RepairRules freshRules() {
        return keeping(REPAIR_RULES, calls.callAsService(REPAIR_RULES, client::repairRules));
    }

    private YearCalendar freshCalendar(int year) {
        try {
            return keeping(CALENDAR + year, calls.callAsService("calendar", () -> client.calendar(year)));
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                // The arrangement for the next year is published in November.
                return keeping(CALENDAR + year, YearCalendar.unpublished(year));
            }
            throw refused;
        }
    }

    private <T> T lastGood(String name, Class<T> type, Supplier<T> fresh) {
        try {
            return fresh.get();
        } catch (Problem unavailable) {
            T last = kept(name).map(book -> json.readValue(book.json(), type)).orElseThrow(() -> unavailable);
            log.warn("{} could not be fetched from the catalogue; going on with the last good copy", name);
            return last;
        }
    }

    private <T> T keeping(String name, T book) {
        String text = json.writeValueAsString(book);
        if (kept(name).filter(before -> before.json().equals(text)).isEmpty()) {
            mongo.save(new KeptBook(name, text, clock.instant()));
        }
        return book;
    }

    private Optional<KeptBook> kept(String name) {
        return Optional.ofNullable(mongo.findById(name, KeptBook.class));
    }

    /** Rules that say less than is needed. */
    private static final class IncompleteRules extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        IncompleteRules(String message) {
            super(message);
        }
    }
}
