package cn.publiccredit.subject.collection;

import java.util.Locale;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A reject as it is stored: its text is encrypted, since it may be anybody's.
 *
 * @param id batch and padded row, so that they sort by row and a chunk that is run again overwrites its own
 * @param sealed the {@link Reject} as JSON
 * @param overflows true where the file's own columns may not hold all of the row; otherwise null
 */
@Document("rejects")
record KeptReject(@Id String id, String batch, long row, Binary sealed, @Nullable Boolean overflows) {

    static String idOf(String batch, long row) {
        return String.format(Locale.ROOT, "%s/%010d", batch, row);
    }
}
