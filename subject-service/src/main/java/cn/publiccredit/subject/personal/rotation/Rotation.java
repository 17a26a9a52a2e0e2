package cn.publiccredit.subject.personal.rotation;

import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The change to a key: passes over all encrypted values until one finds nothing left to do.
 *
 * @param id names of the keys that everything is to be made with
 * @param store the collection that the pass has reached; null at its beginning
 * @param after the last id that is done with in that collection
 * @param found values with an earlier key that this pass has found
 * @param resealed values that were encrypted anew in all
 * @param finishedAt when a pass found nothing; null until then
 */
@Document(Rotation.COLLECTION)
record Rotation(
        @Id String id,
        int pass,
        @Nullable String store,
        @Nullable String after,
        long found,
        long resealed,
        List<String> formerKeys,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "keyRotations";
}
