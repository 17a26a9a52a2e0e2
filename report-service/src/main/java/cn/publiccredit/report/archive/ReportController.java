package cn.publiccredit.report.archive;

import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowSignedIn;
import cn.publiccredit.support.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Issued reports, as JSON and as PDF. */
@RestController
class ReportController {

    private final Readers readers;
    private final Reports reports;
    private final Printing printing;
    private final ReportViews views;

    ReportController(Readers readers, Reports reports, Printing printing, ReportViews views) {
        this.readers = readers;
        this.reports = reports;
        this.printing = printing;
        this.views = views;
    }

    @GetMapping("/reports/{number:" + ReportNumber.PATTERN + "}")
    @AllowSignedIn
    ResponseEntity<ReportView> report(
            @AuthenticationPrincipal Caller caller, @PathVariable String number, Optional<Purpose> purpose) {
        Report report = readers.open(number, caller, purpose, "report.read");
        return ResponseEntity.ok()
                .eTag("\"" + report.evidence().sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(views.of(report));
    }

    @GetMapping("/reports/{number:" + ReportNumber.PATTERN + "}.pdf")
    @AllowSignedIn
    ResponseEntity<StreamingResponseBody> pdf(
            @AuthenticationPrincipal Caller caller, @PathVariable String number, Optional<Purpose> purpose) {
        Report report = readers.open(number, caller, purpose, "report.read-pdf");
        StoredFile pdf = printing.pdf(report);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("企业公共信用信息报告-" + report.subjectName() + "-" + number + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(pdf.size())
                .eTag("\"" + pdf.sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(to -> reports.copyPdf(pdf, to));
    }
}
