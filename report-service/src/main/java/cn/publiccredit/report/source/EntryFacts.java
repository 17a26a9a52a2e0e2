package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One list entry as the listing service answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EntryFacts(
        String id,
        String list,
        String listName,
        String kind,
        String state,
        @Nullable String documentNumber,
        @Nullable String reasons,
        @Nullable String authority,
        @Nullable String publishedAt,
        @Nullable String until,
        @Nullable Exit exit) {

    /** How the entry ended. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Exit(@Nullable String kind, @Nullable String at) {}

    public EntryFacts {
        requireNonNull(id, "id");
        requireNonNull(list, "list");
        requireNonNull(listName, "listName");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
    }

    /** Whether the entry stands on this day. */
    public boolean isReported(LocalDate today) {
        return state.equals("PUBLISHED") && exit == null
                && Dates.day(until).filter(last -> last.isBefore(today)).isEmpty();
    }
}
