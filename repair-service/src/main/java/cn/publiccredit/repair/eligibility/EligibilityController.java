package cn.publiccredit.repair.eligibility;

import cn.publiccredit.repair.record.Identities;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which of its own records a subject can have repaired. */
@RestController
class EligibilityController {

    private static final Purpose OWN = new Purpose("信用修复", null, null);

    private final EligibleRecords eligible;
    private final Identities identities;
    private final AuditTrail trail;

    EligibilityController(EligibleRecords eligible, Identities identities, AuditTrail trail) {
        this.eligible = eligible;
        this.identities = identities;
        this.trail = trail;
    }

    @GetMapping("/eligible")
    @AllowRoles(Role.SUBJECT_USER)
    Page<EligibleRecord> eligible(
            @AuthenticationPrincipal Caller caller,
            Optional<Purpose> purpose,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        String own = subject == null ? caller.subject() : subject;
        if (own == null || !identities.isOwn(caller, own)) {
            trail.record(Access.refused(caller, "eligible.read").subject(own));
            throw CommonProblem.NOT_FOUND.with();
        }
        Purpose why = purpose.orElse(OWN);
        trail.record(Access.allowed(caller, "eligible.read").purpose(why).subject(own));
        return eligible.of(own, new Paging(limit, after), why, locale);
    }
}
