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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a subject does with its own case. */
@RestController
class ApplyingController {

    private final Applying applying;
    private final CaseAnswers answers;

    ApplyingController(Applying applying, CaseAnswers answers) {
        this.applying = applying;
        this.answers = answers;
    }

    @PostMapping("/cases")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<CaseView> open(@AuthenticationPrincipal Caller caller, @RequestBody CaseRequest request) {
        return answers.created(applying.open(request.recordId(), request.petition(), caller));
    }

    @PutMapping("/cases/{id}")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<CaseView> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CaseRequest request) {
        return answers.ok(applying.edit(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.EDIT), request.petition()));
    }

    @PostMapping("/cases/{id}/submit")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<CaseView> submit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answers.ok(applying.submit(new CaseDesk.Change(id, ifMatch, caller, CaseAction.SUBMIT)));
    }

    @PostMapping("/cases/{id}/withdraw")
    @AllowRoles(Role.SUBJECT_USER)
    ResponseEntity<CaseView> withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoteRequest request) {
        return answers.ok(applying.withdraw(
                new CaseDesk.Change(id, ifMatch, caller, CaseAction.WITHDRAW), NoteRequest.of(request)));
    }
}
