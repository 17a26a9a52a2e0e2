package cn.publiccredit.subject.access;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.consent.Consent;
import cn.publiccredit.subject.consent.Consents;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may read which subject, and how much of its records. One place, so that no endpoint judges for itself. */
@Component
class Rights {

    private final Consents consents;

    Rights(Consents consents) {
        this.consents = consents;
    }

    /** The answer to a caller: how much, or why not. */
    sealed interface Ruling {
        record Granted(Scope scope) implements Ruling {}

        record Refused(Problem problem) implements Ruling {}
    }

    /** @param item the only item that is asked for; null for whatever there is */
    Ruling records(Caller caller, Subject subject, @Nullable String item, Purpose purpose) {
        return needsConsent(caller, subject)
                ? withConsent(caller, subject, item, purpose)
                : byRole(caller, subject, item, purpose);
    }

    /**
     * Whether the caller may know the subject at all. Banks get what the register says of organisations, which is public; a
     * person they know only by that person's consent.
     */
    Ruling subject(Caller caller, Subject subject, Purpose purpose) {
        if (!needsConsent(caller, subject)) {
            return byRole(caller, subject, null, purpose);
        }
        if (!subject.isPerson()) {
            return new Ruling.Granted(new Scope.Everything("public register"));
        }
        return purpose.consent() == null ? hidden() : withConsent(caller, subject, null, purpose);
    }

    private static boolean needsConsent(Caller caller, Subject subject) {
        return !subject.isOwnedBy(caller) && caller.is(Role.BANK, Role.PLATFORM_ENTERPRISE)
                && !caller.is(Role.PLATFORM_SERVICE, Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR, Role.DEPARTMENT_USER);
    }

    private Ruling byRole(Caller caller, Subject subject, @Nullable String item, Purpose purpose) {
        if (subject.isOwnedBy(caller)) {
            return new Ruling.Granted(new Scope.Own());
        }
        if (caller.is(Role.PLATFORM_SERVICE)) {
            return new Ruling.Granted(new Scope.Everything("platform service"));
        }
        if (caller.is(Role.PROVINCE_OPERATOR)) {
            return new Ruling.Granted(new Scope.Everything("province"));
        }
        if (caller.is(Role.CITY_OPERATOR)) {
            Division own = caller.division();
            return own != null && subject.concerns(own) ? new Ruling.Granted(new Scope.Supplied(own)) : hidden();
        }
        if (caller.is(Role.DEPARTMENT_USER, Role.LIST_APPROVER, Role.REPAIR_APPROVER)) {
            return government(caller, subject, item, purpose);
        }
        return caller.is(Role.SUBJECT_USER) && subject.isPerson()
                ? hidden()
                : new Ruling.Refused(CommonProblem.FORBIDDEN.with());
    }

    // A person is known to a department only by what it supplied itself; its shared items follow from that. Whom it does not
    // know, and what the catalogue keeps from it, it may read by consent as anybody else.
    private Ruling government(Caller caller, Subject subject, @Nullable String item, Purpose purpose) {
        String org = caller.org();
        if (org == null) {
            return new Ruling.Refused(CommonProblem.FORBIDDEN.with());
        }
        boolean known = !subject.isPerson() || subject.isKnownTo(org);
        String id = purpose.consent();
        if (id == null) {
            return known ? new Ruling.Granted(new Scope.Shared(org)) : hidden();
        }
        return switch (consents.examine(id, subject.ids(), null, org, purpose.purpose())) {
            case Consents.Finding.Live(Consent consent) when known ->
                    new Ruling.Granted(new Scope.SharedAndConsented(new Scope.Shared(org), new Scope.Consented(consent)));
            case Consents.Finding.Live(Consent consent) -> item == null || consent.coversItem(item)
                    ? new Ruling.Granted(new Scope.Consented(consent))
                    : new Ruling.Refused(SubjectProblem.CONSENT_REQUIRED.with());
            // A refusal would tell that the person is known to somebody.
            case Consents.Finding.Not not -> known ? new Ruling.Refused(SubjectProblem.CONSENT_REQUIRED.with()) : hidden();
        };
    }

    private Ruling withConsent(Caller caller, Subject subject, @Nullable String item, Purpose purpose) {
        String id = purpose.consent();
        if (id == null) {
            return new Ruling.Refused(SubjectProblem.CONSENT_REQUIRED.with());
        }
        return switch (consents.examine(id, subject.ids(), item, caller.org(), purpose.purpose())) {
            case Consents.Finding.Live live -> new Ruling.Granted(new Scope.Consented(live.consent()));
            case Consents.Finding.Not not -> new Ruling.Refused(SubjectProblem.CONSENT_REQUIRED.with());
        };
    }

    private static Ruling hidden() {
        return new Ruling.Refused(SubjectProblem.SUBJECT_NOT_FOUND.with());
    }
}
