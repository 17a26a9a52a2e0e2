package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version without its content: enough to see which one is in force. */
public record Head(
        String id,
        Kind kind,
        String code,
        int version,
        VersionState state,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable LocalDate retiredFrom,
        String origin,
        String digest) {

    public boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    private boolean hasBegunBy(LocalDate day) {
        return !isDraft() && !day.isBefore(effectiveFrom);
    }

    private boolean hasEndedBefore(LocalDate day) {
        return effectiveTo != null && day.isAfter(effectiveTo);
    }

    /** Whether it has been retired by then. */
    public boolean isRetiredOn(LocalDate day) {
        return retiredFrom != null && !day.isBefore(retiredFrom);
    }

    /**
     * The version of one code that is in force on a day: the highest that has begun by then. A version ends those before it for
     * good, so there is none when it is over, or when it or a later version has been retired by then.
     */
    public static Optional<Head> inForce(Collection<Head> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> version.hasBegunBy(day))
                .max(Comparator.comparingInt(Head::version))
                .filter(latest -> !latest.hasEndedBefore(day))
                .filter(latest -> versions.stream().noneMatch(
                        version -> version.version() >= latest.version() && version.isRetiredOn(day)));
    }

    /** The highest version that is not a draft. */
    public static Optional<Head> newestPublished(Collection<Head> versions) {
        return versions.stream().filter(version -> !version.isDraft()).max(Comparator.comparingInt(Head::version));
    }
}
