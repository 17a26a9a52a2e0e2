package cn.publiccredit.subject.commitment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.commitment.Commitment.State;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commitments: made by subjects or recorded by bodies, checked by bodies, shown to anyone where the template says so. */
@RestController
class CommitmentController {

    private final Committing committing;
    private final CommitmentSight sight;
    private final Commitments store;
    private final Subjects subjects;
    private final Masks masks;
    private final AuditTrail trail;
    private final ServiceSettings service;

    CommitmentController(
            Committing committing,
            CommitmentSight sight,
            Commitments store,
            Subjects subjects,
            Masks masks,
            AuditTrail trail,
            ServiceSettings service) {
        this.committing = committing;
        this.sight = sight;
        this.store = store;
        this.subjects = subjects;
        this.masks = masks;
        this.trail = trail;
        this.service = service;
    }

    /** @param on the day of the finding; today when null */
    record Finding(@Nullable LocalDate on, @Nullable String facts) {}

    @Operation(summary = "作出或登记信用承诺（按目录中的承诺模板）")
    @PostMapping("/commitments")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER})
    ResponseEntity<CommitmentView> make(
            @AuthenticationPrincipal Caller caller, @RequestBody CommitmentRequest request) {
        Commitment made = committing.make(caller, request);
        return ResponseEntity.created(URI.create(service.prefix() + "/commitments/" + made.id()))
                .eTag(EntityTag.of(Committing.version(made))).body(CommitmentView.of(made, committing.today()));
    }

    @GetMapping("/commitments")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR,
        Role.PLATFORM_SERVICE})
    Page<CommitmentView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) FollowUp.@Nullable State followUp,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        CommitmentSight.Wanted wanted = new CommitmentSight.Wanted(subject, state, followUp, overdue);
        List<Commitment> found = sight.list(caller, wanted, committing.today(), paging);
        trail.record(Access.allowed(caller, "commitment.list").subject(subject));
        return Page.of(found, paging, overdue ? Commitments::overduePosition : Commitments::position)
                .map(c -> CommitmentView.of(c, committing.today()));
    }

    @GetMapping("/commitments/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR,
        Role.PLATFORM_SERVICE})
    ResponseEntity<CommitmentView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Commitment commitment = sight.visible(caller, id);
        trail.record(Access.allowed(caller, "commitment.read").subject(commitment.subject()).target(id));
        return answer(commitment);
    }

    @Operation(summary = "受理主体在线作出的审批替代、证明事项承诺：受理后方可公示并记入信用记录")
    @PostMapping("/commitments/{id}/accept")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> accept(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(committing.find(caller, id, ifMatch, State.MADE, finding.on(), finding.facts()));
    }

    @Operation(summary = "不予受理主体在线作出的承诺，说明理由")
    @PostMapping("/commitments/{id}/decline")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> decline(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(committing.find(caller, id, ifMatch, State.DECLINED, finding.on(), finding.facts()));
    }

    @Operation(summary = "核查认定已履行")
    @PostMapping("/commitments/{id}/fulfil")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> fulfil(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(committing.find(caller, id, ifMatch, State.FULFILLED, finding.on(), finding.facts()));
    }

    @Operation(summary = "核查认定违背承诺：记入信用记录并适用模板载明的后果")
    @PostMapping("/commitments/{id}/break")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> broken(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(committing.find(caller, id, ifMatch, State.BROKEN, finding.on(), finding.facts()));
    }

    @Operation(summary = "认定违诺后已整改履行")
    @PostMapping("/commitments/{id}/repair")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> repaired(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(committing.find(caller, id, ifMatch, State.REPAIRED, finding.on(), finding.facts()));
    }

    /** Exactly one of the two is given. */
    record Settlement(@Nullable String listingCase, @Nullable String reason) {}

    @Operation(summary = "办结模板载明的列入名单建议：已提出的填案件编号，不提出的填理由")
    @PostMapping("/commitments/{id}/follow-up")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR,
        Role.PLATFORM_SERVICE})
    ResponseEntity<CommitmentView> settle(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Settlement settlement) {
        return answer(committing.settle(caller, id, ifMatch, settlement.listingCase(), settlement.reason()));
    }

    @GetMapping("/public/commitments")
    @AllowAnyone
    ResponseEntity<Page<CommitmentView.Public>> shown(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(where("shown").is(true));
        wanted.add(where("state").in(Commitment.SHOWN));
        if (subject != null && !subject.isBlank()) {
            wanted.add(where("subject").in(
                    subjects.find(subject.strip()).map(Subject::ids).orElse(Set.of(subject.strip()))));
        }
        Page<CommitmentView.Public> page = Page.of(store.list(wanted, paging), paging, Commitments::position)
                .map(commitment -> CommitmentView.Public.of(commitment, masks::inText));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }

    @GetMapping("/public/commitments/{id}")
    @AllowAnyone
    ResponseEntity<CommitmentView.Public> shownOne(@PathVariable String id) {
        Commitment commitment = store.find(id).filter(Commitment::isPublic)
                .orElseThrow(SubjectProblem.COMMITMENT_NOT_FOUND::with);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(CommitmentView.Public.of(commitment, masks::inText));
    }

    private ResponseEntity<CommitmentView> answer(Commitment commitment) {
        return ResponseEntity.ok().eTag(EntityTag.of(Committing.version(commitment)))
                .body(CommitmentView.of(commitment, committing.today()));
    }
}
