package cn.publiccredit.subject.performance;

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

/** What was entered in error, or agreed otherwise since. */
@RestController
class CorrectionController {

    private final Annulling annulling;
    private final Amending amending;
    private final ArrearsDesk arrears;
    private final PerformanceDesk desk;

    CorrectionController(Annulling annulling, Amending amending, ArrearsDesk arrears, PerformanceDesk desk) {
        this.annulling = annulling;
        this.amending = amending;
        this.arrears = arrears;
        this.desk = desk;
    }

    @Operation(summary = "登记补充协议，改变尚未完成的履行节点的期限；已逾期的由上级登记")
    @PostMapping("/performance/contracts/{id}/amendments")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> amend(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Amending.Request request) {
        return answer(amending.amend(caller, id, ifMatch, request));
    }

    @Operation(summary = "申请撤销错误的登记（CONTRACT）或违约认定（BREACH），由另一人批准")
    @PostMapping("/performance/contracts/{id}/annulment")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> propose(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Annulling.Proposal proposal) {
        return answer(annulling.propose(caller, id, ifMatch, proposal));
    }

    @PostMapping("/performance/contracts/{id}/annulment/approve")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(annulling.approve(caller, id, ifMatch));
    }

    @PostMapping("/performance/contracts/{id}/annulment/reject")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Annulment.Request request) {
        return answer(annulling.reject(caller, id, ifMatch, request.reason()));
    }

    @Operation(summary = "申请撤销错误的拖欠认定，由另一人批准")
    @PostMapping("/performance/arrears/{id}/annulment")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> proposeOfArrears(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Annulment.Request request) {
        return answer(arrears.proposeAnnulment(caller, id, ifMatch, request.reason()));
    }

    @PostMapping("/performance/arrears/{id}/annulment/approve")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> approveOfArrears(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(arrears.approveAnnulment(caller, id, ifMatch));
    }

    @PostMapping("/performance/arrears/{id}/annulment/reject")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> rejectOfArrears(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Annulment.Request request) {
        return answer(arrears.rejectAnnulment(caller, id, ifMatch, request.reason()));
    }

    private ResponseEntity<ContractView> answer(Contract contract) {
        return ResponseEntity.ok().eTag(EntityTag.of(contract.versionNumber())).body(ContractView.of(contract, desk.today()));
    }

    private ResponseEntity<ArrearsView> answer(Arrears one) {
        return ResponseEntity.ok().eTag(EntityTag.of(one.versionNumber())).body(ArrearsView.of(one, desk.today()));
    }
}
