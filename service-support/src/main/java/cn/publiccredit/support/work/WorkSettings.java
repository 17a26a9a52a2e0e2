package cn.publiccredit.support.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How due documents are found and held.
 *
 * @param poll how often an idle replica looks for due work
 * @param lease how long work stays with a replica that has gone silent
 * @param firstPause pause after the first failure; it doubles with each further one
 * @param longestPause longest pause between two attempts
 */
@ConfigurationProperties(prefix = "credit.work", ignoreUnknownFields = false)
public record WorkSettings(
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause) {

    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
