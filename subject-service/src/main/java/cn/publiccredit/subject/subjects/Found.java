package cn.publiccredit.subject.subjects;

import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, one hit more than the page shows.
 *
 * @param lookedTo where to go on when the look ended before the page was full; null when there is nothing more
 * @param onlyBeginnings whether subjects that have the question elsewhere in their names are left out
 */
public record Found(List<Hit> hits, boolean onlyBeginnings, @Nullable Cursor lookedTo) {

    Found(List<Hit> hits, boolean onlyBeginnings) {
        this(hits, onlyBeginnings, null);
    }

    /**
     * Something that was found.
     *
     * @param position where the list continues after it: by what was found, which may be a former code of the subject
     */
    public record Hit(Cursor position, Subject subject) {}

    /** A single subject that was asked for by something that is its alone. */
    public static Found only(Subject subject) {
        return new Found(List.of(new Hit(Cursor.at("", subject.id()), subject)), false);
    }

    /** Nobody. */
    public static Found nothing() {
        return new Found(List.of(), false);
    }

    public <T> SearchPage<T> page(Paging paging, Function<Subject, T> view) {
        Page<Hit> page = Page.of(hits, paging, Hit::position);
        String next = page.next() == null && lookedTo != null ? lookedTo.encoded() : page.next();
        return new SearchPage<>(page.items().stream().map(hit -> view.apply(hit.subject())).toList(), next,
                onlyBeginnings ? true : null);
    }
}
