package cn.publiccredit.subject.rulebook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the catalogue is asked.
 *
 * @param freshFor how long an item is used before the catalogue is asked whether it still holds
 */
@ConfigurationProperties(prefix = "credit.rule-book", ignoreUnknownFields = false)
record RuleBookSettings(@DefaultValue("10s") Duration freshFor) {}
