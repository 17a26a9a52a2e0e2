package cn.publiccredit.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a route stops trying.
 *
 * @param failureRate share of calls without an answer, in percent, that opens the breaker
 * @param window how many last calls are looked at
 * @param minimumCalls how many calls it takes to judge
 * @param openFor how long the service is left alone
 * @param trialCalls how many calls then find out whether it is back
 */
@ConfigurationProperties(prefix = "credit.gateway.breaker", ignoreUnknownFields = false)
public record BreakerSettings(
        @DefaultValue("50") float failureRate,
        @DefaultValue("20") int window,
        @DefaultValue("10") int minimumCalls,
        @DefaultValue("10s") Duration openFor,
        @DefaultValue("3") int trialCalls) {}
