package cn.publiccredit.gateway.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the log tells of one call; filled in as the call goes through the house. */
public final class Call {

    /** Header by which a caller and we name the same call. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final String ATTRIBUTE = Call.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final String correlationId;
    private final TraceParent trace;
    private String client = "anonymous";
    private String route = "gateway";

    private Call(String correlationId, TraceParent trace) {
        this.correlationId = correlationId;
        this.trace = trace;
    }

    /** The call that this request is. */
    public static Call of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Call call) {
            return call;
        }
        throw new IllegalStateException("request did not pass the call filter");
    }

    static Call begin(HttpServletRequest request, double sampling) {
        @Nullable String named = request.getHeader(CORRELATION_ID);
        Call call = new Call(
                named != null && SANE.matcher(named).matches() ? named : UUID.randomUUID().toString(),
                TraceParent.of(request.getHeader("traceparent"), sampling));
        request.setAttribute(ATTRIBUTE, call);
        return call;
    }

    /** Names the client once its token is known to be good. */
    public void by(String clientId) {
        this.client = clientId;
    }

    /** Names the route that the call takes. */
    public void along(String routeName) {
        this.route = routeName;
    }

    public String correlationId() {
        return correlationId;
    }

    /** Value of the {@code traceparent} header for the next in line. */
    public String traceParent() {
        return trace.value();
    }

    String traceId() {
        return trace.traceId();
    }

    String client() {
        return client;
    }

    String route() {
        return route;
    }
}
