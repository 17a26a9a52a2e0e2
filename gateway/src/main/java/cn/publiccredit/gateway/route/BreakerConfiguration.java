package cn.publiccredit.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The breaker of each route. Only silence counts as failure: an error that a service took the trouble to word shows that
 * it lives, and counting those would let one caller with a bad request close the door for all.
 */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> breakers(BreakerSettings settings) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.failureRate())
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                // An upload may take hours and is no sign of illness; trials that take that long must not lock the rest.
                .slowCallDurationThreshold(Duration.ofDays(1))
                .maxWaitDurationInHalfOpenState(settings.openFor())
                .recordResult(answer -> answer instanceof PassedOn passed && passed.isNobodyHome())
                .ignoreException(BreakerConfiguration::isNotThePeers)
                .build();
        return factory -> factory.configureDefault(
                id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(config).build());
    }

    private static boolean isNotThePeers(Throwable failure) {
        return !(failure instanceof UncheckedIOException io)
                || io.getCause() instanceof Upload.TooLarge
                || io.getCause() instanceof Upload.Broken
                || io.getCause() instanceof ConnectionRequestTimeoutException;
    }
}
