package cn.publiccredit.gateway.route;

import cn.publiccredit.gateway.origin.Origin;
import cn.publiccredit.gateway.trace.Call;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;

/** Which header fields go on to the next hop (RFC 9110, 7.6.1), and which the gateway writes itself. */
final class Hops {

    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
            "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade");

    /** Framing is our own, and nobody may tell a service where a call came from but us. */
    private static final Set<String> OURS_TO_SERVICE = Set.of("host", "content-length", "expect", "forwarded",
            "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-forwarded-prefix",
            "x-forwarded-ssl", "x-real-ip", "x-correlation-id", "traceparent");

    private static final Set<String> OURS_TO_CALLER = Set.of("server", "date", "x-correlation-id", "ratelimit",
            "ratelimit-policy", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset");

    private Hops() {}

    static void toService(HttpServletRequest from, HttpRequest to, Peer peer) {
        Set<String> named = namedIn(Collections.list(from.getHeaders("Connection")));
        for (Iterator<String> names = from.getHeaderNames().asIterator(); names.hasNext(); ) {
            String name = names.next();
            String lower = name.toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(lower) || OURS_TO_SERVICE.contains(lower) || named.contains(lower)
                    || lower.equals("cookie") && !peer.isPortal()) {
                continue;
            }
            from.getHeaders(name).asIterator().forEachRemaining(value -> to.addHeader(name, value));
        }
        Origin origin = Origin.of(from);
        to.addHeader("X-Forwarded-For", origin.client().getHostAddress());
        to.addHeader("X-Forwarded-Proto", origin.scheme());
        to.addHeader("X-Forwarded-Port", origin.port());
        if (origin.host() != null) {
            to.addHeader("X-Forwarded-Host", origin.host());
        }
        Call call = Call.of(from);
        to.addHeader(Call.CORRELATION_ID, call.correlationId());
        to.addHeader("traceparent", call.traceParent());
    }

    static void toCaller(ClassicHttpResponse from, HttpServletResponse to, Peer peer) {
        Set<String> named = new HashSet<>();
        for (Header header : from.getHeaders("Connection")) {
            named.addAll(namedIn(Collections.singleton(header.getValue())));
        }
        for (Header header : from.getHeaders()) {
            String lower = header.getName().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(lower) || OURS_TO_CALLER.contains(lower) || named.contains(lower)
                    || lower.equals("set-cookie") && !peer.isPortal()) {
                continue;
            }
            to.addHeader(header.getName(), header.getValue());
        }
    }

    private static Set<String> namedIn(Iterable<String> connection) {
        Set<String> named = new HashSet<>();
        for (String value : connection) {
            for (String name : value.split(",", -1)) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
