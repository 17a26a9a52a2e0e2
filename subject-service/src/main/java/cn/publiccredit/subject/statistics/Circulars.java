package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.governance.CodeCounts;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.subject.rulebook.RuleBooks;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.subject.rulebook.Suppliers;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws circulars from what batches, tallies and code findings of the months say; no record is read. */
@Component
class Circulars {

    private static final Comparator<Key> ORDER = Comparator
            .comparing(Key::division, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::item, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final BatchCounts batches;
    private final Tallies tallies;
    private final CodeCounts codes;
    private final RuleBook rules;
    private final RuleBooks books;
    private final SourceNames sourceNames;
    private final Suppliers suppliers;
    private final StatisticsSettings settings;
    private final Clock clock;

    Circulars(
            BatchCounts batches,
            Tallies tallies,
            CodeCounts codes,
            RuleBook rules,
            RuleBooks books,
            SourceNames sourceNames,
            Suppliers suppliers,
            StatisticsSettings settings,
            Clock clock) {
        this.batches = batches;
        this.tallies = tallies;
        this.codes = codes;
        this.rules = rules;
        this.books = books;
        this.sourceNames = sourceNames;
        this.suppliers = suppliers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whose figures are wanted.
     *
     * @param division only sources of this division; null for all
     * @param sources which of them
     */
    record Scope(@Nullable String division, Predicate<Key> sources) {}

    Circular draw(YearMonth month, Scope scope) {
        Sums sums = new Sums(scope);
        Deadlines deadlines = new Deadlines(rules, books);
        batches.between(month, month).forEach(c -> sums.of(c.source(), c.sourceName(), c.division(), c.item(), f -> {
            f.files(c.files(), c.failed());
            f.rows(c.accepted(), c.updated(), c.duplicate(), c.rejected());
        }));
        batches.between(month.minusMonths(settings.coverageMonths() - 1L), month).stream()
                .filter(c -> c.accepted() + c.updated() + c.duplicate() > 0)
                .forEach(c -> sums.of(c.source(), c.sourceName(), c.division(), c.item(), f -> f.supplied(c.item())));
        tallies.of(month).forEach(tally -> sums.of(
                tally.source(), tally.sourceName(), tally.division(), tally.item(), f -> judge(tally, deadlines, f)));
        codes.of(month).forEach(c -> sums.ofSource(
                c.source(), c.sourceName(), c.division(), f -> f.codeFinding(c.kind(), c.rows())));
        return circular(month, scope, sums, deadlines);
    }

    private static void judge(Tally tally, Deadlines deadlines, Figures figures) {
        figures.codes(tally.codes());
        Optional<CatalogItem.Timeliness> rule = deadlines.rule(tally.item());
        if (rule.isEmpty()) {
            return;
        }
        tally.newByDay().forEach((day, count) -> {
            if (day.equals(Tally.LONG_AGO)) {
                figures.late(count);
                return;
            }
            Optional<LocalDate> due = deadlines.due(tally.item(), LocalDate.parse(day), rule.get().workingDays());
            if (due.isEmpty()) {
                figures.undetermined(count);
            } else if (tally.arrived().isAfter(due.get())) {
                figures.late(count);
            } else {
                figures.onTime(count);
            }
        });
    }

    private Circular circular(YearMonth month, Scope scope, Sums sums, Deadlines deadlines) {
        int items = books.items().size();
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE);
        List<Circular.Deadline> told = sums.figures.keySet().stream().flatMap(key -> Optional.ofNullable(key.item()).stream())
                .distinct().sorted()
                .flatMap(item -> deadlines.rule(item).map(rule -> new Circular.Deadline(
                        item, deadlines.name(item), rule.workingDays(), rule.source())).stream())
                .toList();
        return new Circular(month, scope.division(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(TimeConfiguration.ZONE).toOffsetDateTime(),
                !YearMonth.from(today).isAfter(month),
                new Circular.Rules(told, settings.coverageMonths(), settings.coverageSource(), settings.codeGoal(),
                        settings.codeGoalSource()),
                items, sums.figures.getOrDefault(Key.ALL, new Figures()).view(Set.of(), items),
                lines(sums, deadlines, items, key -> key.division() != null && key.source() == null),
                lines(sums, deadlines, items, key -> key.source() != null && key.item() == null),
                lines(sums, deadlines, items, key -> key.item() != null));
    }

    private List<Circular.Line> lines(Sums sums, Deadlines deadlines, int items, Predicate<Key> wanted) {
        return sums.figures.entrySet().stream().filter(e -> wanted.test(e.getKey())).map(e -> {
            Key key = e.getKey();
            String source = key.source();
            String item = key.item();
            return new Circular.Line(source, source == null ? null : name(source, sums), key.division(), item,
                    item == null ? null : deadlines.name(item), figures(e.getValue(), key, items));
        }).toList();
    }

    private Figures.View figures(Figures figures, Key key, int items) {
        String source = key.source();
        Set<String> due = source == null ? Set.of() : suppliers.due(source);
        return key.item() == null ? figures.view(due, items) : figures.viewOfItem(due, items);
    }

    private @Nullable String name(String source, Sums sums) {
        return sourceNames.registered(source).orElse(sums.names.get(source));
    }

    /** Figures by what they are about, and the same added up for sources, divisions and all. */
    private static final class Sums {

        private final Scope scope;
        private final Map<Key, Figures> figures = new TreeMap<>(ORDER);
        private final Map<String, String> names = new HashMap<>();

        Sums(Scope scope) {
            this.scope = scope;
        }

        void of(String source, @Nullable String name, String division, String item, Consumer<Figures> change) {
            Key key = new Key(source, division, item);
            if (scope.sources().test(key)) {
                add(key, change);
                ofSource(source, name, division, change);
            }
        }

        void ofSource(String source, @Nullable String name, String division, Consumer<Figures> change) {
            Key key = new Key(source, division, null);
            if (scope.sources().test(key)) {
                if (name != null) {
                    names.merge(source, name, (known, other) -> SourceNames.isUnregistered(known) ? other : known);
                }
                add(key, change);
                add(new Key(null, division, null), change);
                add(Key.ALL, change);
            }
        }

        private void add(Key key, Consumer<Figures> change) {
            change.accept(figures.computeIfAbsent(key, k -> new Figures()));
        }
    }
}
