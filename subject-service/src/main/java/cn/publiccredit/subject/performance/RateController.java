package cn.publiccredit.subject.performance;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How well public bodies keep their word. */
@RestController
class RateController {

    private final Rates rates;
    private final PerformanceDesk desk;

    RateController(Rates rates, PerformanceDesk desk) {
        this.rates = rates;
        this.desk = desk;
    }

    record RateList(List<Rates.Rate> items, LocalDate asOf) {}

    @Operation(summary = "各单位履约率和拖欠情况")
    @GetMapping("/performance/rates")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    RateList rates(@AuthenticationPrincipal Caller caller) {
        return new RateList(rates.of(caller), desk.today());
    }
}
