package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;

/**
 * One rule as rows of a batch break it in one column. Kept in the batch's document and counted with its checkpoint, so that nobody
 * who asks for the causes has to go through all rejects.
 *
 * @param column the column's code; empty when it is the row as a whole
 * @param rule the rule's id
 * @param rows how many rows break it
 * @param first the first of them
 */
record Fault(String column, String rule, long rows, long first) {

    /** Field of the batch's document: by column and rule how many rows, and the first. */
    static final String FIELD = "faults";

    private static final String BETWEEN = "|";

    boolean is(BrokenRule broken) {
        return broken.column().equals(column) && broken.rule().equals(rule);
    }

    /** Counts what these rows break, each rule of a column once a row. */
    static void count(List<Reject> rejects, Update update) {
        Map<String, Fault> counted = new HashMap<>();
        for (Reject reject : rejects) {
            reject.rules().stream().map(broken -> new Fault(broken.column(), broken.rule(), 1, reject.row())).distinct()
                    .forEach(fault -> counted.merge(fault.key(), fault, Fault::and));
        }
        counted.forEach((key, fault) -> update.inc(FIELD + "." + key + ".rows", fault.rows())
                .min(FIELD + "." + key + ".first", fault.first()));
    }

    /** All of a batch's document, in no order. */
    static List<Fault> in(Document batch) {
        List<Fault> faults = new ArrayList<>();
        batch.get(FIELD, new Document()).forEach((key, value) -> {
            Document counted = (Document) value;
            int between = key.lastIndexOf(BETWEEN);
            faults.add(new Fault(key.substring(0, between), key.substring(between + 1),
                    counted.get("rows", Number.class).longValue(), counted.get("first", Number.class).longValue()));
        });
        return faults;
    }

    private String key() {
        return column + BETWEEN + rule;
    }

    private Fault and(Fault more) {
        return new Fault(column, rule, rows + more.rows, Math.min(first, more.first));
    }
}
