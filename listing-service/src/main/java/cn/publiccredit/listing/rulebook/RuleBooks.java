package cn.publiccredit.listing.rulebook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.publiccredit.support.catalogue.CatalogueCopies;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's lists, measures, matters and calendar: as they are now, or the last good copy while it is down. */
@Component
public class RuleBooks implements CatalogueCopies {

    private static final Logger log = LoggerFactory.getLogger(RuleBooks.class);

    private static final String CALENDAR = "calendar-";

    private final CatalogClient client;
    private final PeerCalls calls;
    private final LastGood.Shelf shelf;
    private final LastGood<List<ListDefinition>> lists;
    private final LastGood<Map<String, Measure>> measures;
    private final LastGood<Map<String, Matter>> matters;
    private final Map<Integer, LastGood<CalendarYear>> calendars = new ConcurrentHashMap<>();

    RuleBooks(
            CatalogClient client, Peers peers, MongoTemplate mongo, JsonMapper json, Clock clock, RuleBookSettings settings) {
        this.client = client;
        this.calls = peers.catalog();
        this.shelf = new LastGood.Shelf(mongo, json, clock, settings);
        this.lists = book("lists", new TypeReference<>() {}, () -> Book.whole(client::lists));
        this.measures = book("measures", new TypeReference<>() {}, () -> byCode(Book.whole(client::measures), Measure::code));
        this.matters = book("matters", new TypeReference<>() {}, () -> byCode(Book.whole(client::matters), Matter::code));
    }

    /** Gets the books before the first request needs them; whatever fails now is asked for again then. */
    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        Thread.ofVirtual().name("rule-books").start(() -> Stream.of(lists, measures, matters).forEach(book -> {
            try {
                book.get();
            } catch (RuntimeException failure) {
                log.info("a rule book could not be had at the start; it is asked for again when it is needed: {}", failure.toString());
            }
        }));
    }

    /** The list of this code; empty when the catalogue has none. */
    public Optional<ListDefinition> list(String code) {
        return lists.get().book().stream().filter(list -> list.code().equals(code)).findFirst();
    }

    /** The matter of this code; empty when the catalogue has none. */
    public Optional<Matter> matter(String code) {
        return Optional.ofNullable(matters.get().book().get(code));
    }

    /** All measures by code, with the time when the catalogue gave them. */
    public Measures measures() {
        LastGood.Copy<Map<String, Measure>> copy = measures.get();
        return new Measures(copy.book(), copy.fetchedAt());
    }

    /** All measures by code. */
    public record Measures(Map<String, Measure> byCode, Instant asOf) {

        /** Those of these codes that apply in a matter, in the order of the codes. */
        public List<Measure> applying(List<String> codes, String matter) {
            return codes.stream()
                    .flatMap(code -> Optional.ofNullable(byCode.get(code)).stream())
                    .filter(measure -> measure.matters().contains(matter))
                    .toList();
        }
    }

    /** The last day of a period of working days that begins on the day after this one; the day itself for none. */
    public LocalDate endOfWorkingDays(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (calendar(day.getYear()).works(day)) {
                left--;
            }
        }
        return day;
    }

    @Override
    public void renew(CatalogueNews news) {
        renew(lists, news.concern("lists"));
        renew(measures, news.concern("measures"));
        renew(matters, news.concern("matters"));
        if (news.concern("calendars")) {
            keptYears().forEach(this::calendarBook);
            calendars.forEach((year, calendar) -> renew(calendar, news.concern("calendars", year.toString())));
        }
    }

    private static void renew(LastGood<?> book, boolean concerned) {
        if (concerned) {
            book.renew();
        }
    }

    private List<Integer> keptYears() {
        return shelf.mongo().findDistinct(query(where("_id").regex("^" + CALENDAR + "\\d+$")), "_id", KeptBook.class, String.class)
                .stream().map(id -> Integer.valueOf(id.substring(CALENDAR.length()))).toList();
    }

    private CalendarYear calendar(int year) {
        return calendarBook(year).get().book();
    }

    private LastGood<CalendarYear> calendarBook(int year) {
        return calendars.computeIfAbsent(year, y -> book(CALENDAR + y, new TypeReference<>() {}, () -> announced(y)));
    }

    private CalendarYear announced(int year) {
        try {
            return client.calendar(year);
        } catch (feign.FeignException.NotFound notYet) {
            return CalendarYear.unannounced(year);
        }
    }

    private <T> LastGood<T> book(String id, TypeReference<T> type, Supplier<T> remote) {
        return new LastGood<>(id, type, () -> calls.call(id.replaceAll("-\\d+", ""), remote), shelf);
    }

    private static <T> Map<String, T> byCode(List<T> book, Function<T, String> code) {
        return book.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity(), (one, same) -> one));
    }
}
