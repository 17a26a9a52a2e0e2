package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Callers;
import cn.publiccredit.support.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Publishing, refusing and retiring, by somebody who did not edit. */
@RestController
class DecisionController {


    private final Publishing publishing;
    private final Retirement retirement;
    private final Contents contents;
    private final Answers answers;

    DecisionController(Publishing publishing, Retirement retirement, Contents contents, Answers answers) {
        this.publishing = publishing;
        this.retirement = retirement;
        this.contents = contents;
        this.answers = answers;
    }

    /** Why it is published; may be left out. */
    record Approval(@Nullable String reason) {}

    @PostMapping(Kind.IN_PATH + "/{code}/publish")
    @AllowRoles(Role.CATALOG_APPROVER)
    ResponseEntity<Shown<Versioned>> publish(
            @PathVariable Kind kind, @PathVariable String code, @RequestBody(required = false) @Nullable Approval approval,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String reason = approval == null ? null : approval.reason();
        Reasons.checkLength(reason);
        return shown(publishing.publish(kind, code, ifMatch, reason, caller()));
    }

    /** Why a draft is refused. */
    record Refusing(@Nullable String reason) {}

    /** Gives the draft back to its editors, who are told the reason. */
    @PostMapping(Kind.IN_PATH + "/{code}/draft/refuse")
    @AllowRoles(Role.CATALOG_APPROVER)
    ResponseEntity<DraftView> refuse(
            @PathVariable Kind kind, @PathVariable String code, @RequestBody(required = false) @Nullable Refusing refusing,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String reason = Reasons.ofRefusal(refusing == null ? null : refusing.reason());
        StoredVersion refused = publishing.refuse(kind, code, ifMatch, reason, caller());
        return ResponseEntity.ok().eTag(refused.tag()).body(DraftView.of(refused));
    }

    @PostMapping(Kind.IN_PATH + "/{code}/retire")
    @AllowRoles(Role.CATALOG_APPROVER)
    ResponseEntity<Shown<Versioned>> retire(
            @PathVariable Kind kind, @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return shown(retirement.approve(kind, code, ifMatch, caller()));
    }

    private ResponseEntity<Shown<Versioned>> shown(StoredVersion version) {
        Shown<Versioned> body = new Shown<>(contents.parse(version), version.state(), version.retiredFrom());
        return ResponseEntity.ok().eTag(answers.tag(body)).body(body);
    }

    private static Caller caller() {
        return Callers.current().orElseThrow(CommonProblem.UNAUTHENTICATED::with);
    }
}
