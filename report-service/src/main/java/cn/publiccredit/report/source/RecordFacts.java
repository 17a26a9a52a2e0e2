package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One credit record as the subject service answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordFacts(
        String id,
        String item,
        @Nullable Integer itemVersion,
        @Nullable Source source,
        Map<String, @Nullable Object> data,
        @Nullable String severity,
        String state,
        @Nullable Boolean disputed,
        @Nullable String documentDate,
        @Nullable Publicity publicity,
        @Nullable String earliestRepair,
        long version,
        @Nullable String knownFrom) {

    /** The organisation that supplied the record. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(@Nullable String uscc, @Nullable String name, @Nullable String division) {}

    /**
     * When the record is public.
     *
     * @param until the last day on which it is; null for no end
     * @param stoppedAt when a decision ended it early
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Publicity(
            @Nullable Boolean shown, @Nullable String from, @Nullable String until, @Nullable String stoppedAt) {

        boolean isOver(LocalDate today) {
            return stoppedAt != null || Dates.day(until).filter(last -> last.isBefore(today)).isPresent();
        }
    }

    public RecordFacts {
        requireNonNull(id, "id");
        requireNonNull(item, "item");
        requireNonNull(state, "state");
        data = requireNonNullElse(data, Map.of());
    }

    /** Whether a report of this day tells of the record: not withdrawn, repaired or past its publicity period. */
    public boolean isReported(LocalDate today) {
        boolean valid = state.equals("ACTIVE") || state.equals("DISPUTED");
        return valid && (publicity == null || !publicity.isOver(today));
    }

    /** Whether anyone can see the record on this day without a token. */
    public boolean isPublic(LocalDate today) {
        return isReported(today) && publicity != null && Boolean.TRUE.equals(publicity.shown());
    }

    public boolean isDisputed() {
        return Boolean.TRUE.equals(disputed) || state.equals("DISPUTED");
    }
}
