package cn.publiccredit.subject.governance;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;

/** Numbers in cursors, which callers may have altered. */
final class Cursors {

    private Cursors() {}

    /** @throws cn.publiccredit.support.problem.Problem 400 when it is none */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw CommonProblem.MALFORMED.with(Words.parameter("after")).violating("after", "cursor",
                    "参数 after 必须原样使用上一页返回的 next。", "after must be the next of the page before, unchanged.").because(e);
        }
    }
}
