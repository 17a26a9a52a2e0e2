package cn.publiccredit.subject.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject's permission for somebody to read what is not public about it (个人信息保护法 第13、15条: given for a purpose, taken back
 * at any time).
 *
 * @param grantee code of the organisation that may read
 * @param items codes of catalogue items; {@code *} for all
 * @param template the report that it is meant for; null for none
 * @param byTemplate whether the items are those that the template had when it was given
 * @param from first day on which it holds
 * @param to last day on which it holds
 * @param givenBy the account that gave it, or that filed what the subject signed
 * @param paper what the subject signed; null when it was given online
 * @param revokedAt when it was taken back; null while it stands
 * @param revocation why somebody else than the subject ended it; null otherwise
 * @param contest why the subject says that it never signed the paper; null while it does not
 */
public record Consent(
        String id,
        String subject,
        String grantee,
        String purpose,
        List<String> items,
        @Nullable String template,
        boolean byTemplate,
        LocalDate from,
        LocalDate to,
        String givenBy,
        Instant givenAt,
        @Nullable Paper paper,
        @Nullable Instant revokedAt,
        @Nullable String revocation,
        @Nullable String contest,
        long version) {

    /**
     * A signed file. The file itself is kept beside the consent, encrypted.
     *
     * @param filedBy code of the organisation that filed it
     */
    public record Paper(String name, String type, long bytes, String sha256, String filedBy) {}

    static final String ALL = "*";

    /** Whether it can be used. */
    public enum State {
        /** Its first day is still to come. */
        PENDING,
        LIVE,
        REVOKED,
        EXPIRED
    }

    public Consent {
        items = List.copyOf(items);
    }

    public State stateOn(LocalDate day) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (day.isBefore(from)) {
            return State.PENDING;
        }
        return day.isAfter(to) ? State.EXPIRED : State.LIVE;
    }

    /** Whether the same was signed. Its first day, and what its template opens, may have gone by the day of the request. */
    boolean saysTheSameAs(Consent other) {
        return subject.equals(other.subject) && grantee.equals(other.grantee) && purpose.equals(other.purpose)
                && to.equals(other.to) && Objects.equals(template, other.template) && byTemplate == other.byTemplate
                && (byTemplate || items.equals(other.items)) && Objects.equals(paper, other.paper);
    }

    public boolean coversItem(String item) {
        return items.contains(ALL) || items.contains(item);
    }

    Consent revoked(Instant at, @Nullable String why) {
        return new Consent(id, subject, grantee, purpose, items, template, byTemplate, from, to, givenBy, givenAt, paper, at, why,
                contest, version + 1);
    }

    /** Ended at once, if it was not, and for operators to look into. */
    Consent contested(Instant at, String why) {
        return new Consent(id, subject, grantee, purpose, items, template, byTemplate, from, to, givenBy, givenAt, paper,
                revokedAt == null ? at : revokedAt, revocation, why, version + 1);
    }
}
