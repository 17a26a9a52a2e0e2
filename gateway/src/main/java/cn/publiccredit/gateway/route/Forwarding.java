package cn.publiccredit.gateway.route;

import cn.publiccredit.gateway.trace.Call;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes requests on to one service, target and body byte for byte. The breaker watches until the head of the answer is
 * there; bodies stream outside its sight.
 */
final class Forwarding implements HandlerFunction<ServerResponse> {

    private final Peer peer;
    private final CircuitBreaker breaker;
    private final PeerConnections connections;
    private final BodyLimits limits;
    private final Refusals refusals;

    Forwarding(
            Peer peer, CircuitBreaker breaker, PeerConnections connections, BodyLimits limits, Refusals refusals) {
        this.peer = peer;
        this.breaker = breaker;
        this.connections = connections;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        HttpServletRequest received = request.servletRequest();
        Call.of(received).along(peer.name());
        DataSize limit = limits.of(received);
        if (received.getContentLengthLong() > limit.toBytes()) {
            return refusals.tooLarge(limit);
        }
        return breaker.run(
                () -> passOn(received, limit),
                failure -> refusals.failed(failure, peer, received.getMethod(), limit));
    }

    private ServerResponse passOn(HttpServletRequest received, DataSize limit) {
        // Not through Spring's view of the request: reading parameters would consume a form.
        String query = received.getQueryString();
        String target = query == null ? received.getRequestURI() : received.getRequestURI() + "?" + query;
        var request = new HttpUriRequestBase(received.getMethod(), URI.create(peer.host().toURI()));
        request.setPath(target);
        Hops.toService(received, request, peer);
        try {
            request.setEntity(Upload.of(received, limit));
            return new PassedOn(peer, connections.send(peer, request), request::cancel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
