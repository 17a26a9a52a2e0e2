package cn.publiccredit.subject.collection;

import java.util.List;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A reject as it is stored: its text is encrypted, since it may be anybody's.
 *
 * @param id batch and padded row, so that they sort by row and a chunk that is run again overwrites its own
 * @param rules ids of the broken rules, for figures
 * @param sealed the {@link Reject} as JSON
 */
@Document("rejects")
record KeptReject(@Id String id, String batch, long row, List<String> rules, Binary sealed) {

    static String idOf(String batch, long row) {
        return String.format("%s/%010d", batch, row);
    }
}
