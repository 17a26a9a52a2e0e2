package cn.publiccredit.repair.application;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a second person decides in a case. */
@RestController
class DecidingController {

    private final Deciding deciding;
    private final CaseAnswers answers;

    DecidingController(Deciding deciding, CaseAnswers answers) {
        this.deciding = deciding;
        this.answers = answers;
    }

    @PostMapping("/cases/{id}/approve")
    @AllowRoles(Role.REPAIR_APPROVER)
    ResponseEntity<CaseView> approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoteRequest request) {
        return answers.ok(deciding.approve(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.APPROVE), NoteRequest.of(request)));
    }

    @PostMapping("/cases/{id}/reject")
    @AllowRoles(Role.REPAIR_APPROVER)
    ResponseEntity<CaseView> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request) {
        return answers.ok(deciding.reject(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.REJECT), request.required()));
    }

    @PostMapping("/cases/{id}/revoke")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.REPAIR_APPROVER})
    ResponseEntity<CaseView> revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request) {
        return answers.ok(deciding.revoke(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.REVOKE), request.required()));
    }
}
