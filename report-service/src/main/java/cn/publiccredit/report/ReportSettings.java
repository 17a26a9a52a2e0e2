package cn.publiccredit.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How reports are issued and verified.
 *
 * @param verificationBase the page where people verify a report; the QR code points there
 * @param issuer who issues, as printed on the cover
 * @param sealKeys directory of the seal's key and certificate; a demonstration pair is made there when it is empty
 * @param mostRecords records that one report may hold where memory allows; above it the report is refused as a whole
 * @param largestUpload largest PDF that may be sent for verification
 * @param largestForm largest form with such a PDF; forms are held in memory, a file sent as the body is not
 * @param formsAtATime forms that one replica holds at the same time
 * @param attempts wrong codes accepted for one number within the window
 * @param attemptWindow the window of {@code attempts}
 */
@ConfigurationProperties(prefix = "credit.report", ignoreUnknownFields = false)
public record ReportSettings(
        @DefaultValue("http://localhost:8080/verify") URI verificationBase,
        @DefaultValue("省公共信用信息共享服务平台") String issuer,
        @DefaultValue(".credit/seal") Path sealKeys,
        @DefaultValue("5000") int mostRecords,
        @DefaultValue("64MB") DataSize largestUpload,
        @DefaultValue("12MB") DataSize largestForm,
        @DefaultValue("4") int formsAtATime,
        @DefaultValue("10") int attempts,
        @DefaultValue("10m") Duration attemptWindow) {}
