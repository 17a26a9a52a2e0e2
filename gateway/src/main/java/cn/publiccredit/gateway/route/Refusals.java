package cn.publiccredit.gateway.route;

import cn.publiccredit.gateway.problem.GatewayProblem;
import cn.publiccredit.gateway.problem.Problems;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What a caller is told when a request could not be passed on, or brought no answer. */
@Component
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final Problems problems;
    private final BreakerSettings breaker;

    Refusals(Problems problems, BreakerSettings breaker) {
        this.problems = problems;
        this.breaker = breaker;
    }

    Told tooLarge(DataSize limit) {
        String size = limit.toMegabytes() >= 1024 && limit.toMegabytes() % 1024 == 0
                ? limit.toGigabytes() + " GB"
                : limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toBytes() + " B";
        return new Told(problems, GatewayProblem.BODY_TOO_LARGE, null, List.of(size));
    }

    Told plain(GatewayProblem problem) {
        return new Told(problems, problem, null, List.of());
    }

    /** The answer to a failed attempt; a failure that is our own mistake is thrown on. */
    Told failed(Throwable failure, Peer peer, String method, DataSize limit) {
        if (failure instanceof CallNotPermittedException) {
            return unavailable(GatewayProblem.SERVICE_UNAVAILABLE, peer, breaker.openFor());
        }
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException io) {
            return switch (io) {
                case Upload.TooLarge _ -> tooLarge(limit);
                case Upload.Broken _ -> plain(GatewayProblem.BODY_INCOMPLETE);
                default -> {
                    log.warn("{} at {} gave no answer: {}", peer.name(), peer.host(), io.toString());
                    boolean harmless = CHANGE_NOTHING.contains(method) || neverLeft(io);
                    yield unavailable(
                            harmless ? GatewayProblem.SERVICE_UNAVAILABLE : GatewayProblem.OUTCOME_UNKNOWN, peer, SOON);
                }
            };
        }
        throw failure instanceof RuntimeException mistake ? mistake : new IllegalStateException(failure);
    }

    private Told unavailable(GatewayProblem problem, Peer peer, Duration wait) {
        return new Told(problems, problem, wait, List.of(peer.zh(), peer.en(), Problems.seconds(wait)));
    }

    private static boolean neverLeft(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException;
    }
}
