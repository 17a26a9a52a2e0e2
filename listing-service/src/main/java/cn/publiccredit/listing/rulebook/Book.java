package cn.publiccredit.listing.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a rule book as the catalogue answers it.
 *
 * @param next where the next page begins; null on the last one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Book<T>(List<T> items, @Nullable String next) {

    Book {
        Garbage.unless(items != null);
        items = List.copyOf(items);
    }

    /** What stands on all pages. @param page gives the one after a cursor, the first one for null */
    static <T> List<T> whole(Function<@Nullable String, Book<T>> page) {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Book<T> read = page.apply(after);
            Garbage.unless(read.next() == null || !read.next().equals(after));
            all.addAll(read.items());
            after = read.next();
        } while (after != null);
        return List.copyOf(all);
    }
}
