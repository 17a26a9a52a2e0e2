package cn.publiccredit.subject.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An item as the catalogue worded it, kept against the day when the catalogue is silent.
 *
 * @param id the item's code for the last version in force, code and version for each version ever used
 * @param text the JSON answer
 */
@Document("rulebook")
record KeptItem(@Id String id, String text, @Nullable String etag, Instant confirmedAt) {

    static String idOf(String code, int version) {
        return code + "/" + version;
    }
}
