package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Giving a consent and taking it back: for the subject itself only. */
@Component
class GivingConsent {

    private final ConsentStore store;
    private final Consents consents;
    private final ItemPrivacies items;
    private final RequestIds ids;
    private final AuditTrail trail;
    private final Clock clock;

    GivingConsent(
            ConsentStore store, Consents consents, ItemPrivacies items, RequestIds ids, AuditTrail trail, Clock clock) {
        this.store = store;
        this.consents = consents;
        this.items = items;
        this.ids = ids;
        this.trail = trail;
        this.clock = clock;
    }

    Consent give(Caller caller, ConsentRequest request) {
        String subject = caller.subject();
        if (subject == null || !caller.owns(subject)) {
            throw CommonProblem.FORBIDDEN.with();
        }
        ConsentRequest.Checked checked = request.checked(subject, consents.today());
        refuseUnknown(checked.items());
        Consent consent = new Consent(ids.next(), subject, checked.grantee(), checked.purpose(), checked.items(),
                checked.template(), checked.from(), checked.to(), caller.id(), now(), null, 1);
        trail.record(trace(caller, "consent.give", consent));
        return store.insert(consent);
    }

    /** Takes a consent back. One that is taken back already is answered as it stands. */
    Consent revoke(Caller caller, String id, @Nullable String ifMatch) {
        Consent consent = store.find(id).filter(c -> caller.owns(c.subject()))
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        if (consent.revokedAt() != null) {
            return consent;
        }
        EntityTag.require(ifMatch, consent.version());
        if (consent.stateOn(consents.today()) == Consent.State.EXPIRED) {
            throw SubjectProblem.CONSENT_OVER.with();
        }
        trail.record(trace(caller, "consent.revoke", consent));
        Consent revoked = consent.revoked(now());
        if (!store.replace(consent, revoked)) {
            throw CommonProblem.STALE.with();
        }
        return revoked;
    }

    private void refuseUnknown(List<String> codes) {
        List<Violation> unknown = codes.stream()
                .filter(code -> !code.equals(Consent.ALL) && items.item(code).isEmpty())
                .map(code -> new Violation("items", "unknown-item", "信用目录中没有事项 " + code + "，请核对事项代码。",
                        "The catalogue has no item " + code + "; check the code."))
                .toList();
        if (!unknown.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(unknown);
        }
    }

    private static Access trace(Caller caller, String action, Consent consent) {
        return Access.allowed(caller, action).subject(consent.subject()).items(consent.items()).target(consent.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
