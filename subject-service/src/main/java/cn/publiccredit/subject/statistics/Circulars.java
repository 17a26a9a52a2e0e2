package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.governance.CodeCounts;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Divisions;
import cn.publiccredit.subject.rulebook.Duties;
import cn.publiccredit.subject.rulebook.DutyBook;
import cn.publiccredit.subject.rulebook.RuleBooks;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws circulars from what batches, tallies and code findings of the months say; no record is read. */
@Component
class Circulars {

    private static final String PROVINCE = "全省";

    private final BatchCounts batches;
    private final Tallies tallies;
    private final CodeCounts codes;
    private final DutyBook dutyBook;
    private final RuleBooks books;
    private final Divisions divisions;
    private final StatisticsSettings settings;
    private final Clock clock;

    Circulars(
            BatchCounts batches,
            Tallies tallies,
            CodeCounts codes,
            DutyBook dutyBook,
            RuleBooks books,
            Divisions divisions,
            StatisticsSettings settings,
            Clock clock) {
        this.batches = batches;
        this.tallies = tallies;
        this.codes = codes;
        this.dutyBook = dutyBook;
        this.books = books;
        this.divisions = divisions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A month is judged by the catalogue of its last day, and while it is not over by the catalogue as it is. */
    Circular draw(YearMonth month, Scope scope) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE);
        LocalDate last = month.atEndOfMonth();
        boolean over = last.isBefore(today);
        Duties duties = over ? dutyBook.on(last) : dutyBook.now();
        return circular(month, scope, sums(month, scope, duties), duties, over ? last : null);
    }

    private Sums sums(YearMonth month, Scope scope, Duties duties) {
        Sums sums = new Sums(scope);
        Deadlines deadlines = new Deadlines(books.workingDays());
        batches.between(month, month).forEach(c -> {
            if (c.files() > 0) {
                sums.sent(c.source());
            }
            sums.of(c.source(), c.sourceName(), c.division(), c.item(), f -> {
                f.files(c.files(), c.failed());
                f.rows(c.accepted(), c.updated(), c.duplicate(), c.rejected());
            });
        });
        batches.between(month.minusMonths(settings.coverageMonths() - 1L), month).stream()
                .filter(c -> c.accepted() + c.updated() + c.duplicate() > 0)
                .forEach(c -> sums.of(c.source(), c.sourceName(), c.division(), c.item(), f -> f.supplied(c.item())));
        tallies.of(month).forEach(tally -> sums.of(
                tally.source(), tally.sourceName(), tally.division(), tally.item(), f -> judge(tally, duties, deadlines, f)));
        codes.of(month).forEach(c -> sums.ofSource(
                c.source(), c.sourceName(), c.division(), f -> f.codeFinding(c.kind(), c.rows())));
        duties.suppliers().forEach((code, supplier) -> {
            if (supplier.division() != null && (!supplier.items().isEmpty() || sums.hasHeardOf(code))) {
                sums.registered(code, supplier.name(), supplier.division());
            }
        });
        if (scope.hasCities()) {
            divisions.citiesOn(month.atEndOfMonth()).stream().filter(city -> scope.includes(new Key(null, city, null)))
                    .forEach(sums::city);
        }
        return sums;
    }

    private static void judge(Tally tally, Duties duties, Deadlines deadlines, Figures figures) {
        figures.codes(tally.codes());
        Optional<CatalogItem.Timeliness> rule = duties.timeliness(tally.item());
        if (rule.isEmpty()) {
            return;
        }
        tally.newByDay().forEach((day, count) -> {
            if (day.equals(Tally.LONG_AGO)) {
                figures.late(count);
                return;
            }
            Optional<LocalDate> due = deadlines.due(LocalDate.parse(day), rule.get().workingDays());
            if (due.isEmpty()) {
                figures.undetermined(count);
            } else if (tally.arrived().isAfter(due.get())) {
                figures.late(count);
            } else {
                figures.onTime(count);
            }
        });
    }

    private Circular circular(YearMonth month, Scope scope, Sums sums, Duties duties, @Nullable LocalDate rulesAsOf) {
        int items = duties.itemsInForce();
        List<Circular.Deadline> told = sums.figures().keySet().stream().flatMap(key -> Optional.ofNullable(key.item()).stream())
                .distinct().sorted()
                .flatMap(item -> duties.timeliness(item).map(rule -> new Circular.Deadline(
                        item, duties.itemName(item), rule.workingDays(), rule.source())).stream())
                .toList();
        List<Circular.Line> sources = lines(sums, duties, key -> key.source() != null && key.item() == null);
        return new Circular(month, scope.divisionCode(), scope.source(), whose(scope, sums, duties),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(TimeConfiguration.ZONE).toOffsetDateTime(),
                rulesAsOf == null, rulesAsOf,
                new Circular.Rules(told, settings.coverageMonths(), settings.coverageSource(), settings.codeGoal(),
                        settings.codeGoalSource()),
                items, sums.all().view(Set.of(), items),
                (int) sources.stream().filter(Circular.Line::silent).map(Circular.Line::source).distinct().count(),
                cities(sums, items),
                lines(sums, duties, key -> key.division() != null && key.source() == null), sources,
                lines(sums, duties, key -> key.item() != null));
    }

    private static List<Circular.Line> cities(Sums sums, int items) {
        return sums.cities().entrySet().stream()
                .map(city -> new Circular.Line(null, null, city.getKey(), null, null, city.getValue().view(Set.of(), items), city.getValue().isSilent()))
                .toList();
    }

    private static List<Circular.Line> lines(Sums sums, Duties duties, Predicate<Key> wanted) {
        return sums.figures().entrySet().stream().filter(e -> wanted.test(e.getKey())).map(e -> {
            Key key = e.getKey();
            String source = key.source();
            String item = key.item();
            return new Circular.Line(source, source == null ? null : name(source, sums, duties), key.division(), item,
                    item == null ? null : duties.itemName(item), figures(e.getValue(), key, duties),
                    e.getValue().isSilent() && (source == null || isSilentThere(source, key.division(), sums, duties)));
        }).toList();
    }

    /** A source that sent nothing is told of once: where it is registered, and where it ever was only if that is not known. */
    private static boolean isSilentThere(String source, @Nullable String division, Sums sums, Duties duties) {
        Duties.Supplier registered = duties.suppliers().get(source);
        return !sums.hasSent(source)
                && (registered == null || registered.division() == null || registered.division().equals(division));
    }

    private static Figures.View figures(Figures figures, Key key, Duties duties) {
        Duties.Supplier registered = key.source() == null ? null : duties.suppliers().get(key.source());
        Set<String> due = registered == null ? Set.of() : registered.items();
        return key.item() == null
                ? figures.view(due, duties.itemsInForce())
                : figures.viewOfItem(due, duties.itemsInForce());
    }

    private static @Nullable String name(String source, Sums sums, Duties duties) {
        Duties.Supplier registered = duties.suppliers().get(source);
        return registered == null ? sums.name(source) : registered.name();
    }

    private String whose(Scope scope, Sums sums, Duties duties) {
        String source = scope.source();
        if (source != null) {
            return Objects.requireNonNullElse(name(source, sums, duties), source);
        }
        Division division = scope.division();
        return division == null ? PROVINCE : Objects.requireNonNullElse(divisions.name(division), division.code());
    }
}
