package cn.publiccredit.support.peer;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;

/**
 * Calls to one other service: each operation has its breaker and its time limit, and runs on a virtual thread with the
 * caller's identity.
 *
 * <p>What comes out is the answer, or {@link RelayedProblem} (the peer refused our caller), or {@link Problem}
 * {@code peer.unavailable} (no answer, a late one, a 5xx, or one that cannot be understood). Nothing is retried here.
 */
public final class PeerCalls {

    private final String name;
    private final String titleZh;
    private final String titleEn;
    private final CircuitBreakerFactory<?, ?> breakers;
    private final PeerFailures failures;
    private final Duration openFor;

    PeerCalls(
            String name,
            String titleZh,
            String titleEn,
            CircuitBreakerFactory<?, ?> breakers,
            PeerFailures failures,
            Duration openFor) {
        this.name = name;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.breakers = breakers;
        this.failures = failures;
        this.openFor = openFor;
    }

    /** Calls as the current caller, whose token is relayed; as this service where there is no caller. */
    public <T> T call(String operation, Supplier<T> remote) {
        return breakers.create(name + "." + operation).run(remote, failure -> {
            throw translated(failure);
        });
    }

    /** Calls on this service's own account, whoever the current caller is. */
    public <T> T callAsService(String operation, Supplier<T> remote) {
        return call(operation, () -> PeerTokens.asService(remote));
    }

    /** The 503 that names this peer; also for callers that find an answer incomplete. */
    public Problem unavailable(Throwable cause) {
        return CommonProblem.PEER_UNAVAILABLE.with(titleZh, titleEn).retryAfter(openFor).because(cause);
    }

    private RuntimeException translated(Throwable failure) {
        return failures.refusal(failure).<RuntimeException>map(refusal -> refusal).orElseGet(() -> unavailable(failure));
    }
}
