package cn.publiccredit.listing.followup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How broken commitments are looked for.
 *
 * @param lookEvery how long after one look through all of them the next one follows
 * @param tryAgainAfter after how long it is looked again whether what could not be proposed can be now
 * @param atATime how many are asked for together
 */
@ConfigurationProperties(prefix = "credit.follow-ups", ignoreUnknownFields = false)
record FollowUpSettings(
        @DefaultValue("1m") Duration lookEvery, @DefaultValue("1d") Duration tryAgainAfter, @DefaultValue("100") int atATime) {}
