package cn.publiccredit.support.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys are held.
 *
 * @param kept for how long a key gives the same answer (API contract, "Manner")
 * @param busy how long a request may go without an answer before its process is taken for dead and its key is free again; must
 *     be longer than the longest request
 */
@ConfigurationProperties(prefix = "credit.idempotency", ignoreUnknownFields = false)
public record IdempotencySettings(@DefaultValue("24h") Duration kept, @DefaultValue("2m") Duration busy) {}
