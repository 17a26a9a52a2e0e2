package cn.publiccredit.gateway.trace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls are followed.
 *
 * @param sampling share of calls, 0 to 1, whose trace the services record beyond their log lines
 */
@ConfigurationProperties(prefix = "credit.gateway.trace", ignoreUnknownFields = false)
public record TraceSettings(@DefaultValue("0.1") double sampling) {

    public TraceSettings {
        if (!(sampling >= 0 && sampling <= 1)) {
            throw new IllegalArgumentException("credit.gateway.trace.sampling must lie between 0 and 1");
        }
    }
}
