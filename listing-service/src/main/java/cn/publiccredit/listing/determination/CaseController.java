package cn.publiccredit.listing.determination;

import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A listing's way over HTTP. */
@RestController
class CaseController {

    private final ProposeCase propose;
    private final AdvanceCase advance;
    private final FindCases find;
    private final ServiceSettings service;
    private final Clock clock;

    CaseController(ProposeCase propose, AdvanceCase advance, FindCases find, ServiceSettings service, Clock clock) {
        this.propose = propose;
        this.advance = advance;
        this.find = find;
        this.service = service;
        this.clock = clock;
    }

    @PostMapping("/cases")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> propose(
            @AuthenticationPrincipal Caller caller, @RequestBody CaseRequests.Propose request) {
        ListingCase proposed = propose.propose(caller, request);
        return ResponseEntity.created(URI.create(service.prefix() + "/cases/" + proposed.id()))
                .eTag(EntityTag.of(proposed.version())).body(CaseView.on(LocalDate.now(clock), proposed));
    }

    @GetMapping("/cases")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.LIST_APPROVER, Role.AUDITOR,
        Role.SUBJECT_USER, Role.PLATFORM_SERVICE})
    Page<CaseView> cases(
            @AuthenticationPrincipal Caller caller,
            Optional<Purpose> purpose,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        LocalDate today = LocalDate.now(clock);
        return find.page(caller, purpose, new FindCases.Filter(state, list, subject), new Paging(limit, after), today)
                .map(listing -> CaseView.on(today, listing));
    }

    @GetMapping("/cases/{id}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.LIST_APPROVER, Role.AUDITOR,
        Role.SUBJECT_USER, Role.PLATFORM_SERVICE})
    ResponseEntity<CaseView> one(
            @AuthenticationPrincipal Caller caller, Optional<Purpose> purpose, @PathVariable String id) {
        return answer(find.one(caller, purpose, id));
    }

    @PostMapping("/cases/{id}/notify")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> notify(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CaseRequests.Notify request) {
        return answer(advance.notify(caller, id, ifMatch, request));
    }

    @PostMapping("/cases/{id}/statement")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.SUBJECT_USER})
    ResponseEntity<CaseView> statement(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CaseRequests.State request) {
        return answer(advance.state(caller, id, ifMatch, request));
    }

    @PostMapping("/cases/{id}/determine")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> determine(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CaseRequests.Determine request) {
        return answer(advance.determine(caller, id, ifMatch, request));
    }

    @PostMapping("/cases/{id}/approve")
    @AllowRoles(Role.LIST_APPROVER)
    ResponseEntity<CaseView> approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) CaseRequests.@Nullable Approve request) {
        return answer(advance.approve(caller, id, ifMatch, request));
    }

    @PostMapping("/cases/{id}/reject")
    @AllowRoles({Role.LIST_APPROVER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CaseRequests.Reject request) {
        return answer(advance.reject(caller, id, ifMatch, request));
    }

    private ResponseEntity<CaseView> answer(ListingCase listing) {
        return ResponseEntity.ok().eTag(EntityTag.of(listing.version()))
                .body(CaseView.on(LocalDate.now(clock), listing));
    }
}
