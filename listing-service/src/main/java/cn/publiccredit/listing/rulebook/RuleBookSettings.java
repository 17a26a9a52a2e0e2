package cn.publiccredit.listing.rulebook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rule books are kept.
 *
 * @param freshFor how long a copy is used without asking the catalogue again
 * @param retryAfter how long the last good copy is used before a catalogue that failed is asked again
 */
@ConfigurationProperties(prefix = "credit.rule-books", ignoreUnknownFields = false)
record RuleBookSettings(@DefaultValue("60s") Duration freshFor, @DefaultValue("5s") Duration retryAfter) {}
