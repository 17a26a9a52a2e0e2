package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private final ServiceSettings service;

    ConsentController(
            GivingConsent giving,
            Consents consents,
            ConsentStore store,
            SignedPapers papers,
            Subjects subjects,
            ServiceSettings service) {
        this.papers = papers;
        this.subjects = subjects;
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

    @GetMapping("/consents")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE})
    Page<ConsentView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        boolean subject = caller.is(Role.SUBJECT_USER);
        String party = subject ? caller.subject() : caller.org();
        List<Consent> found = party == null
                ? List.of()
                : store.list(subject ? "subject" : "grantee", subject ? ids(party) : Set.of(party), paging);
        return Page.of(found, paging, c -> Cursor.at(c.id())).map(this::view);
    }

    @GetMapping("/consents/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.PROVINCE_OPERATOR,
        Role.AUDITOR, Role.PLATFORM_SERVICE})
    ResponseEntity<ConsentView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Consent consent = store.find(id).filter(c -> isParty(caller, c))
                .orElseThrow(SubjectProblem.CONSENT_NOT_FOUND::with);
        return answer(consent);
    }

    @PostMapping("/consents/{id}/revoke")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<ConsentView> revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(giving.revoke(caller, id, ifMatch));
    }

    @Operation(summary = "以信息主体签署的授权书提交授权：表单各字段与在线授权相同，另有 subject 或 idNumber 和文件 file（PDF、JPEG、PNG）")
    @PostMapping(path = "/consents/signed", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @AllowRoles({Role.BANK, Role.PLATFORM_ENTERPRISE})
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
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.PROVINCE_OPERATOR,
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

    @Operation(summary = "授权书不实或不符时作废该授权")
    @PostMapping("/consents/{id}/annul")
    @AllowRoles(Role.PROVINCE_OPERATOR)
    ResponseEntity<ConsentView> annul(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reason reason) {
        return answer(giving.annul(caller, id, ifMatch, reason.reason()));
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

    private Set<String> ids(String subject) {
        return subjects.identity(subject);
    }

    private boolean isParty(Caller caller, Consent consent) {
        boolean grantee = caller.is(Role.BANK, Role.PLATFORM_ENTERPRISE)
                && consent.grantee().equals(caller.org());
        boolean supervises = caller.is(Role.PLATFORM_SERVICE)
                || (consent.paper() != null && caller.is(Role.PROVINCE_OPERATOR, Role.AUDITOR));
        return grantee || supervises || giving.isOwn(caller, consent);
    }

    private ResponseEntity<ConsentView> answer(Consent consent) {
        return ResponseEntity.ok().eTag(EntityTag.of(consent.version())).body(view(consent));
    }

    private ConsentView view(Consent consent) {
        return ConsentView.of(consent, consents.today());
    }
}
