package cn.publiccredit.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives what the servlet container or the framework refused by a bare status the form of all other problems. */
@Controller
class ContainerErrors implements ErrorController {

    private final Problems problems;

    ContainerErrors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void told(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        problems.write(problem(status instanceof Integer code ? code : 500), request, response);
    }

    static GatewayProblem problem(int status) {
        return switch (status) {
            case 401, 403 -> GatewayProblem.UNAUTHENTICATED;
            case 404 -> GatewayProblem.NOT_FOUND;
            case 405 -> GatewayProblem.METHOD_NOT_ALLOWED;
            case 413 -> GatewayProblem.BODY_INCOMPLETE;
            default -> status < 500 ? GatewayProblem.BAD_REQUEST : GatewayProblem.INTERNAL;
        };
    }
}
