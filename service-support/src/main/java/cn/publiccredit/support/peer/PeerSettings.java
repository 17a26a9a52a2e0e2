package cn.publiccredit.support.peer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls to other services are bounded; the addresses are {@code credit.peers.<name>} of each service.
 *
 * @param timeLimit how long one call may take in all, from the first byte sent to the last received
 * @param slidingWindow number of last calls that decide whether the breaker opens
 * @param fewestCalls calls needed before it may open
 * @param failureRate percentage of failed calls at which it opens
 * @param openFor how long it stays open before it lets calls try again
 * @param callsWhenHalfOpen how many may try then
 */
@ConfigurationProperties(prefix = "credit.peer-calls", ignoreUnknownFields = false)
public record PeerSettings(
        @DefaultValue("3s") Duration timeLimit,
        @DefaultValue("20") int slidingWindow,
        @DefaultValue("5") int fewestCalls,
        @DefaultValue("50") float failureRate,
        @DefaultValue("5s") Duration openFor,
        @DefaultValue("3") int callsWhenHalfOpen) {}
