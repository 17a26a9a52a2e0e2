package cn.publiccredit.listing.screening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of screening.
 *
 * @param mostSubjects how many subjects one call may ask about (domain rules, "Screening")
 */
@ConfigurationProperties(prefix = "credit.screening", ignoreUnknownFields = false)
record ScreeningSettings(@DefaultValue("1000") int mostSubjects) {}
