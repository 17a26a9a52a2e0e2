package cn.publiccredit.report.issuing;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.archive.Report;
import cn.publiccredit.report.archive.ReportNumber;
import cn.publiccredit.report.archive.Reports;
import cn.publiccredit.report.content.Composed;
import cn.publiccredit.report.content.Composer;
import cn.publiccredit.report.content.Evidence;
import cn.publiccredit.report.content.Facts;
import cn.publiccredit.report.content.Template;
import cn.publiccredit.report.content.Templates;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Issues reports: gathered live, whole or not at all, traced before they are kept, and never twice for one keyed request. */
@Component
class Issuing {

    private static final int NUMBERS_TRIED = 5;

    private final Gathering gathering;
    private final Templates templates;
    private final Reports reports;
    private final AuditTrail trail;
    private final RequestIds ids;
    private final LeasedWorker printer;
    private final Clock clock;

    Issuing(Gathering gathering, Templates templates, Reports reports, AuditTrail trail, RequestIds ids,
            LeasedWorker printer, Clock clock) {
        this.gathering = gathering;
        this.templates = templates;
        this.reports = reports;
        this.trail = trail;
        this.ids = ids;
        this.printer = printer;
        this.clock = clock;
    }

    Report issue(Caller caller, IssueRequest.Checked request) {
        String id = ids.next();
        Optional<Report> earlier = reports.byId(id);
        if (earlier.isPresent()) {
            return requireSame(earlier.get(), request);
        }
        Template template = templates.require(request.template());
        return keep(id, caller, request, template, gather(caller, request));
    }

    private Facts gather(Caller caller, IssueRequest.Checked request) {
        try {
            return gathering.gather(request, subject -> Basis.of(caller, subject, request));
        } catch (RuntimeException refused) {
            trail.record(Access.refused(caller, "report.issue").purpose(request.purpose()).subject(request.subject()));
            throw refused;
        }
    }

    private Report keep(String id, Caller caller, IssueRequest.Checked request, Template template, Facts facts) {
        if (!template.isFor(facts.subject().kind())) {
            throw ReportProblem.TEMPLATE_NOT_FOR_SUBJECT.with(template.code());
        }
        Composed composed = Composer.compose(template, facts);
        Reports.Stored stored = reports.store(composed.content());
        Evidence evidence = new Evidence(composed.records(), composed.entries(), composed.catalogue(),
                facts.gatheredAt().toInstant(), facts.subject().ids(), stored.sha256());
        List<String> items = composed.records().stream().map(Evidence.RecordVersion::item).distinct().toList();
        for (int i = 0; i < NUMBERS_TRIED; i++) {
            ZonedDateTime now = clock.instant().atZone(clock.getZone());
            Report report = new Report(id, ReportNumber.next(now), ReportNumber.nextCode(), now.toInstant(),
                    facts.subject().id(), facts.subject().name(), facts.subject().uscc(), template.code(),
                    template.version(), Report.Requester.of(caller), request.purpose(), stored.file(), evidence, null,
                    Work.dueAt(now.toInstant()), 0);
            trail.record(Access.allowed(caller, "report.issue").purpose(request.purpose())
                    .basis(request.purpose().consent()).subject(report.subject()).items(items).target(report.number()));
            if (reports.add(report)) {
                printer.wake();
                return report;
            }
            Optional<Report> other = reports.byId(id);
            if (other.isPresent()) {
                return requireSame(other.get(), request);
            }
        }
        throw CommonProblem.CONFLICT.with();
    }

    private Report requireSame(Report report, IssueRequest.Checked request) {
        // A report names the subject that stands for the one that was asked for, then or now.
        boolean sameSubject = report.evidence().subjectsOr(report.subject()).contains(request.subject())
                || gathering.identity(request.subject()).ids().contains(report.subject());
        boolean same = sameSubject && report.template().equals(request.template())
                && report.purpose().equals(request.purpose());
        if (!same) {
            throw CommonProblem.KEY_REUSED.with();
        }
        return report;
    }
}
