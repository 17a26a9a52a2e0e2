package cn.publiccredit.catalog.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the catalogue takes in.
 *
 * @param largestBody of one request; what is larger is refused before it is read as JSON. A whole edition has about half a megabyte
 */
@ConfigurationProperties(prefix = "credit.intake", ignoreUnknownFields = false)
record IntakeSettings(@DefaultValue("10MB") DataSize largestBody) {

    IntakeSettings {
        if (largestBody.toBytes() <= 0) {
            throw new IllegalArgumentException("credit.intake.largest-body must be above 0");
        }
    }
}
