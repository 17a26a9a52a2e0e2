package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subject as the subject service answers it.
 *
 * @param formerIds other ids under which it is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubjectFacts(
        String id,
        String kind,
        @Nullable String uscc,
        String name,
        @Nullable String division,
        @Nullable String status,
        @Nullable Registered registered,
        List<String> formerIds) {

    /** What the registration authority registered. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Registered(
            @Nullable String date,
            @Nullable String type,
            @Nullable String capital,
            @Nullable String scope,
            @Nullable String address) {}

    /** All its ids, its own first. */
    public List<String> ids() {
        return Stream.concat(Stream.of(id), formerIds.stream()).distinct().toList();
    }

    public SubjectFacts {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        formerIds = List.copyOf(requireNonNullElse(formerIds, List.of()));
    }
}
