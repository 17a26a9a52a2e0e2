package cn.publiccredit.portal.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The portal's surroundings.
 *
 * @param gateway where the platform's API is
 * @param issuer the identity provider's realm, as browsers reach it
 * @param province the province's name on the pages
 * @param timeLimit how long a page waits for one answer of the API
 * @param ruleBooks how the catalogue's names are kept
 */
@ConfigurationProperties(prefix = "credit.portal", ignoreUnknownFields = false)
public record PortalSettings(URI gateway, URI issuer, String province, Duration timeLimit, RuleBooks ruleBooks) {

    /**
     * How the catalogue's names are kept.
     *
     * @param folder where the last good copies lie, for a restart while the catalogue is down
     * @param freshFor how long a copy is used without asking again, if the feed of changes says nothing
     * @param retryAfter how long after a failure the catalogue is asked again
     * @param poll how long after one look at the feed of changes the next one follows
     */
    public record RuleBooks(Path folder, Duration freshFor, Duration retryAfter, Duration poll) {}
}
