package cn.publiccredit.subject.consent;

import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a consent carries a reading. Read anew each time, so that taking it back has effect at once. */
@Component
public class Consents {

    private final ConsentStore store;
    private final Clock clock;

    Consents(ConsentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a consent is good for. */
    public sealed interface Finding {
        record Live(Consent consent) implements Finding {}

        /** @param reason such as {@code revoked}; stable, for machines */
        record Not(String reason) implements Finding {}
    }

    /**
     * Judges a consent for a reading.
     *
     * @param subjects all ids of the subject that is read
     * @param item null when no particular item is read
     * @param grantee code of the reading organisation; null when it has none
     * @param purpose what is read for; a consent is given for one purpose and no other (个人信息保护法 第14条); null when nothing is
     *     read yet
     */
    public Finding examine(
            String id, Set<String> subjects, @Nullable String item, @Nullable String grantee, @Nullable String purpose) {
        Optional<Consent> found = store.find(id);
        if (found.isEmpty()) {
            return new Finding.Not("unknown");
        }
        Consent consent = found.get();
        if (!subjects.contains(consent.subject())) {
            return new Finding.Not("other-subject");
        }
        if (!consent.grantee().equals(grantee)) {
            return new Finding.Not("other-grantee");
        }
        if (purpose != null && !purpose.equals(consent.purpose())) {
            return new Finding.Not("other-purpose");
        }
        return switch (consent.stateOn(today())) {
            case REVOKED -> new Finding.Not("revoked");
            case EXPIRED -> new Finding.Not("expired");
            case PENDING -> new Finding.Not("not-yet");
            case LIVE -> item == null || consent.coversItem(item)
                    ? new Finding.Live(consent)
                    : new Finding.Not("other-items");
        };
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE);
    }
}
