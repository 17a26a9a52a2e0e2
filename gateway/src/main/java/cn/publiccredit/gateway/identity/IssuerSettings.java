package cn.publiccredit.gateway.identity;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param uri the issuer exactly as it stands in the tokens
 * @param keys address of its signing keys as reachable from here
 * @param timeout longest time to connect and to wait for the keys
 * @param askAgainAfter shortest time between two requests for keys, however many tokens name unknown ones
 * @param keysKept how long the last known keys still count while the issuer is down
 */
@ConfigurationProperties(prefix = "credit.gateway.issuer", ignoreUnknownFields = false)
public record IssuerSettings(
        String uri,
        URI keys,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("5s") Duration askAgainAfter,
        @DefaultValue("4h") Duration keysKept) {}
