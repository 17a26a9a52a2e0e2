package cn.publiccredit.gateway.limit;

import cn.publiccredit.gateway.api.ApiHeaders;
import cn.publiccredit.gateway.origin.Client;
import cn.publiccredit.gateway.problem.GatewayProblem;
import cn.publiccredit.gateway.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts each request once and turns it away when its caller has used up the budget. */
@Component
public class LimitGate {

    private static final String COUNTED = LimitGate.class.getName();

    private final Budgets budgets;
    private final RateLimits limits;
    private final Problems problems;
    private final MeterRegistry meters;

    LimitGate(Budgets budgets, RateLimits limits, Problems problems, MeterRegistry meters) {
        this.budgets = budgets;
        this.limits = limits;
        this.problems = problems;
        this.meters = meters;
    }

    /** Whether the request may go on; if not, it has been answered. */
    public boolean admits(HttpServletRequest request, HttpServletResponse response, @Nullable Client client)
            throws IOException {
        if (request.getAttribute(COUNTED) != null || request.getRequestURI().startsWith("/actuator/")) {
            return true;
        }
        request.setAttribute(COUNTED, true);
        Allowance allowance = limits.take(budgets.of(request, client));
        if (ApiHeaders.isApi(request) || !allowance.granted()) {
            allowance.tell(response);
        }
        if (!allowance.granted()) {
            meters.counter("gateway.limited", "policy", allowance.caller().policy()).increment();
            problems.write(GatewayProblem.RATE_LIMITED, allowance.retryIn(), request, response,
                    Problems.seconds(allowance.retryIn()));
        }
        return allowance.granted();
    }
}
