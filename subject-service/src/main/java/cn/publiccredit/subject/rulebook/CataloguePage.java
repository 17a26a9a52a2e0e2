package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of content of a kind.
 *
 * @param next where the next page begins; null on the last one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CataloguePage<T>(List<T> items, @Nullable String next) {

    CataloguePage {
        items = List.copyOf(items);
    }

    /** What stands on all pages. @param page gives the one after a cursor, the first one for null */
    static <T> List<T> all(Function<@Nullable String, CataloguePage<T>> page) {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            CataloguePage<T> read = page.apply(after);
            all.addAll(read.items());
            after = read.next();
        } while (after != null);
        return List.copyOf(all);
    }
}
