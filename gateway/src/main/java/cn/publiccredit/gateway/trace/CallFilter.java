package cn.publiccredit.gateway.trace;

import cn.publiccredit.gateway.problem.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Numbers every call, counts it by route, and writes one line about it: never its query, never its body. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CallFilter extends OncePerRequestFilter {

    private static final Logger access = LoggerFactory.getLogger("access");

    private final double sampling;
    private final Failures failures;
    private final MeterRegistry meters;

    CallFilter(TraceSettings settings, Failures failures, MeterRegistry meters) {
        this.sampling = settings.sampling();
        this.failures = failures;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        Call call = Call.begin(request, sampling);
        response.setHeader(Call.CORRELATION_ID, call.correlationId());
        MDC.put("correlationId", call.correlationId());
        MDC.put("traceId", call.traceId());
        boolean whole = false;
        try {
            chain.doFilter(request, response);
            whole = true;
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                // The container then breaks the connection: a cut-off answer must never be taken for a whole one.
                throw failure;
            }
            failures.tell(failure, request, response);
            whole = true;
        } finally {
            tell(call, request, whole ? response.getStatus() : 499, System.nanoTime() - start);
            MDC.clear();
        }
    }

    private void tell(Call call, HttpServletRequest request, int status, long nanos) {
        Timer.builder("gateway.calls")
                .description("Calls by route and outcome")
                .tag("route", call.route())
                .tag("outcome", status / 100 + "xx")
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
        if (access.isInfoEnabled() && !request.getRequestURI().startsWith("/actuator/")) {
            access.atInfo()
                    .setMessage("{} {} {} {} {} {} ms {}")
                    .addArgument(call.client())
                    .addArgument(call.route())
                    .addArgument(request.getMethod())
                    .addArgument(request.getRequestURI())
                    .addArgument(status)
                    .addArgument(nanos / 1_000_000)
                    .addArgument(call.correlationId())
                    .log();
        }
    }
}
