package cn.publiccredit.gateway.identity;

import cn.publiccredit.gateway.limit.LimitGate;
import cn.publiccredit.gateway.problem.GatewayProblem;
import cn.publiccredit.gateway.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers a missing or bad token. Bad ones are counted against the sender's address: checking them is work too. */
@Component
class Unauthenticated implements AuthenticationEntryPoint {

    private final LimitGate gate;
    private final Problems problems;

    Unauthenticated(LimitGate gate, Problems problems) {
        this.gate = gate;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (!gate.admits(request, response, null)) {
            return;
        }
        String error = refusal instanceof InvalidBearerTokenException ? ", error=\"invalid_token\"" : "";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"credit\"" + error);
        problems.write(GatewayProblem.UNAUTHENTICATED, request, response);
    }
}
