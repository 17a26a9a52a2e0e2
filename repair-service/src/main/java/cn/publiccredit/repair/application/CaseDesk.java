package cn.publiccredit.repair.application;

import cn.publiccredit.repair.RepairProblem;
import cn.publiccredit.repair.record.Identities;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where every change of a case passes: right, version, transition, trace, write, in this order. */
@Component
class CaseDesk {

    private final Cases cases;
    private final Identities identities;
    private final CaseTrail trail;

    CaseDesk(Cases cases, Identities identities, CaseTrail trail) {
        this.cases = cases;
        this.identities = identities;
        this.trail = trail;
    }

    /** What a caller wants to do with a case: on which version ({@code If-Match}) he bases it. */
    record Change(String id, @Nullable String ifMatch, Caller caller, CaseAction action) {}

    RepairCase change(Change wanted, Consumer<RepairCase> transition) {
        RepairCase repair = entitled(wanted);
        EntityTag.require(wanted.ifMatch(), repair.version);
        repair.require(wanted.action());
        try {
            transition.accept(repair);
        } catch (Problem refused) {
            if (refused.code() == RepairProblem.FOUR_EYES) {
                trail.refused(wanted.caller(), auditAction(wanted), repair);
            }
            throw refused;
        }
        trail.allowed(wanted.caller(), auditAction(wanted), repair);
        return cases.save(repair);
    }

    private RepairCase entitled(Change wanted) {
        RepairCase repair = cases.find(wanted.id()).orElseThrow(CommonProblem.NOT_FOUND::with);
        boolean own = identities.isOwn(wanted.caller(), repair.record.subject());
        if (!CaseAccess.mayDo(wanted.caller(), own, repair, wanted.action())) {
            trail.refused(wanted.caller(), auditAction(wanted), repair);
            throw CaseAccess.maySee(wanted.caller(), own, repair)
                    ? CommonProblem.FORBIDDEN.with()
                    : CommonProblem.NOT_FOUND.with();
        }
        return repair;
    }

    private static String auditAction(Change wanted) {
        return "case." + wanted.action().path();
    }
}
