package cn.publiccredit.gateway.origin;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to believe about where a call comes from.
 *
 * @param trustedProxies addresses (CIDR) of the proxies in front of the gateway whose X-Forwarded headers are believed
 * @param metricsFrom addresses (CIDR) from which metrics may be read
 */
@ConfigurationProperties(prefix = "credit.gateway.origin", ignoreUnknownFields = false)
public record OriginSettings(
        @DefaultValue List<String> trustedProxies, @DefaultValue({"127.0.0.0/8", "::1"}) List<String> metricsFrom) {}
