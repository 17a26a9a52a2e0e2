package cn.publiccredit.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Tells the sender of a path that could mean two things ({@code ..}, {@code ;}, {@code //}, encoded slashes) that it is
 * refused: the services must see exactly the path that was checked here.
 */
@Component
class RefusedPaths implements RequestRejectedHandler {

    private final Problems problems;

    RefusedPaths(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        boolean known = Arrays.asList(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()));
        problems.write(
                known ? GatewayProblem.BAD_REQUEST : GatewayProblem.METHOD_NOT_ALLOWED, request, response);
    }
}
