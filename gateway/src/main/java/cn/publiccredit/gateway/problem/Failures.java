package cn.publiccredit.gateway.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;

/** The one place where a failure that nobody foresaw becomes an answer. */
@Component
public class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Problems problems;

    Failures(Problems problems) {
        this.problems = problems;
    }

    /** Answers in place of whoever failed; nothing may have been sent yet. */
    public void tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exception cause = failure instanceof ServletException && failure.getCause() instanceof Exception inner
                ? inner
                : failure;
        if (cause instanceof AuthenticationServiceException) {
            log.warn("token could not be checked", cause);
            problems.write(GatewayProblem.SERVICE_UNAVAILABLE, RETRY, request, response,
                    "统一身份认证服务", "identity provider", Problems.seconds(RETRY));
        } else {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), cause);
            problems.write(GatewayProblem.INTERNAL, request, response);
        }
    }
}
