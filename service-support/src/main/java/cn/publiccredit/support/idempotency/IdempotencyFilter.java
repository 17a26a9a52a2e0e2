package cn.publiccredit.support.idempotency;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.ProblemWriter;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code POST} with an {@code Idempotency-Key}: the first answer is kept for 24 hours and given again.
 *
 * <p>Answers that a retry may change (no or wrong token, overload, failures) are not kept.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 408, 409, 412, 425, 428, 429);

    private final KeyedRequests requests;
    private final ProblemWriter problems;
    private final Clock clock;

    IdempotencyFilter(KeyedRequests requests, ProblemWriter problems, Clock clock) {
        this.requests = requests;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.write(CommonProblem.MALFORMED.with(Words.header(HEADER)).violating(HEADER, "length",
                    "Idempotency-Key 应为 1 至 200 个字符。", "Idempotency-Key must have 1 to 200 characters."),
                    request, response);
            return;
        }
        String id = id(request, key);
        Optional<KeyedRequest> earlier = requests.begin(id);
        if (earlier.isEmpty()) {
            first(id, request, response, chain);
        } else if (earlier.get().isAnswered()) {
            again(earlier.get(), request, response);
        } else {
            problems.write(CommonProblem.IN_PROGRESS.with(), request, response);
        }
    }

    private void first(String id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HashedBody hashed = new HashedBody(request);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        hashed.setAttribute(RequestIds.ATTRIBUTE, new RequestIds.Sequence(id));
        boolean kept = false;
        try {
            hashed.hashForm();
            chain.doFilter(hashed, answer);
            Optional<String> hash = hashed.hash();
            if (hash.isPresent() && answer.getStatus() < 500 && !NOT_KEPT.contains(answer.getStatus())) {
                Instant now = clock.instant();
                requests.answer(new KeyedRequest(id, hash.get(), answer.getStatus(), answer.getContentType(),
                        answer.getHeader(HttpHeaders.LOCATION), answer.getHeader(HttpHeaders.ETAG),
                        answer.getContentAsByteArray(), now, requests.keptUntil(now)));
                kept = true;
            }
        } finally {
            if (!kept) {
                requests.forget(id);
            }
        }
        answer.copyBodyToResponse();
    }

    private void again(KeyedRequest earlier, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HashedBody hashed = new HashedBody(request);
        hashed.hashForm();
        if (!hashed.hash().filter(hash -> hash.equals(earlier.bodyHash())).isPresent()) {
            problems.write(CommonProblem.KEY_REUSED.with(), request, response);
            return;
        }
        Integer status = earlier.status();
        response.setStatus(status == null ? 200 : status);
        response.setHeader("Idempotency-Replayed", "true");
        setIfPresent(response, HttpHeaders.CONTENT_TYPE, earlier.contentType());
        setIfPresent(response, HttpHeaders.LOCATION, earlier.location());
        setIfPresent(response, HttpHeaders.ETAG, earlier.etag());
        byte[] body = earlier.body();
        if (body != null) {
            response.getOutputStream().write(body);
        }
    }

    private static void setIfPresent(
            HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }

    private static String id(HttpServletRequest request, String key) {
        String caller = Callers.current().map(Caller::id).orElse("anyone");
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String joined = String.join("\u001f", caller, request.getRequestURI(), query, key);
        return HexFormat.of().formatHex(HashedBody.sha256().digest(joined.getBytes(StandardCharsets.UTF_8)));
    }
}
