package cn.publiccredit.gateway.api;

import cn.publiccredit.gateway.origin.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** Security headers that an API answer carries unless the service set its own; pages of the portal bring theirs. */
public final class ApiHeaders {

    private static final Map<String, String> DEFAULTS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    private ApiHeaders() {}

    /** Whether this request is for the API rather than for a page. */
    public static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Adds what is missing, if this is an API answer; to be called before the answer is sent. */
    public static void complete(HttpServletRequest request, HttpServletResponse response) {
        if (Origin.of(request).scheme().equals("https")) {
            addMissing(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (isApi(request)) {
            DEFAULTS.forEach((name, value) -> addMissing(response, name, value));
        }
    }

    private static void addMissing(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
