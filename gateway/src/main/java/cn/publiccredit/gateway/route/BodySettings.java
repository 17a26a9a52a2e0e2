package cn.publiccredit.gateway.route;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be.
 *
 * @param usual limit for API calls
 * @param pages limit for the portal, which bounds its own forms more tightly
 * @param larger paths whose POST may be larger
 */
@ConfigurationProperties(prefix = "credit.gateway.body", ignoreUnknownFields = false)
public record BodySettings(
        @DefaultValue("10MB") DataSize usual, @DefaultValue("2GB") DataSize pages, @DefaultValue List<Larger> larger) {

    /** One path pattern with its limit. */
    public record Larger(String path, DataSize limit) {}
}
