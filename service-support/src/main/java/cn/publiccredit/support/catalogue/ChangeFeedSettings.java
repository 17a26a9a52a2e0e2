package cn.publiccredit.support.catalogue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the catalogue's feed of changes is followed.
 *
 * @param poll how long after one look at the feed the next one follows
 */
@ConfigurationProperties(prefix = "credit.change-feed", ignoreUnknownFields = false)
record ChangeFeedSettings(@DefaultValue("3s") Duration poll) {}
