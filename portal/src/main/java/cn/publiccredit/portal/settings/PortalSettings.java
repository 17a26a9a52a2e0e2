package cn.publiccredit.portal.settings;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The portal's surroundings.
 *
 * @param gateway where the platform's API is
 * @param issuer the identity provider's realm, as browsers reach it
 * @param province the province's name on the pages
 * @param timeLimit how long a page waits for one answer of the API
 */
@ConfigurationProperties(prefix = "credit.portal", ignoreUnknownFields = false)
public record PortalSettings(URI gateway, URI issuer, String province, Duration timeLimit) {}
