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
        Extent extent,
        LocalDate from,
        LocalDate to,
        State state,
        How how,
        Consent.@Nullable Paper paper,
        OffsetDateTime givenAt,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revocation,
        @Nullable String contest,
        long version) {

    private static final int SHOWN_OF_PERSON = 5;

    /** What it opens. */
    enum Extent {
        ALL,
        /** The items that the template held when it was given. */
        TEMPLATE,
        ITEMS
    }

    /** How it was given. */
    enum How {
        ONLINE,
        SIGNED_FILE
    }

    static ConsentView of(Consent c, LocalDate today) {
        return new ConsentView(c.id(), c.subject(), c.grantee(), c.purpose(), c.items(), c.template(), extent(c), c.from(), c.to(),
                c.stateOn(today), c.paper() == null ? How.ONLINE : How.SIGNED_FILE, c.paper(), zoned(c.givenAt()),
                c.revokedAt() == null ? null : zoned(c.revokedAt()), c.revocation(), c.contest(), c.version());
    }

    /** For those who supervise and are no party: no more of a person than is needed to tell consents apart. */
    ConsentView masked() {
        boolean person = subject.startsWith("P");
        Consent.Paper shown = paper == null ? null : new Consent.Paper("", paper.type(), paper.bytes(), paper.sha256(), paper.filedBy());
        return new ConsentView(id, person ? subject.substring(0, SHOWN_OF_PERSON) + "…" : subject, grantee, purpose, items, template,
                extent, from, to, state, how, shown, givenAt, revokedAt, revocation, contest, version);
    }

    private static Extent extent(Consent c) {
        if (c.byTemplate()) {
            return Extent.TEMPLATE;
        }
        return c.items().contains(Consent.ALL) ? Extent.ALL : Extent.ITEMS;
    }

    private static OffsetDateTime zoned(Instant instant) {
        return instant.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
