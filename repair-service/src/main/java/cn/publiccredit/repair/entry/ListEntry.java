package cn.publiccredit.repair.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What repair needs to know of a list entry.
 *
 * @param record id of the credit record that the entry rests on; null where it rests on a document from elsewhere
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListEntry(
        String id, @Nullable String list, @Nullable String listName, String subject, @Nullable String record, String state) {

    public ListEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(state);
    }

    public boolean isLive() {
        return state.equals("PUBLISHED");
    }

    public boolean restsOn(String recordId) {
        return recordId.equals(record);
    }
}
