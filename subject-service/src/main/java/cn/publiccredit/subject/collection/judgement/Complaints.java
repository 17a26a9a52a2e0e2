package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is found in one row while it is judged. */
final class Complaints {

    private final List<BrokenRule> broken = new ArrayList<>();
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

    /** @param problem what is wrong and what to do, to be read after the column's name */
    void broken(Column column, Rule rule, String problem) {
        broken.add(new BrokenRule(column.code(), column.name(), rule.id(),
                column.name() + "（" + column.code() + "）" + problem));
    }

    void brokenRow(Rule rule, String sentence) {
        broken.add(new BrokenRule("", "", rule.id(), sentence));
    }

    void remark(Remark remark) {
        remarks.add(remark);
    }

    boolean isEmpty() {
        return broken.isEmpty();
    }

    List<BrokenRule> broken() {
        return List.copyOf(broken);
    }

    Set<Remark> remarks() {
        return Set.copyOf(remarks);
    }
}
