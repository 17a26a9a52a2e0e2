package cn.publiccredit.support.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor for {@code ?after=} of the next page; null on the last one
 * @param count how many there are in all; only where the caller asked with {@code ?count=true}
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long count) {

    public Page {
        items = List.copyOf(items);
    }

    public Page(List<T> items, @Nullable String next) {
        this(items, next, null);
    }

    /**
     * The page of a result that was read with {@link Paging#limitPlusOne()}: the surplus item only tells that there is more.
     *
     * @param position the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> read, Paging paging, Function<T, Cursor> position) {
        if (read.size() <= paging.limit()) {
            return new Page<>(read, null);
        }
        List<T> items = read.subList(0, paging.limit());
        return new Page<>(items, position.apply(items.getLast()).encoded());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next, count);
    }
}
