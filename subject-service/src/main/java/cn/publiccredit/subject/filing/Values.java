package cn.publiccredit.subject.filing;

import cn.publiccredit.subject.rulebook.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says, by the 中文名 of columns. It may be worded in several ways; a column takes the first that its item allows, and what
 * an item has no column for is left out.
 */
public final class Values {

    private final Map<String, List<String>> byName = new LinkedHashMap<>();

    /** @param wordings the same in several words, the most telling first; null where there is nothing to say */
    public Values say(String name, @Nullable String... wordings) {
        List<String> all = new ArrayList<>(Arrays.stream(wordings).filter(Objects::nonNull).map(Objects::requireNonNull).toList());
        if (!all.isEmpty()) {
            byName.put(name, all);
        }
        return this;
    }

    Optional<String> of(Column column) {
        return Stream.concat(Stream.of(column.name()), column.aliases().stream())
                .filter(byName::containsKey)
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .filter(value -> isAllowed(column, value))
                .findFirst();
    }

    private static boolean isAllowed(Column column, String value) {
        return column.allowed().isEmpty() || column.allowed().contains(value)
                || column.allowedPrefix().stream().anyMatch(value::startsWith);
    }
}
