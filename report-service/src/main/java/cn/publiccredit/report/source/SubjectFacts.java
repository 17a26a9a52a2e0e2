package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A subject as the subject service answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubjectFacts(
        String id,
        String kind,
        @Nullable String uscc,
        String name,
        @Nullable String division,
        @Nullable String status,
        @Nullable Registered registered) {

    /** What the registration authority registered. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Registered(
            @Nullable String date,
            @Nullable String type,
            @Nullable String capital,
            @Nullable String scope,
            @Nullable String address) {}

    public SubjectFacts {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }
}
