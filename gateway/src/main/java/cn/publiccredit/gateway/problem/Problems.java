package cn.publiccredit.gateway.problem;

import cn.publiccredit.gateway.api.ApiHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole answer: problem+json, or a small page where a person's browser asked for a page. */
@Component
public class Problems {

    private static final String PAGE = """
            <!doctype html><html lang="%s"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title></head>
            <body><main><h1>%s</h1><p>%s</p><p><small>%s</small></p></main></body></html>
            """;

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Answers with this problem; the arguments fill its message. Nothing may have been sent before. */
    public void write(
            GatewayProblem problem, HttpServletRequest request, HttpServletResponse response, Object... arguments)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        boolean english = isEnglish(request);
        byte[] body = wantsPage(request)
                ? page(problem, request, response, english, arguments)
                : body(problem, request, response, english, arguments);
        ApiHeaders.complete(request, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The same with the time after which another try makes sense. */
    public void write(
            GatewayProblem problem,
            Duration retryAfter,
            HttpServletRequest request,
            HttpServletResponse response,
            Object... arguments)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
        write(problem, request, response, arguments);
    }

    /** Whole seconds to tell a client, never 0. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private byte[] body(
            GatewayProblem problem,
            HttpServletRequest request,
            HttpServletResponse response,
            boolean english,
            Object... arguments) {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:problem:" + problem.code());
        members.put("title", problem.title(english));
        members.put("status", problem.status().value());
        members.put("detail", problem.detail(english, arguments));
        members.put("instance", request.getRequestURI());
        members.put("code", problem.code());
        return json.writeValueAsBytes(members);
    }

    private static byte[] page(
            GatewayProblem problem,
            HttpServletRequest request,
            HttpServletResponse response,
            boolean english,
            Object... arguments) {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        String title = HtmlUtils.htmlEscape(problem.title(english));
        String detail = HtmlUtils.htmlEscape(problem.detail(english, arguments));
        return PAGE.formatted(english ? "en" : "zh-CN", title, title, detail, problem.code())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !ApiHeaders.isApi(request) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isEnglish(HttpServletRequest request) {
        @Nullable String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return asked != null && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
