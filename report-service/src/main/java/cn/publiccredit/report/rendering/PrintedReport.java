package cn.publiccredit.report.rendering;

import cn.publiccredit.report.content.Content;
import java.net.URI;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is printed.
 *
 * @param content what the report says
 * @param contentSha256 hash of the stored content, so that print and store can be compared
 * @param verification the address in the QR code
 * @param sealNotice what the seal on the file is worth
 */
public record PrintedReport(
        String number,
        String verificationCode,
        ZonedDateTime issuedAt,
        String issuer,
        String purpose,
        @Nullable String consent,
        Content content,
        String contentSha256,
        URI verification,
        String sealNotice) {}
