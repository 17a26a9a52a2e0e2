package cn.publiccredit.repair.application;

import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves the trace of what happens with cases. */
@Component
class CaseTrail {

    private static final String BASIS = "信用修复管理办法（国家发展改革委令第36号）";

    private final AuditTrail trail;

    CaseTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void allowed(Caller caller, String action, RepairCase repair) {
        trail.record(about(Access.allowed(caller, action), repair).basis(BASIS));
    }

    void refused(Caller caller, String action, RepairCase repair) {
        trail.record(about(Access.refused(caller, action), repair));
    }

    /** A read; of parties without a declared purpose, whose purpose is the case itself. */
    void read(Caller caller, String action, @Nullable Purpose purpose, @Nullable String subject, List<String> cases) {
        Access read = Access.allowed(caller, action).purpose(purpose).subject(subject).basis(BASIS);
        trail.record(cases.isEmpty() ? List.of(read) : cases.stream().map(read::target).toList());
    }

    void refusedSubject(Caller caller, String action, String subject) {
        trail.record(Access.refused(caller, action).subject(subject));
    }

    private static Access about(Access access, RepairCase repair) {
        return access.subject(repair.record.subject()).items(List.of(repair.record.item())).target(repair.id);
    }
}
