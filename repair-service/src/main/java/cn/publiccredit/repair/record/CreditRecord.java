package cn.publiccredit.repair.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What repair needs to know of a credit record.
 *
 * @param item code of the catalogue item, such as {@code CF}
 * @param subject id of the credit subject
 * @param source the organisation that supplied and determined it (谁认定、谁修复)
 * @param severity {@code MINOR}, {@code GENERAL} or {@code SERIOUS}; otherwise the record is not adverse
 * @param earliestRepair first day on which the shortest publicity period is over; null where there is no such period
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreditRecord(
        String id,
        String item,
        String subject,
        @Nullable String subjectName,
        @Nullable Source source,
        @Nullable String severity,
        String state,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate earliestRepair) {

    private static final Set<String> ADVERSE = Set.of("MINOR", "GENERAL", "SERIOUS");
    private static final Set<String> LIVE = Set.of("ACTIVE", "DISPUTED");

    /** Who determined a record, and the division it belongs to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(@Nullable String uscc, @Nullable String name, @Nullable String division) {}

    public CreditRecord {
        // A record without these is an answer that cannot be understood, not a record.
        Objects.requireNonNull(id);
        Objects.requireNonNull(item);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(state);
    }

    public boolean isAdverse() {
        return severity != null && ADVERSE.contains(severity);
    }

    public boolean isLive() {
        return LIVE.contains(state);
    }

    public boolean isRepaired() {
        return state.equals("REPAIRED");
    }
}
