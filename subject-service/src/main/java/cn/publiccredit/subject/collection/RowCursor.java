package cn.publiccredit.subject.collection;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;

/** The row in a cursor of a list of rows. */
final class RowCursor {

    private RowCursor() {}

    /** @throws cn.publiccredit.support.problem.Problem 400 when the text is none that we gave out */
    static long row(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw CommonProblem.MALFORMED.with(Words.parameter("after")).violating("after", "cursor",
                    "参数 after 必须原样使用上一页返回的 next。", "after must be the next of the page before, unchanged.")
                    .because(e);
        }
    }
}
