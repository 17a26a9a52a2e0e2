package cn.publiccredit.local.demo;

import cn.publiccredit.local.client.SuiteFailure;

/** Something in the story was not as it must be. */
public final class ExpectationFailed extends SuiteFailure {

    private static final long serialVersionUID = 1L;

    ExpectationFailed(String expected, String actual) {
        super("期望 / expected: " + expected + "\n  实际 / but was: " + actual, null);
    }

    static void unless(boolean holds, String expected, Object actual) {
        if (!holds) {
            throw new ExpectationFailed(expected, String.valueOf(actual));
        }
    }
}
