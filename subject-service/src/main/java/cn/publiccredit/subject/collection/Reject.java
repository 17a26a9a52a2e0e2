package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A row that was not accepted, as it came, with every rule it breaks.
 *
 * @param id batch and padded row, so that they sort by row and a chunk that is run again overwrites its own
 */
@Document("rejects")
record Reject(@Id String id, String batch, long row, List<String> cells, List<BrokenRule> rules) {

    static Reject of(String batch, long row, List<String> cells, List<BrokenRule> rules) {
        return new Reject(idOf(batch, row), batch, row, cells, rules);
    }

    static String idOf(String batch, long row) {
        return String.format("%s/%010d", batch, row);
    }
}
