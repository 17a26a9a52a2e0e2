package cn.publiccredit.subject.rulebook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.publiccredit.support.catalogue.CatalogueCopies;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's books beside the items; while the catalogue is silent, the last good copy, even after a restart. */
@Component
public class RuleBooks implements CatalogueCopies {

    private static final int PAGE = 500;
    private static final String CALENDAR = "calendar/";

    private final CatalogClient client;
    private final PeerCalls calls;
    private final LastGood.Shelf shelf;
    private final LastGood<Items> items;
    private final LastGood<CodeSet> divisions;
    private final LastGood<Sources> sources;
    private final LastGood<Masks> masks;
    private final LastGood<CommitmentTemplates> commitmentTemplates;
    private final Map<Integer, LastGood<YearCalendar>> calendars = new ConcurrentHashMap<>();

    RuleBooks(
            CatalogClient client,
            Peers peers,
            MongoTemplate mongo,
            JsonMapper json,
            Clock clock,
            RuleBookSettings settings) {
        this.client = client;
        this.calls = peers.catalog();
        this.shelf = new LastGood.Shelf(calls, mongo, json, clock, settings);
        this.items = new LastGood<>("items", Items.class, settings.freshFor(), this::allItems, shelf);
        this.divisions = new LastGood<>("code-set/divisions", CodeSet.class, settings.namesFreshFor(),
                () -> calls.callAsService("divisions", () -> client.codeSet("divisions")), shelf);
        this.sources = new LastGood<>("sources", Sources.class, settings.freshFor(), this::allSources, shelf);
        this.masks = new LastGood<>("masks", Masks.class, settings.freshFor(), this::allMasks, shelf);
        this.commitmentTemplates = new LastGood<>("commitment-templates", CommitmentTemplates.class, settings.freshFor(),
                this::allCommitmentTemplates, shelf);
    }

    private record Items(List<ItemName> items) {}

    private record Masks(List<MaskRule> rules) {

        Masks {
            rules = List.copyOf(rules);
        }
    }

    private record CommitmentTemplates(List<CommitmentTemplate> templates) {

        CommitmentTemplates {
            templates = List.copyOf(templates);
        }
    }

    /** Organisations that supply records, by their codes. */
    record Sources(Map<String, Source> byCode) {

        Sources {
            byCode = Map.copyOf(byCode);
        }
    }

    /**
     * An organisation that supplies records.
     *
     * @param division where it belongs; null in copies that were kept before it was
     * @param items what it supplies
     */
    record Source(String name, @Nullable String division, Set<String> items) {

        Source {
            items = Set.copyOf(items);
        }
    }

    /** A count of working days by the calendars as they are now. */
    public WorkingDays workingDays() {
        return new WorkingDays(this);
    }

    /**
     * The year's calendar; empty while the State Council has not published it.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and was never asked about the year
     */
    public Optional<YearCalendar> calendar(int year) {
        return calendarOf(year).get();
    }

    private LastGood<YearCalendar> calendarOf(int year) {
        return calendars.computeIfAbsent(year, y -> new LastGood<>(CALENDAR + y, YearCalendar.class,
                shelf.settings().freshFor(), () -> calls.callAsService("calendar", () -> client.calendar(y)), shelf));
    }

    /** All items in force. @throws cn.publiccredit.support.problem.Problem as {@link #calendar} */
    public List<ItemName> items() {
        return items.get().map(Items::items).orElse(List.of());
    }

    /**
     * The template of commitments of this code; empty when none is in force.
     *
     * @throws cn.publiccredit.support.problem.Problem likewise
     */
    public Optional<CommitmentTemplate> commitmentTemplate(String code) {
        return commitmentTemplates.get().stream().flatMap(all -> all.templates().stream())
                .filter(template -> template.code().equals(code)).findFirst();
    }

    /** The divisions; empty when the catalogue has no such set. @throws cn.publiccredit.support.problem.Problem likewise */
    Optional<CodeSet> divisions() {
        return divisions.get();
    }

    /** The registered sources by their codes. @throws cn.publiccredit.support.problem.Problem likewise */
    Map<String, Source> sources() {
        return sources.get().map(Sources::byCode).orElse(Map.of());
    }

    /** The same, as duties to supply. @throws cn.publiccredit.support.problem.Problem likewise */
    Map<String, Duties.Supplier> suppliers() {
        return sources().entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry ->
                new Duties.Supplier(entry.getValue().name(), entry.getValue().division(), entry.getValue().items())));
    }

    /** The masks of personal data. @throws cn.publiccredit.support.problem.Problem likewise */
    List<MaskRule> masks() {
        return masks.get().map(Masks::rules).orElse(List.of());
    }

    @Override
    public void renew(CatalogueNews news) {
        renew(items, news.concern("items"));
        renew(divisions, news.concern("code-sets", "divisions"));
        renew(sources, news.concern("sources"));
        renew(masks, news.concern("masks"));
        renew(commitmentTemplates, news.concern("commitment-templates"));
        if (news.concern("calendars")) {
            keptYears().forEach(this::calendarOf);
            calendars.forEach((year, calendar) -> renew(calendar, news.concern("calendars", year.toString())));
        }
    }

    private List<Integer> keptYears() {
        return shelf.mongo().findDistinct(query(where("_id").regex("^" + CALENDAR + "\\d+$")), "_id", KeptItem.class, String.class)
                .stream().map(id -> Integer.valueOf(id.substring(CALENDAR.length()))).toList();
    }

    private static void renew(LastGood<?> book, boolean concerned) {
        if (concerned) {
            book.renew();
        }
    }

    private Items allItems() {
        return new Items(CataloguePage.all(after -> calls.callAsService("items", () -> client.items(PAGE, after))));
    }

    private Masks allMasks() {
        return new Masks(CataloguePage.all(after -> calls.callAsService("masks", () -> client.masks(PAGE, after))));
    }

    private CommitmentTemplates allCommitmentTemplates() {
        return new CommitmentTemplates(CataloguePage.all(after ->
                calls.callAsService("commitment-templates", () -> client.commitmentTemplates(PAGE, after))));
    }

    private Sources allSources() {
        Map<String, Source> all = new HashMap<>();
        CataloguePage.all(after -> calls.callAsService("sources", () -> client.sources(PAGE, after))).forEach(source ->
                all.put(source.uscc(), new Source(source.name(), source.division(), Objects.requireNonNullElse(source.items(), Set.of()))));
        return new Sources(all);
    }
}
