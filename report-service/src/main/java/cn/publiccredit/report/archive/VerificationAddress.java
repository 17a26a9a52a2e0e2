package cn.publiccredit.report.archive;

import cn.publiccredit.report.ReportSettings;
import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** The address that a report's QR code carries. */
final class VerificationAddress {

    private VerificationAddress() {}

    static URI of(ReportSettings settings, Report report) {
        return UriComponentsBuilder.fromUri(settings.verificationBase())
                .queryParam("number", report.number())
                .queryParam("code", report.verificationCode())
                .build().toUri();
    }
}
