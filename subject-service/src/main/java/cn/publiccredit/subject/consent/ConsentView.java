package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.consent.Consent.State;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent as its two parties see it. */
record ConsentView(
        String id,
        String subject,
        String grantee,
        String purpose,
        List<String> items,
        @Nullable String template,
        LocalDate from,
        LocalDate to,
        State state,
        How how,
        Consent.@Nullable Paper paper,
        OffsetDateTime givenAt,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revocation,
        long version) {

    /** How it was given. */
    enum How {
        ONLINE,
        SIGNED_FILE
    }

    static ConsentView of(Consent c, LocalDate today) {
        return new ConsentView(c.id(), c.subject(), c.grantee(), c.purpose(), c.items(), c.template(), c.from(), c.to(),
                c.stateOn(today), c.paper() == null ? How.ONLINE : How.SIGNED_FILE, c.paper(), zoned(c.givenAt()),
                c.revokedAt() == null ? null : zoned(c.revokedAt()), c.revocation(), c.version());
    }

    private static OffsetDateTime zoned(Instant instant) {
        return instant.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
