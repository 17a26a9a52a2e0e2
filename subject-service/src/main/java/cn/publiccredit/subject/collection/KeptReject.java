package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import java.util.List;
import java.util.Locale;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A reject as it is stored: its text is encrypted, since it may be anybody's.
 *
 * @param id batch and padded row, so that they sort by row and a chunk that is run again overwrites its own
 * @param faults column and id of each broken rule, for figures
 * @param sealed the {@link Reject} as JSON
 * @param overflows true where the file's own columns may not hold all of the row; otherwise null
 */
@Document("rejects")
record KeptReject(@Id String id, String batch, long row, List<String> faults, Binary sealed, @Nullable Boolean overflows) {

    private static final String BETWEEN = "|";

    static String idOf(String batch, long row) {
        return String.format(Locale.ROOT, "%s/%010d", batch, row);
    }

    static String fault(BrokenRule rule) {
        return rule.column() + BETWEEN + rule.rule();
    }

    static String columnOf(String fault) {
        return fault.substring(0, fault.lastIndexOf(BETWEEN));
    }

    static String ruleOf(String fault) {
        return fault.substring(fault.lastIndexOf(BETWEEN) + 1);
    }
}
