package cn.publiccredit.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services behind the gateway and how it talks to them.
 *
 * @param urls address of each service and of {@code portal}
 * @param connectTimeout longest time to connect
 * @param responseTimeout longest silence of a service once it has the whole request, and between two parts of its answer
 * @param connections most connections to one service
 * @param leaseTimeout longest wait for a free connection
 * @param idle after which a kept connection is not used again; keep below the services' keep-alive (20 s), else a
 *     connection could be closed by them just as a POST goes out on it
 * @param validateAfter after which a kept connection is looked at before use
 */
@ConfigurationProperties(prefix = "credit.gateway.peers", ignoreUnknownFields = false)
public record PeerSettings(
        Map<String, URI> urls,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration responseTimeout,
        @DefaultValue("256") int connections,
        @DefaultValue("2s") Duration leaseTimeout,
        @DefaultValue("10s") Duration idle,
        @DefaultValue("500ms") Duration validateAfter) {}
