package cn.publiccredit.support.peer;

import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.openfeign.FeignClientFactory;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import tools.jackson.databind.json.JsonMapper;

/** Feign, breakers and tokens for calls to other services. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeerSettings.class)
public class PeerConfiguration {

    static final String REGISTRATION = "platform";

    /**
     * One virtual thread a call, carrying identity and trace, so that the time limit covers the whole call and can
     * interrupt it: Feign's own read timeout restarts with every byte.
     */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService peerCallThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("peer-", 0).factory());
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> boundedCalls(ExecutorService peerCallThreads, PeerSettings settings) {
        ExecutorService withContext = new DelegatingSecurityContextExecutorService(
                ContextExecutorService.wrap(peerCallThreads, ContextSnapshotFactory.builder().build()));
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.slidingWindow())
                .minimumNumberOfCalls(settings.fewestCalls())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.callsWhenHalfOpen())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .ignoreException(PeerFailures::isRefusal)
                .build();
        return factory -> {
            factory.configureExecutorService(withContext);
            factory.configureDefault(id -> new Resilience4JConfigBuilder(id)
                    .circuitBreakerConfig(breaker)
                    .build());
        };
    }

    @Bean
    Peers peers(CircuitBreakerFactory<?, ?> breakers, PeerSettings settings, JsonMapper json) {
        return new Peers(breakers, new PeerFailures(json), settings);
    }

    @Bean
    OAuth2AuthorizedClientManager serviceTokens(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService clients) {
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
        return manager;
    }

    @Bean
    RequestInterceptor peerTokens(OAuth2AuthorizedClientManager serviceTokens) {
        return new PeerTokens(serviceTokens);
    }

    /** Somebody who is not sure whether a call took effect decides for himself; transport never repeats one. */
    @Bean
    Retryer neverRetry() {
        return Retryer.NEVER_RETRY;
    }

    /** The HTTP client repeats calls of its own accord, too: after broken connections, and after a 503. */
    @Bean
    HttpClientBuilderCustomizer neverRepeat() {
        return HttpClientBuilder::disableAutomaticRetries;
    }

    @Bean
    ConvertersReady convertersReady(FeignClientFactory clients) {
        return new ConvertersReady(clients);
    }

    @Bean
    Request.Options feignTimeouts(PeerSettings settings) {
        long limit = settings.timeLimit().toMillis();
        return new Request.Options(Math.min(1000, limit), TimeUnit.MILLISECONDS, limit, TimeUnit.MILLISECONDS, false);
    }
}
