package cn.publiccredit.support.web;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of a list the caller wants: at most {@code limit} items (1 to 500) after a cursor. */
public record Paging(int limit, @Nullable String after) {

    public static final int MOST = 500;

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw CommonProblem.MALFORMED.with(Words.parameter("limit")).violating("limit", "range",
                    "参数 limit 应为 1 至 500 的整数。", "limit must be a whole number from 1 to 500.");
        }
    }

    /** One more than is shown, so that the page knows whether another follows. */
    public int limitPlusOne() {
        return limit + 1;
    }

    /** The decoded cursor, which must carry this many values; empty on the first page. */
    public Optional<Cursor> cursor(int values) {
        return Optional.ofNullable(after).filter(text -> !text.isEmpty()).map(text -> Cursor.decode(text, values));
    }
}
