package cn.publiccredit.subject.rulebook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the catalogue is asked.
 *
 * @param freshFor how long an item or a calendar is used before the catalogue is asked whether it still holds
 * @param namesFreshFor likewise for what divisions and sources are called
 * @param retryAfter how long after it gave no answer it is asked for a book again
 */
@ConfigurationProperties(prefix = "credit.rule-book", ignoreUnknownFields = false)
record RuleBookSettings(
        @DefaultValue("10s") Duration freshFor,
        @DefaultValue("1m") Duration namesFreshFor,
        @DefaultValue("5s") Duration retryAfter) {}
