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

/** What the determining department, or its city, does with a case. */
@RestController
class HandlingController {

    private final Handling handling;
    private final CaseAnswers answers;

    HandlingController(Handling handling, CaseAnswers answers) {
        this.handling = handling;
        this.answers = answers;
    }

    @PostMapping("/cases/{id}/accept")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> accept(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoteRequest request) {
        return answers.ok(handling.accept(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.ACCEPT), NoteRequest.of(request)));
    }

    @PostMapping("/cases/{id}/refuse")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request) {
        return answers.ok(handling.refuse(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.REFUSE), request.required()));
    }

    @PostMapping("/cases/{id}/extend")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> extend(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request) {
        int workingDays = request.extension(handling.longestExtension());
        return answers.ok(handling.extend(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.EXTEND), request.required(), workingDays));
    }
}
