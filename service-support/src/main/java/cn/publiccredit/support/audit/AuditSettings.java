package cn.publiccredit.support.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the audit trail's writer.
 *
 * @param groupSize entries written with one insert at most
 * @param waiting entries that may wait; beyond it accesses are refused
 * @param patience how long an access waits for its entry to be durable before it is refused
 */
@ConfigurationProperties(prefix = "credit.audit", ignoreUnknownFields = false)
record AuditSettings(
        @DefaultValue("500") int groupSize,
        @DefaultValue("10000") int waiting,
        @DefaultValue("10s") Duration patience) {}
