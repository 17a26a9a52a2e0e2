package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.security.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes decisions about the catalogue to the audit trail, before they are made. */
@Component
class Trail {

    private final AuditTrail audit;

    Trail(AuditTrail audit) {
        this.audit = audit;
    }

    void allowed(Caller caller, String action, Kind kind, String code) {
        record(Access.allowed(caller, action), kind, code);
    }

    void refused(Caller caller, String action, Kind kind, String code) {
        record(Access.refused(caller, action), kind, code);
    }

    private void record(Access access, Kind kind, String code) {
        audit.record(access.target(kind.path() + "/" + code).items(kind == Kind.ITEMS ? List.of(code) : List.of()));
    }
}
