package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consents: given and revoked by the subject, seen by both parties, checked by the platform's services. */
@RestController
class ConsentController {

    private final GivingConsent giving;
    private final Consents consents;
    private final ConsentStore store;
    private final ServiceSettings service;

    ConsentController(GivingConsent giving, Consents consents, ConsentStore store, ServiceSettings service) {
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
        List<Consent> found = party == null ? List.of() : store.list(subject ? "subject" : "grantee", party, paging);
        return Page.of(found, paging, c -> Cursor.at(c.id())).map(this::view);
    }

    @GetMapping("/consents/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.PLATFORM_SERVICE})
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

    record Check(boolean live, @Nullable String reason) {}

    @GetMapping("/consents/{id}/check")
    @AllowRoles(Role.PLATFORM_SERVICE)
    Check check(
            @PathVariable String id,
            @RequestParam String subject,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam String grantee) {
        return switch (consents.examine(id, subject, item, grantee)) {
            case Consents.Finding.Live(Consent consent) -> new Check(true, null);
            case Consents.Finding.Not(String reason) -> new Check(false, reason);
        };
    }

    private static boolean isParty(Caller caller, Consent consent) {
        boolean grantee = caller.is(Role.BANK, Role.PLATFORM_ENTERPRISE) && consent.grantee().equals(caller.org());
        return caller.owns(consent.subject()) || grantee || caller.is(Role.PLATFORM_SERVICE);
    }

    private ResponseEntity<ConsentView> answer(Consent consent) {
        return ResponseEntity.ok().eTag(EntityTag.of(consent.version())).body(view(consent));
    }

    private ConsentView view(Consent consent) {
        return ConsentView.of(consent, consents.today());
    }
}
