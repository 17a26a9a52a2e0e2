package cn.publiccredit.report.issuing;

import cn.publiccredit.report.archive.Report;
import cn.publiccredit.report.archive.ReportView;
import cn.publiccredit.report.archive.ReportViews;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a report. */
@RestController
class IssuingController {

    private final Issuing issuing;
    private final ReportViews views;

    IssuingController(Issuing issuing, ReportViews views) {
        this.issuing = issuing;
        this.views = views;
    }

    @PostMapping("/reports")
    @AllowRoles({Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.DEPARTMENT_USER, Role.CITY_OPERATOR,
        Role.PROVINCE_OPERATOR})
    ResponseEntity<ReportView> issue(@AuthenticationPrincipal Caller caller, @RequestBody IssueRequest request) {
        Report report = issuing.issue(caller, request.checked());
        return ResponseEntity.created(URI.create(views.path(report)))
                .eTag("\"" + report.evidence().sha256() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(views.of(report));
    }
}
