package cn.publiccredit.support.audit;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail and the proof that it is whole, for auditors. */
@RestController
class AuditController {

    private final Audit audit;
    private final AuditTrail trail;

    AuditController(Audit audit, AuditTrail trail) {
        this.audit = audit;
        this.trail = trail;
    }

    @GetMapping("/audit")
    @AllowRoles(Role.AUDITOR)
    Page<AuditEntry> entries(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        trail.record(Access.allowed(caller, "audit.read").subject(subject));
        Audit.Filter filter = new Audit.Filter(
                subject, actor, from == null ? null : from.toInstant(), to == null ? null : to.toInstant());
        return audit.find(filter, new Paging(limit, after));
    }

    @GetMapping("/audit/verification")
    @AllowRoles(Role.AUDITOR)
    ChainProof.Verification verification(@AuthenticationPrincipal Caller caller) {
        trail.record(Access.allowed(caller, "audit.verify"));
        return audit.verify();
    }
}
