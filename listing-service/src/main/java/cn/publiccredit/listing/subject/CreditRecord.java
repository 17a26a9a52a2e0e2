package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A credit record, as far as a listing depends on it.
 *
 * @param item code of its catalogue item
 * @param severity MINOR, GENERAL, SERIOUS, or null where the item knows none
 * @param state ACTIVE, DISPUTED, REPAIRED, WITHDRAWN or EXPIRED
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreditRecord(
        String id,
        String item,
        @Nullable Integer itemVersion,
        String subject,
        @Nullable String subjectName,
        Source source,
        @Nullable String severity,
        String state,
        @Nullable String documentNumber,
        long version) {

    public CreditRecord {
        Garbage.unless(id != null && item != null && subject != null && source != null && state != null);
    }

    /** The organisation that supplied it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(@Nullable String uscc, @Nullable String name, @Nullable String division) {}
}
