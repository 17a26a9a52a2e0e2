package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not accepted, as it came, with every rule it breaks.
 *
 * @param text of a row that could not be taken apart what stood in the file; otherwise null
 */
record Reject(long row, List<String> cells, List<BrokenRule> rules, @Nullable String text) {

    Reject(long row, List<String> cells, List<BrokenRule> rules) {
        this(row, cells, rules, null);
    }

    /** Whether the file's own columns may not hold all of it. */
    boolean overflows() {
        return text != null || rules.stream().anyMatch(rule -> rule.rule().equals(Rule.CELL_COUNT.id()));
    }
}
