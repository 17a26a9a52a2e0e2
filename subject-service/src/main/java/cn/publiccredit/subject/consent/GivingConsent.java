package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Giving a consent and taking it back: for the subject itself. */
@Component
class GivingConsent {

    private static final int LONGEST_REASON = 500;

    private final ConsentStore store;
    private final Subjects subjects;
    private final Consents consents;
    private final ItemPrivacies items;
    private final TemplateItems templates;
    private final RequestIds ids;
    private final AuditTrail trail;
    private final Clock clock;

    GivingConsent(
            ConsentStore store,
            Subjects subjects,
            Consents consents,
            ItemPrivacies items,
            TemplateItems templates,
            RequestIds ids,
            AuditTrail trail,
            Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.consents = consents;
        this.items = items;
        this.templates = templates;
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
        List<String> opened = items(checked);
        Consent consent = new Consent(ids.next(), subject, checked.grantee(), checked.purpose(), opened,
                checked.template(), checked.items().isEmpty(), checked.from(), checked.to(), caller.id(), now(), null, null, null,
                null, 1);
        trail.record(trace(caller, "consent.give", consent));
        return store.insert(consent);
    }

    /** Takes a consent back. One that is taken back already is answered as it stands. */
    Consent revoke(Caller caller, String id, @Nullable String ifMatch) {
        Consent consent = store.find(id).filter(c -> isOwn(caller, c))
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        return ended(caller, consent, ifMatch, "consent.revoke", null);
    }

    /** Ends a consent whose paper turns out not to carry it. */
    Consent annul(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw CommonProblem.INVALID.with().violating("reason", "length", "请填写作废理由，不超过 500 个字。",
                    "Give the reason, at most 500 characters.");
        }
        Consent consent = store.find(id).filter(c -> c.paper() != null)
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        return ended(caller, consent, ifMatch, "consent.annul", reason.strip());
    }

    /** Of a paper that the subject did not sign: it ends at once, and operators are to look at what was read under it. */
    Consent contest(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw CommonProblem.INVALID.with().violating("reason", "length", "请填写不认可该授权书的理由，不超过 500 个字。",
                    "Say why the paper is not yours, at most 500 characters.");
        }
        Consent consent = store.find(id).filter(c -> c.paper() != null && isOwn(caller, c))
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        if (consent.contest() != null) {
            return consent;
        }
        EntityTag.require(ifMatch, consent.version());
        trail.record(trace(caller, "consent.contest", consent));
        Consent contested = consent.contested(now(), reason.strip());
        if (!store.replace(consent, contested)) {
            throw CommonProblem.STALE.with();
        }
        return contested;
    }

    /** Whether the caller is the subject that gave it, under whichever of its ids. */
    boolean isOwn(Caller caller, Consent consent) {
        return caller.owns(consent.subject())
                || (caller.is(Role.SUBJECT_USER) && subjects.find(consent.subject()).filter(s -> s.isOwnedBy(caller)).isPresent());
    }

    private Consent ended(
            Caller caller, Consent consent, @Nullable String ifMatch, String action, @Nullable String why) {
        if (consent.revokedAt() != null) {
            return consent;
        }
        EntityTag.require(ifMatch, consent.version());
        if (consent.stateOn(consents.today()) == Consent.State.EXPIRED) {
            throw SubjectProblem.CONSENT_OVER.with();
        }
        trail.record(trace(caller, action, consent));
        Consent revoked = consent.revoked(now(), why);
        if (!store.replace(consent, revoked)) {
            throw CommonProblem.STALE.with();
        }
        return revoked;
    }

    /** What it opens: never more than was named, nor more than the report holds that it is meant for. */
    List<String> items(ConsentRequest.Checked checked) {
        String template = checked.template();
        if (template == null) {
            refuseUnknown(checked.items());
            return checked.items();
        }
        List<String> held = templates.of(template).orElseThrow(() -> CommonProblem.INVALID.with().violating(
                "template", "known", "信用目录中没有报告模板 " + template + "，请核对模板代码。",
                "The catalogue has no report template " + template + "; check its code."));
        if (!checked.items().isEmpty()) {
            refuseUnknown(checked.items());
            return checked.items();
        }
        if (held.isEmpty()) {
            throw CommonProblem.INVALID.with().violating("items", "required",
                    "信用目录未写明报告模板 " + template + " 含哪些事项，请在 items 中逐项填写授权的事项代码。",
                    "The catalogue does not say which items report template " + template + " holds; name them in items.");
        }
        return held;
    }

    void refuseUnknown(List<String> codes) {
        List<Violation> unknown = codes.stream()
                .filter(code -> !code.equals(Consent.ALL) && items.item(code).isEmpty())
                .map(code -> new Violation("items", "unknown-item", "信用目录中没有事项 " + code + "，请核对事项代码。",
                        "The catalogue has no item " + code + "; check the code."))
                .toList();
        if (!unknown.isEmpty()) {
            throw CommonProblem.INVALID.with().violating(unknown);
        }
    }

    static Access trace(Caller caller, String action, Consent consent) {
        return Access.allowed(caller, action).subject(consent.subject()).items(consent.items()).target(consent.id());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
