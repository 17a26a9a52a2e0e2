package cn.publiccredit.catalog.history;

import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as the list of versions shows it.
 *
 * @param digest SHA-256 of what it says
 * @param events who did what and when; only for those who edit, approve or operate
 */
record VersionView(
        int version,
        VersionState status,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable LocalDate retiredFrom,
        String origin,
        String digest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Done> events) {

    /** Something that was done with it. */
    record Done(String action, String by, Instant at, @Nullable String note) {}

    static VersionView of(StoredVersion version, boolean withPeople) {
        List<Done> events = withPeople
                ? version.events().stream()
                        .map(e -> new Done(e.action().name(), e.actor().name(), e.at(), e.note())).toList()
                : null;
        return new VersionView(version.version(), version.state(), version.edition(), version.effectiveFrom(),
                version.effectiveTo(), version.retiredFrom(), version.origin(), version.digest(), events);
    }
}
