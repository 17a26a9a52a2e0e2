package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.support.identity.Division;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Figures by what they are about, and the same added up for sources, divisions, cities and all. */
final class Sums {

    private static final Comparator<Key> ORDER = Comparator
            .comparing(Key::division, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::item, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Scope scope;
    private final Map<Key, Figures> figures = new TreeMap<>(ORDER);
    private final Map<String, Figures> cities = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> heardOf = new HashSet<>();
    private final Set<String> sent = new HashSet<>();

    Sums(Scope scope) {
        this.scope = scope;
    }

    void of(String source, @Nullable String name, String division, String item, Consumer<Figures> change) {
        Key key = new Key(source, division, item);
        if (scope.includes(key)) {
            add(key, change);
        }
        ofSource(source, name, division, change);
    }

    void ofSource(String source, @Nullable String name, String division, Consumer<Figures> change) {
        heardOf.add(source);
        Key key = new Key(source, division, null);
        if (!scope.includes(key)) {
            return;
        }
        if (name != null) {
            names.merge(source, name, (known, other) -> SourceNames.isUnregistered(known) ? other : known);
        }
        add(key, change);
        add(new Key(null, division, null), change);
        add(Key.ALL, change);
        if (scope.hasCities()) {
            change.accept(city(Division.parse(division).map(Sums::cityOf).orElse(division)));
        }
    }

    /** A source sent a file, from whichever division: one that has moved is silent nowhere. */
    void sent(String source) {
        sent.add(source);
    }

    boolean hasSent(String source) {
        return sent.contains(source);
    }

    /** Whether anything at all is known of a source, from whichever division. */
    boolean hasHeardOf(String source) {
        return heardOf.contains(source);
    }

    /** A line for a source where it is registered; zero are its figures unless something came from there. */
    void registered(String source, String name, String division) {
        ofSource(source, name, division, nothing -> { });
    }

    /** The figures of a city, zero at first. */
    Figures city(String code) {
        return cities.computeIfAbsent(code, c -> new Figures());
    }

    Map<Key, Figures> figures() {
        return figures;
    }

    Map<String, Figures> cities() {
        return cities;
    }

    Figures all() {
        return figures.getOrDefault(Key.ALL, new Figures());
    }

    /** What a source called itself. */
    @Nullable String name(String source) {
        return names.get(source);
    }

    // A source of the province itself stands for itself: the cities' figures add up to the total.
    private static String cityOf(Division division) {
        return division.isProvince() ? division.code() : division.code().substring(0, 4) + "00";
    }

    private void add(Key key, Consumer<Figures> change) {
        change.accept(figures.computeIfAbsent(key, k -> new Figures()));
    }
}
