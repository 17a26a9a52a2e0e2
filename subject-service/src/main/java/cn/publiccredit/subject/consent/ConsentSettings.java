package cn.publiccredit.subject.consent;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of consents.
 *
 * @param largestPaper the largest signed file that is kept; it has to fit into one document of the store
 */
@ConfigurationProperties(prefix = "credit.consent", ignoreUnknownFields = false)
record ConsentSettings(@DefaultValue("10MB") DataSize largestPaper) {}
