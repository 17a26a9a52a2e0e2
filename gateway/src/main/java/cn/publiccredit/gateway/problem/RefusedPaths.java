package cn.publiccredit.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        problems.write(GatewayProblem.BAD_REQUEST, request, response);
    }
}
