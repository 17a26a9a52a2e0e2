package cn.publiccredit.catalog.content;

import cn.publiccredit.support.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
        add(field, "reference", what + " " + code + " 不存在、已停用、尚未生效，或先于引用它的内容失效，请先发布、调整其有效期，或改用其他代码。",
                what + " " + code + " does not exist, is retired, is not in force yet, or ends before what names it; publish it"
                        + " first, change its dates, or name another.");
    }

    /** Notes a fault that is none later on, but on the first day of its content. */
    void early(Violation fault, LocalDate firstDay) {
        found.add(new Violation(fault.field(), "not-yet-in-force",
                "在本项的生效日期 " + firstDay + "：" + fault.zh() + "也可以将 effectiveFrom 改为所引用的内容生效之日或以后。",
                "On its first day, " + firstDay + ": " + fault.en() + " Or let effectiveFrom be no earlier than what it names is in"
                        + " force."));
    }

    void addAll(Collection<Violation> faults) {
        found.addAll(faults);
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }
}
