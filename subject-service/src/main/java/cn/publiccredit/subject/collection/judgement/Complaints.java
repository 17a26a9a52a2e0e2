package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.util.ArrayList;
import java.util.List;

/** What is found in one row while it is judged. */
final class Complaints {

    private final List<BrokenRule> broken = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>(0);

    /** @param problem what is wrong and what to do, to be read after the column's name */
    void broken(Column column, Rule rule, String problem) {
        broken(column.code(), column.name(), rule, column.name() + "（" + column.code() + "）" + problem);
    }

    /** @param english the same in English, likewise */
    void broken(Column column, Rule rule, String problem, String english) {
        broken.add(new BrokenRule(column.code(), column.name(), rule.id(),
                column.name() + "（" + column.code() + "）" + problem, english));
    }

    void broken(String column, String name, Rule rule, String sentence) {
        broken.add(new BrokenRule(column, name, rule.id(), sentence));
    }

    void broken(String column, String name, Rule rule, String sentence, String english) {
        broken.add(new BrokenRule(column, name, rule.id(), sentence, english));
    }

    void brokenRow(Rule rule, String sentence) {
        broken.add(new BrokenRule("", "", rule.id(), sentence));
    }

    void brokenRow(Rule rule, String sentence, String english) {
        broken.add(new BrokenRule("", "", rule.id(), sentence, english));
    }

    void remark(Column column, Remark remark) {
        remark(column.code(), column.name(), remark);
    }

    void remark(String column, String name, Remark remark) {
        Notice notice = new Notice(column, name, remark);
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    boolean isEmpty() {
        return broken.isEmpty();
    }

    List<BrokenRule> broken() {
        return List.copyOf(broken);
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
