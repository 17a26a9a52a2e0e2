package cn.publiccredit.local.suite;

/** Tells a person what is being done: one line each, Chinese first. */
public interface Progress {

    /** One line about a part of the suite, for example {@code ("samples", "装入 2,000 家主体 / loading 2,000 subjects")}. */
    void line(String what, String text);
}
