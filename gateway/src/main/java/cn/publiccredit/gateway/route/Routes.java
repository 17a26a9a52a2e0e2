package cn.publiccredit.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import cn.publiccredit.gateway.problem.GatewayProblem;
import jakarta.servlet.DispatcherType;
import java.util.function.Function;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which path goes where; what matches none of the services is the portal's. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final RequestPredicate OWN_DOCS = path("/api/docs").or(path("/api/docs/**"))
            .or(path("/api/swagger-ui/**"));
    private static final RequestPredicate OWN_ERRORS =
            request -> request.servletRequest().getDispatcherType() == DispatcherType.ERROR;

    @Bean
    RouterFunction<ServerResponse> routing(
            Peers peers,
            CircuitBreakerFactory<?, ?> breakers,
            PeerConnections connections,
            BodyLimits limits,
            Refusals refusals) {
        Function<Peer, RouterFunction<ServerResponse>> service = peer -> route(peer.name())
                .route(
                        path("/api/" + peer.name() + "/**"),
                        new Forwarding(peer, breakers.create(peer.name()), connections, limits, refusals))
                .build();
        Peer portal = peers.portal();
        return peers.services().stream()
                .map(service)
                .reduce(RouterFunction::and)
                .orElseThrow()
                .and(route("no-such-api")
                        .route(path("/api/**").and(OWN_DOCS.negate()), _ -> refusals.plain(GatewayProblem.NO_SUCH_API))
                        .build())
                // Neither ours that are switched off nor anybody else's.
                .and(route("actuator")
                        .route(path("/actuator/**"), _ -> refusals.plain(GatewayProblem.NOT_FOUND))
                        .build())
                .and(route(portal.name())
                        .route(
                                path("/**").and(OWN_DOCS.negate()).and(OWN_ERRORS.negate()),
                                new Forwarding(portal, breakers.create(portal.name()), connections, limits, refusals))
                        .build());
    }
}
