package cn.publiccredit.report.source;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of another service to its end. */
final class Pages {

    private Pages() {}

    @FunctionalInterface
    interface Read<T> {
        Page<T> page(int limit, @Nullable String after);
    }

    /** All items. @throws cn.publiccredit.support.problem.Problem {@code report.too-many-records} when there are more than that */
    static <T> List<T> all(int most, Read<T> read) {
        List<T> items = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<T> page = read.page(Paging.MOST, after);
            items.addAll(page.items());
            if (items.size() > most) {
                throw ReportProblem.TOO_MANY_RECORDS.with(String.valueOf(most));
            }
            after = page.next();
        } while (after != null);
        return items;
    }
}
