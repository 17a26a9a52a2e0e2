package cn.publiccredit.subject.performance;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
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

/** Government contracts and policy promises; who sees which follows from whose they are. */
@RestController
class ContractController {

    private final Contracts contracts;
    private final PerformanceDesk desk;
    private final ServiceSettings service;

    ContractController(Contracts contracts, PerformanceDesk desk, ServiceSettings service) {
        this.contracts = contracts;
        this.desk = desk;
        this.service = service;
    }

    @Operation(summary = "登记政府合同（CONTRACT）或政策承诺（PROMISE）及其履行节点")
    @PostMapping("/performance/contracts")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> register(
            @AuthenticationPrincipal Caller caller, @RequestBody ContractRequest request) {
        Contract made = contracts.register(caller, request);
        return ResponseEntity.created(URI.create(service.prefix() + Contracts.PATH + made.id()))
                .eTag(EntityTag.of(made.versionNumber())).body(ContractView.of(made, desk.today()));
    }

    @GetMapping("/performance/contracts")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.SUBJECT_USER})
    Page<ContractView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) Contract.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return Page.of(contracts.list(caller, kind, body, overdue, paging), paging,
                        c -> overdue ? Cursor.at(String.valueOf(c.nextDue()), c.id()) : Cursor.at(c.id()))
                .map(c -> ContractView.of(c, desk.today()));
    }

    @GetMapping("/performance/contracts/{id}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.SUBJECT_USER})
    ResponseEntity<ContractView> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answer(contracts.read(caller, id));
    }

    @PostMapping("/performance/contracts/{id}/milestones/{index}/done")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> done(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable int index,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(contracts.done(caller, id, index, ifMatch, finding.on(), finding.facts()));
    }

    @Operation(summary = "认定违约，记入义务单位的信用记录；由上级运营人员办理")
    @PostMapping("/performance/contracts/{id}/breach")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> breach(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(contracts.breach(caller, id, ifMatch, finding.on(), finding.facts()));
    }

    @PostMapping("/performance/contracts/{id}/remedy")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ContractView> remedy(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(contracts.remedy(caller, id, ifMatch, finding.on(), finding.facts()));
    }

    private ResponseEntity<ContractView> answer(Contract contract) {
        return ResponseEntity.ok().eTag(EntityTag.of(contract.versionNumber()))
                .body(ContractView.of(contract, desk.today()));
    }
}
