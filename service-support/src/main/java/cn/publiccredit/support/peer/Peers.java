package cn.publiccredit.support.peer;

import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;

/** Makes the {@link PeerCalls} of each service that this one talks to. */
public final class Peers {

    private final CircuitBreakerFactory<?, ?> breakers;
    private final PeerFailures failures;
    private final PeerSettings settings;

    Peers(CircuitBreakerFactory<?, ?> breakers, PeerFailures failures, PeerSettings settings) {
        this.breakers = breakers;
        this.failures = failures;
        this.settings = settings;
    }

    public PeerCalls catalog() {
        return to("catalog", "信用目录服务", "The catalogue service");
    }

    public PeerCalls subject() {
        return to("subject", "信用主体服务", "The subject service");
    }

    public PeerCalls listing() {
        return to("listing", "名单服务", "The listing service");
    }

    public PeerCalls repair() {
        return to("repair", "信用修复服务", "The repair service");
    }

    private PeerCalls to(String name, String titleZh, String titleEn) {
        return new PeerCalls(name, titleZh, titleEn, breakers, failures, settings.openFor());
    }
}
