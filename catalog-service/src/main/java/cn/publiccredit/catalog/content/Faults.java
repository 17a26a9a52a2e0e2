package cn.publiccredit.catalog.content;

import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a piece of content, so that all of it can be told at once. */
public final class Faults {

    private final String at;
    private final List<Violation> found = new ArrayList<>();

    /** @param at where the piece stands, before the names of its fields; empty where there is only one */
    public Faults(String at) {
        this.at = at;
    }

    /** A field's name as it is told, with the place of its piece. */
    private String place(String field) {
        if (at.isEmpty()) {
            return field;
        }
        return field.isEmpty() ? at : at + "." + field;
    }

    /** Notes a fault: what is wrong and what to do, in both languages. */
    public void add(String field, String rule, String zh, String en) {
        found.add(new Violation(place(field), rule, zh, en));
    }

    /** Notes a fault unless this holds. */
    public void unless(boolean holds, String field, String rule, String zh, String en) {
        if (!holds) {
            add(field, rule, zh, en);
        }
    }

    /** Notes that a code is named which does not exist, or not for as long as it is needed. */
    public void unknown(String field, String what, String code) {
        add(field, "reference", what + " " + code + " 不存在、已停用，或先于引用它的内容失效，请先发布、延长其有效期，或改用其他代码。",
                what + " " + code + " does not exist, is retired, or ends before what names it; publish it first, prolong it,"
                        + " or name another.");
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }
}
