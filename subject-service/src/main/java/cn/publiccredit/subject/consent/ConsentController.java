package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Consents: given and revoked by the subject, seen by both parties, checked by the platform's services. */
@RestController
class ConsentController {

    private final GivingConsent giving;
    private final Consents consents;
    private final ConsentStore store;
    private final SignedPapers papers;
    private final Subjects subjects;
    private final AuditTrail trail;
    private final ServiceSettings service;

    ConsentController(
            GivingConsent giving,
            Consents consents,
            ConsentStore store,
            SignedPapers papers,
            Subjects subjects,
            AuditTrail trail,
            ServiceSettings service) {
        this.papers = papers;
        this.subjects = subjects;
        this.trail = trail;
        this.giving = giving;
        this.consents = consents;
        this.store = store;
        this.service = service;
    }

    @PostMapping("/consents")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<ConsentView> give(@AuthenticationPrincipal Caller caller, @RequestBody ConsentRequest request) {
        Consent given = giving.give(caller, request);
        return ResponseEntity.created(URI.create(service.prefix() + "/consents/" + given.id()))
                .eTag(EntityTag.of(given.version()))
                .body(view(given));
    }

    @Operation(summary = "授权列表：主体看自己给出的，被授权单位看给予本单位的，省级运营和审计人员看全部授权书（已遮掩）")
    @GetMapping("/consents")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.DEPARTMENT_USER, Role.PROVINCE_OPERATOR,
        Role.AUDITOR})
    Page<ConsentView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String grantee,
            @RequestParam(required = false) ConsentView.@Nullable How how,
            @RequestParam(required = false) Consent.@Nullable State state,
            @RequestParam(defaultValue = "false") boolean contested,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        ConsentFilter filter = new ConsentFilter(subject == null ? null : ids(subject.strip()),
                grantee == null ? null : grantee.strip(), how, state, contested, consents.today());
        Page<ConsentView> page = Page.of(store.list(whose(caller), filter, paging), paging, c -> Cursor.at(c.id()))
                .map(consent -> view(caller, consent));
        trail.record(Access.allowed(caller, "consent.list").subject(subject));
        return page;
    }

    private Bson whose(Caller caller) {
        String own = caller.subject();
        if (caller.is(Role.SUBJECT_USER) && own != null) {
            return Filters.in("subject", ids(own));
        }
        String org = caller.org();
        if (mayBeGrantee(caller) && org != null) {
            return Filters.eq("grantee", org);
        }
        if (caller.is(Role.PROVINCE_OPERATOR, Role.AUDITOR)) {
            return Filters.eq("onPaper", true);
        }
        throw CommonProblem.FORBIDDEN.with();
    }

    @GetMapping("/consents/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.DEPARTMENT_USER, Role.PROVINCE_OPERATOR,
        Role.AUDITOR, Role.PLATFORM_SERVICE})
    ResponseEntity<ConsentView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Consent consent = store.find(id).filter(c -> isParty(caller, c))
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        if (caller.is(Role.PROVINCE_OPERATOR, Role.AUDITOR)) {
            trail.record(GivingConsent.trace(caller, "consent.read", consent));
        }
        return answer(caller, consent);
    }

    @PostMapping("/consents/{id}/revoke")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<ConsentView> revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(caller, giving.revoke(caller, id, ifMatch));
    }

    @Operation(summary = "以信息主体签署的授权书提交授权：表单各字段与在线授权相同，另有 subject 或 idNumber 和文件 file（PDF、JPEG、PNG）")
    @PostMapping(path = "/consents/signed", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @AllowRoles({Role.BANK, Role.PLATFORM_ENTERPRISE, Role.DEPARTMENT_USER})
    ResponseEntity<ConsentView> file(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String idNumber,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam(required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        ConsentRequest request = new ConsentRequest(caller.org(), purpose, items, template, from, to);
        Consent filed = papers.file(caller, subject, idNumber, request, file);
        return ResponseEntity.created(URI.create(service.prefix() + "/consents/" + filed.id()))
                .eTag(EntityTag.of(filed.version()))
                .body(view(filed));
    }

    @GetMapping("/consents/{id}/file")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.DEPARTMENT_USER, Role.PROVINCE_OPERATOR,
        Role.AUDITOR})
    ResponseEntity<byte[]> paper(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Consent consent = store.find(id).filter(c -> c.paper() != null && isParty(caller, c))
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        Consent.Paper paper = Objects.requireNonNull(consent.paper());
        byte[] bytes = papers.read(caller, consent);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(paper.type()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(paper.name(), StandardCharsets.UTF_8).build().toString())
                .body(bytes);
    }

    record Reason(@Nullable String reason) {}

    @Operation(summary = "主体否认签署过授权书：授权当即失效，并转运营人员核查")
    @PostMapping("/consents/{id}/contest")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<ConsentView> contest(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reason reason) {
        return answer(caller, giving.contest(caller, id, ifMatch, reason.reason()));
    }

    @Operation(summary = "授权书不实或不符时作废该授权")
    @PostMapping("/consents/{id}/annul")
    @AllowRoles(Role.PROVINCE_OPERATOR)
    ResponseEntity<ConsentView> annul(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reason reason) {
        return answer(caller, giving.annul(caller, id, ifMatch, reason.reason()));
    }

    record Check(boolean live, @Nullable String reason) {}

    @GetMapping("/consents/{id}/check")
    @AllowRoles(Role.PLATFORM_SERVICE)
    Check check(
            @PathVariable String id,
            @RequestParam String subject,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam String grantee,
            @RequestParam(required = false) @Nullable String purpose) {
        return switch (consents.examine(id, ids(subject), item, grantee, purpose)) {
            case Consents.Finding.Live(Consent consent) -> new Check(true, null);
            case Consents.Finding.Not(String reason) -> new Check(false, reason);
        };
    }

    private static boolean mayBeGrantee(Caller caller) {
        return caller.is(Role.BANK, Role.PLATFORM_ENTERPRISE, Role.DEPARTMENT_USER);
    }

    private Set<String> ids(String subject) {
        return subjects.identity(subject);
    }

    private boolean isParty(Caller caller, Consent consent) {
        boolean grantee = mayBeGrantee(caller) && consent.grantee().equals(caller.org());
        boolean supervises = caller.is(Role.PLATFORM_SERVICE)
                || (consent.paper() != null && caller.is(Role.PROVINCE_OPERATOR, Role.AUDITOR));
        return grantee || supervises || giving.isOwn(caller, consent);
    }

    private ResponseEntity<ConsentView> answer(Caller caller, Consent consent) {
        return ResponseEntity.ok().eTag(EntityTag.of(consent.version())).body(view(caller, consent));
    }

    private ConsentView view(Caller caller, Consent consent) {
        boolean party = mayBeGrantee(caller) || caller.is(Role.SUBJECT_USER, Role.PLATFORM_SERVICE);
        return party ? view(consent) : view(consent).masked();
    }

    private ConsentView view(Consent consent) {
        return ConsentView.of(consent, consents.today());
    }
}
