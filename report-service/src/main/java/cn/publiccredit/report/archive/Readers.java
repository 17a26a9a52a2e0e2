package cn.publiccredit.report.archive;

import cn.publiccredit.report.source.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read an issued report: whoever asked for it, the subject itself, the auditor. To others it does not exist. */
@Component
class Readers {

    private final Reports reports;
    private final Subjects subjects;
    private final AuditTrail trail;

    Readers(Reports reports, Subjects subjects, AuditTrail trail) {
        this.reports = reports;
        this.subjects = subjects;
        this.trail = trail;
    }

    /** The report for this caller, with the access in the trail. @throws cn.publiccredit.support.problem.Problem 404 */
    Report open(String number, Caller caller, Optional<Purpose> declared, String action) {
        Optional<Report> found = reports.byNumber(number);
        if (found.isEmpty() || !isEntitled(found.get(), caller)) {
            trail.record(Access.refused(caller, action).target(number));
            throw CommonProblem.NOT_FOUND.with();
        }
        Report report = found.get();
        trail.record(Access.allowed(caller, action)
                .purpose(declared.orElse(report.purpose()))
                .subject(report.subject())
                .basis(report.purpose().consent())
                .target(number));
        return report;
    }

    private boolean isEntitled(Report report, Caller caller) {
        return caller.id().equals(report.requestedBy().id())
                || caller.owns(report.subject())
                || caller.is(Role.AUDITOR)
                || isOwnUnderAnotherCode(report, caller);
    }

    private boolean isOwnUnderAnotherCode(Report report, Caller caller) {
        return caller.is(Role.SUBJECT_USER) && subjects.identity(report.subject()).isOwnedBy(caller);
    }
}
