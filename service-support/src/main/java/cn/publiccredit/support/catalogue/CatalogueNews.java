package cn.publiccredit.support.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changed in the catalogue since the last news.
 *
 * @param everything whether anything may have changed, because it is not known what was read so far, or a new day has begun on
 *     which versions come into force or end
 * @param codes the codes that changed, by kind as in the catalogue's paths, such as {@code items}
 */
public record CatalogueNews(boolean everything, Map<String, Set<String>> codes) {

    public CatalogueNews {
        codes = codes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Anything may have changed. */
    public static CatalogueNews ofEverything() {
        return new CatalogueNews(true, Map.of());
    }

    static CatalogueNews of(Iterable<ChangePage.Change> changes) {
        Map<String, Set<String>> codes = new TreeMap<>();
        changes.forEach(change -> codes.computeIfAbsent(change.kind(), kind -> new TreeSet<>()).add(change.code()));
        return new CatalogueNews(false, codes);
    }

    /** Whether a copy of all content of this kind is concerned. */
    public boolean concern(String kind) {
        return everything || codes.containsKey(kind);
    }

    /** Whether a copy of this piece of content is concerned. */
    public boolean concern(String kind, String code) {
        return everything || codes.getOrDefault(kind, Set.of()).contains(code);
    }

    boolean isNothing() {
        return !everything && codes.isEmpty();
    }
}
