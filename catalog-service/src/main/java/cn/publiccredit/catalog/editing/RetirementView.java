package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.ProposedRetirement;
import cn.publiccredit.catalog.content.StoredVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proposed retirement as those see it who work on the catalogue.
 *
 * @param from the first day on which the code is no longer in force; null for the day of the approval
 */
record RetirementView(
        Kind kind, String code, int version, @Nullable LocalDate from, String reason, String proposedBy, Instant proposedAt) {

    static RetirementView of(StoredVersion version) {
        ProposedRetirement proposed = Objects.requireNonNull(version.retirement(), version.id());
        return new RetirementView(version.kind(), version.code(), version.version(), proposed.from(), proposed.reason(),
                proposed.by().name(), proposed.at());
    }
}
