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
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
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

/** Arrears of public bodies; who sees which follows from whose they are. */
@RestController
class ArrearsController {

    private final ArrearsDesk arrears;
    private final PerformanceDesk desk;
    private final ServiceSettings service;

    ArrearsController(ArrearsDesk arrears, PerformanceDesk desk, ServiceSettings service) {
        this.arrears = arrears;
        this.desk = desk;
        this.service = service;
    }

    record Payment(@Nullable BigDecimal amount, @Nullable LocalDate on, @Nullable String evidence) {}

    @Operation(summary = "反映或登记拖欠账款")
    @PostMapping("/performance/arrears")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> report(
            @AuthenticationPrincipal Caller caller, @RequestBody ArrearsDesk.Report report) {
        Arrears made = arrears.report(caller, report);
        return ResponseEntity.created(URI.create(service.prefix() + "/performance/arrears/" + made.id()))
                .eTag(EntityTag.of(made.versionNumber())).body(ArrearsView.of(made, desk.today()));
    }

    @GetMapping("/performance/arrears")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    Page<ArrearsView> arrears(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) Arrears.@Nullable State state,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return Page.of(arrears.list(caller, state, body, paging), paging, a -> Cursor.at(a.id()))
                .map(a -> ArrearsView.of(a, desk.today()));
    }

    @GetMapping("/performance/arrears/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> oneArrears(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return answer(arrears.read(caller, id));
    }

    @PostMapping("/performance/arrears/{id}/confirm")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> confirm(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(arrears.confirm(caller, id, ifMatch, finding.facts()));
    }

    @PostMapping("/performance/arrears/{id}/dismiss")
    @AllowRoles({Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> dismiss(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Finding finding) {
        return answer(arrears.dismiss(caller, id, ifMatch, finding.facts()));
    }

    @PostMapping("/performance/arrears/{id}/payments")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    ResponseEntity<ArrearsView> pay(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Payment payment) {
        return answer(arrears.pay(caller, id, ifMatch, payment.amount(), payment.on(), payment.evidence()));
    }

    private ResponseEntity<ArrearsView> answer(Arrears one) {
        return ResponseEntity.ok().eTag(EntityTag.of(one.versionNumber())).body(ArrearsView.of(one, desk.today()));
    }
}
