package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One repair case as the repair service answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RepairFacts(
        String id,
        String state,
        @Nullable String stateName,
        @Nullable String documentNumber,
        @Nullable String createdAt) {

    /** Cases that are being worked on, and those that were revoked because of false material, which is published. */
    private static final Set<String> REPORTED =
            Set.of("SUBMITTED", "FORWARDED", "ACCEPTED", "EXTENDED", "APPROVED", "REVOKED");

    public RepairFacts {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
    }

    /** Whether a report tells of the case; one that took effect shows in that its record is gone. */
    public boolean isReported() {
        return REPORTED.contains(state);
    }
}
