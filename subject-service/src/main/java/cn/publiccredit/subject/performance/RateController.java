package cn.publiccredit.subject.performance;

import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** @param next null on the last page */
    record RateList(List<Rates.Rate> items, @Nullable String next, LocalDate asOf) {}

    @Operation(summary = "各单位履约率和拖欠情况")
    @GetMapping("/performance/rates")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    RateList rates(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        Page<Rates.Rate> page = Page.of(rates.of(caller, paging), paging, rate -> Cursor.at(rate.body()));
        return new RateList(page.items(), page.next(), desk.today());
    }
}
