package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Commitments and breaches that were entered in error. */
@RestController
class AnnulmentController {

    private final CommitmentAnnulment annulment;
    private final Committing committing;

    AnnulmentController(CommitmentAnnulment annulment, Committing committing) {
        this.annulment = annulment;
        this.committing = committing;
    }

    @Operation(summary = "申请撤销错误的承诺登记（COMMITMENT）或违诺认定（BREACH），由另一人批准")
    @PostMapping("/commitments/{id}/annulment")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> propose(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CommitmentAnnulment.Proposal proposal) {
        return answer(annulment.propose(caller, id, ifMatch, proposal));
    }

    @PostMapping("/commitments/{id}/annulment/approve")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(annulment.approve(caller, id, ifMatch));
    }

    @PostMapping("/commitments/{id}/annulment/reject")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<CommitmentView> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Annulment.Request request) {
        return answer(annulment.reject(caller, id, ifMatch, request.reason()));
    }

    private ResponseEntity<CommitmentView> answer(Commitment commitment) {
        return ResponseEntity.ok().eTag(EntityTag.of(Committing.version(commitment)))
                .body(CommitmentView.of(commitment, committing.today()));
    }
}
