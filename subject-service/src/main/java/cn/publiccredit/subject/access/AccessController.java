package cn.publiccredit.subject.access;

import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditEntry;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at a subject, under whichever of its codes, when and why (architecture rule 5; 个人信息保护法 第45条). */
@RestController
class AccessController {

    private final AccessTrail accesses;
    private final Subjects subjects;
    private final AuditTrail trail;

    AccessController(AccessTrail accesses, Subjects subjects, AuditTrail trail) {
        this.accesses = accesses;
        this.subjects = subjects;
        this.trail = trail;
    }

    record AccessView(
            OffsetDateTime at,
            String action,
            @Nullable String actor,
            @Nullable String org,
            @Nullable String client,
            @Nullable String division,
            @Nullable String purpose,
            @Nullable String matter,
            @Nullable String consent,
            @Nullable String basis,
            List<String> items,
            String outcome) {

        static AccessView of(AuditEntry e) {
            return new AccessView(e.at().atZone(TimeConfiguration.ZONE).toOffsetDateTime(), e.action(), e.actorName(),
                    e.org(), e.client(), e.division(), e.purpose(), e.matter(), e.consent(), e.legalBasis(), e.items(),
                    e.outcome());
        }
    }

    @GetMapping("/subjects/{id}/accesses")
    @AllowRoles({Role.SUBJECT_USER, Role.AUDITOR})
    Page<AccessView> accesses(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        Set<String> ids = subjects.identity(id);
        if (ids.stream().noneMatch(caller::owns) && !caller.is(Role.AUDITOR)) {
            trail.record(Access.refused(caller, "access.read").subject(id));
            throw CommonProblem.FORBIDDEN.with();
        }
        Page<AuditEntry> entries = accesses.of(ids, paging);
        trail.record(Access.allowed(caller, "access.read").subject(id));
        return entries.map(AccessView::of);
    }
}
