package cn.publiccredit.repair.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/**
 * Under which ids a subject is known since codes were merged.
 *
 * @param asked the id that was asked for
 * @param ids all of them, the one that was asked for among them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Identity(String asked, List<String> ids) {

    Identity {
        Objects.requireNonNull(asked);
        ids = List.copyOf(ids);
        if (!ids.contains(asked)) {
            throw new IllegalArgumentException("the ids of a subject lack the one that was asked for");
        }
    }
}
