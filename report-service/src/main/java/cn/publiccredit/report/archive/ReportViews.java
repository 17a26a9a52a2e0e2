package cn.publiccredit.report.archive;

import cn.publiccredit.report.content.Content;
import cn.publiccredit.support.web.ServiceSettings;
import org.springframework.stereotype.Component;

/** Makes the API's views of reports. */
@Component
public class ReportViews {

    private final Reports reports;
    private final ServiceSettings service;

    ReportViews(Reports reports, ServiceSettings service) {
        this.reports = reports;
        this.service = service;
    }

    public ReportView of(Report report) {
        return of(report, reports.content(report));
    }

    public ReportView of(Report report, Content content) {
        return ReportView.of(report, content, path(report) + ".pdf");
    }

    /** Where the report is read. */
    public String path(Report report) {
        return service.prefix() + "/reports/" + report.number();
    }
}
