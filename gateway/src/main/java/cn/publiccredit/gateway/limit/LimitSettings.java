package cn.publiccredit.gateway.limit;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much each kind of caller may ask of one replica of the gateway.
 *
 * @param anonymous API calls without a token, per address (IPv6: per /64)
 * @param token API calls with a token, per client and user
 * @param pages pages of the portal, per address
 * @param clients budgets of particular clients, by client id, in place of {@code token}
 * @param trusted API calls without a token from one of the trusted addresses
 * @param trustedAddresses addresses (CIDR) that share the trusted budget, such as the portal's
 * @param remembered most callers whose state is kept; the least recently seen are forgotten first
 */
@ConfigurationProperties(prefix = "credit.gateway.limits", ignoreUnknownFields = false)
public record LimitSettings(
        @DefaultValue Budget anonymous,
        @DefaultValue Budget token,
        @DefaultValue Budget pages,
        @DefaultValue Map<String, Budget> clients,
        @DefaultValue Budget trusted,
        @DefaultValue List<String> trustedAddresses,
        @DefaultValue("100000") int remembered) {

    /**
     * A token bucket.
     *
     * @param rate calls per second that flow in
     * @param burst calls that may come at once after a pause
     */
    public record Budget(@DefaultValue("20") int rate, @DefaultValue("60") int burst) {

        public Budget {
            if (rate < 1 || burst < rate) {
                throw new IllegalArgumentException("a budget needs rate >= 1 and burst >= rate");
            }
        }

        /** Seconds in which an empty bucket is full again. */
        long window() {
            return Math.ceilDiv(burst, rate);
        }
    }
}
