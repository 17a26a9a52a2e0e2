package cn.publiccredit.gateway.route;

import cn.publiccredit.gateway.problem.GatewayProblem;
import cn.publiccredit.gateway.problem.Problems;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** An answer of the gateway itself: a problem, with the time after which to try again where that makes sense. */
record Told(Problems problems, GatewayProblem problem, @Nullable Duration retryAfter, List<Object> arguments)
        implements ServerResponse {

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        if (retryAfter == null) {
            problems.write(problem, request, response, arguments.toArray());
        } else {
            problems.write(problem, retryAfter, request, response, arguments.toArray());
        }
        return null;
    }

    @Override
    public HttpStatusCode statusCode() {
        return problem.status();
    }

    @Override
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return MultiValueMap.fromSingleValue(Map.of());
    }
}
