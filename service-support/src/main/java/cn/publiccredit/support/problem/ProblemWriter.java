package cn.publiccredit.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Turns a problem into an answer, for controllers and for filters that stand before them. */
public final class ProblemWriter {

    private static final Duration DEFAULT_RETRY = Duration.ofSeconds(5);

    private final JsonMapper json;
    private final LocaleResolver locales;

    ProblemWriter(JsonMapper json, LocaleResolver locales) {
        this.json = json;
        this.locales = locales;
    }

    ResponseEntity<ProblemBody> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.code().status())
                .headers(headers(problem))
                .body(ProblemBody.of(problem, request.getRequestURI(), locale(request)));
    }

    /** Writes the problem as the whole answer; used where no controller is reached. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(problem.code().status().value());
        headers(problem).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setCharacterEncoding("UTF-8");
        byte[] body = json.writeValueAsBytes(ProblemBody.of(problem, request.getRequestURI(), locale(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    Locale locale(HttpServletRequest request) {
        return locales.resolveLocale(request);
    }

    private static HttpHeaders headers(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        Duration retry = problem.retryAfter();
        int status = problem.code().status().value();
        if (retry != null || status == 503 || status == 429) {
            long seconds = (retry == null ? DEFAULT_RETRY : retry).toSeconds();
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        }
        if (status == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"credit\"");
        }
        return headers;
    }
}
