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
 * @param subjects all ids under which the subject was known then; null in reports that were issued before this was kept
 * @param sha256 of the report's content as stored, hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        List<RecordVersion> records,
        List<EntryState> entries,
        List<ItemVersion> catalogue,
        Instant gatheredAt,
        @Nullable List<String> subjects,
        String sha256) {

    /** All ids under which the subject was known then, as far as that was kept. */
    public List<String> subjectsOr(String subject) {
        return subjects == null || subjects.isEmpty() ? List.of(subject) : subjects;
    }

    /** One version of one record. */
    public record RecordVersion(String id, long version, String item, String section) {}

    /** One list entry as it stood. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryState(String id, String list, String section, @Nullable String until) {}

    /** One version of a catalogue item. */
    public record ItemVersion(String item, int version) {}
}
