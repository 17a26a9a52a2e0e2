package cn.publiccredit.listing.screening;

import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Screening over HTTP, and its receipts: the bytes that were answered, for whoever asked and whoever supervises them. */
@RestController
class ScreeningController {

    private final Screen screen;
    private final Screenings screenings;
    private final AuditTrail trail;
    private final ServiceSettings service;

    ScreeningController(Screen screen, Screenings screenings, AuditTrail trail, ServiceSettings service) {
        this.screen = screen;
        this.screenings = screenings;
        this.trail = trail;
        this.service = service;
    }

    @PostMapping("/screenings")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.BANK, Role.PLATFORM_ENTERPRISE})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScreeningAnswer.class)))
    ResponseEntity<byte[]> screen(@AuthenticationPrincipal Caller caller, @RequestBody ScreeningRequest request) {
        return answer(screen.screen(caller, request));
    }

    @GetMapping("/screenings/{receipt}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.BANK, Role.PLATFORM_ENTERPRISE,
        Role.AUDITOR})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScreeningAnswer.class)))
    ResponseEntity<byte[]> receipt(@AuthenticationPrincipal Caller caller, @PathVariable String receipt) {
        StoredScreening stored = screenings.find(receipt).orElseThrow(CommonProblem.NOT_FOUND::with);
        if (!sees(caller, stored)) {
            trail.record(Access.refused(caller, "screening.read").target(receipt));
            throw CommonProblem.NOT_FOUND.with();
        }
        trail.record(Access.allowed(caller, "screening.read").target(receipt));
        return answer(stored);
    }

    private static boolean sees(Caller caller, StoredScreening stored) {
        boolean asked = caller.id().equals(stored.account()) || (caller.org() != null && caller.org().equals(stored.org()));
        boolean supervises = caller.is(Role.CITY_OPERATOR) && stored.division() != null
                && caller.covers(Division.parse(stored.division()).orElse(null));
        return asked || supervises || caller.is(Role.AUDITOR, Role.PROVINCE_OPERATOR);
    }

    private ResponseEntity<byte[]> answer(StoredScreening stored) {
        return ResponseEntity.ok()
                .location(URI.create(service.prefix() + "/screenings/" + stored.receipt()))
                .eTag("\"" + stored.sha256() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(stored.answer());
    }
}
