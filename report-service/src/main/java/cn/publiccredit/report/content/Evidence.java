package cn.publiccredit.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a report can be proven later.
 *
 * @param records the record versions it tells of
 * @param entries the list entries it tells of
 * @param catalogue the catalogue versions it was made by
 * @param gatheredAt when the services were asked
 * @param sha256 of the report's content as stored, hexadecimal
 */
public record Evidence(
        List<RecordVersion> records,
        List<EntryState> entries,
        List<ItemVersion> catalogue,
        Instant gatheredAt,
        String sha256) {

    /** One version of one record. */
    public record RecordVersion(String id, long version, String item, String section) {}

    /** One list entry as it stood. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryState(String id, String list, String section, @Nullable String until) {}

    /** One version of a catalogue item. */
    public record ItemVersion(String item, int version) {}
}
