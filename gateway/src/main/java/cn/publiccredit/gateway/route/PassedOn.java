package cn.publiccredit.gateway.route;

import cn.publiccredit.gateway.api.ApiHeaders;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer, passed on as it comes: status, headers, then the body a buffer at a time. */
final class PassedOn implements ServerResponse {

    private static final int BUFFER = 16 * 1024;

    private final Peer peer;
    private final ClassicHttpResponse answer;
    private final Runnable hangUp;

    /** An answer whose head is here; hanging up breaks the connection without reading the rest. */
    PassedOn(Peer peer, ClassicHttpResponse answer, Runnable hangUp) {
        this.peer = peer;
        this.answer = answer;
        this.hangUp = hangUp;
    }

    /** Whether something between us and the service answered in its place. */
    boolean isNobodyHome() {
        int status = answer.getCode();
        return status >= 502 && status <= 504 && !isType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            HttpEntity body = answer.getEntity();
            InputStream from = body == null ? InputStream.nullInputStream() : body.getContent();
            byte[] buffer = new byte[BUFFER];
            // Read before anything is said: a service that dies here can still be reported as such.
            int n = from.read(buffer);
            response.setStatus(answer.getCode());
            Hops.toCaller(answer, response, peer);
            ApiHeaders.complete(request, response);
            try {
                copy(from, buffer, n, response.getOutputStream());
            } catch (IOException cutOff) {
                // Closing alone would first read all that nobody wants any more.
                hangUp.run();
                response.flushBuffer();
                throw cutOff;
            }
        }
        return null;
    }

    private void copy(InputStream from, byte[] buffer, int first, OutputStream to) throws IOException {
        boolean live = isType(MediaType.TEXT_EVENT_STREAM_VALUE);
        for (int n = first; n >= 0; n = from.read(buffer)) {
            to.write(buffer, 0, n);
            if (live) {
                to.flush();
            }
        }
    }

    private boolean isType(String type) {
        var header = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return header != null && header.getValue() != null && header.getValue().startsWith(type);
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return MultiValueMap.fromSingleValue(java.util.Map.of());
    }
}
