package cn.publiccredit.repair.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.repair.record.Identities;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Reads of cases: the right, the purpose, the trace, then the answer. */
@Component
class CaseReading {

    private static final List<CaseState> PUBLIC = List.of(CaseState.EFFECTIVE, CaseState.REVOKED);

    private final Cases cases;
    private final Identities identities;
    private final CaseTrail trail;
    private final CaseAnswers answers;
    private final Clock clock;

    CaseReading(Cases cases, Identities identities, CaseTrail trail, CaseAnswers answers, Clock clock) {
        this.cases = cases;
        this.identities = identities;
        this.trail = trail;
        this.answers = answers;
        this.clock = clock;
    }

    /** Which cases are wanted; null means any. */
    record Filter(@Nullable String subject, @Nullable CaseState state, boolean overdue) {}

    /** The case, for those who may see it. Its parties need not say why: the case is the purpose. */
    RepairCase one(String id, Caller caller, Optional<Purpose> purpose) {
        RepairCase repair = cases.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        boolean own = identities.isOwn(caller, repair.record.subject());
        if (!CaseAccess.maySee(caller, own, repair)) {
            trail.refused(caller, "case.read", repair);
            throw CommonProblem.NOT_FOUND.with();
        }
        if (purpose.isEmpty() && !CaseAccess.isParty(caller, own, repair)) {
            throw CommonProblem.PURPOSE_REQUIRED.with();
        }
        trail.read(caller, "case.read", purpose.orElse(null), repair.record.subject(), List.of(repair.id));
        return repair;
    }

    /**
     * A list of cases. Of a named subject everybody signed in also learns what is public anyway, in the short form: which of its
     * records were repaired; so that reports can be drawn with the reader's own token.
     */
    Page<CaseView> list(Filter filter, Paging paging, Caller caller, Optional<Purpose> purpose) {
        List<String> own = identities.own(caller);
        requireOwn(filter.subject(), own, caller);
        if (purpose.isEmpty() && !isDuty(caller)) {
            throw CommonProblem.PURPOSE_REQUIRED.with();
        }
        Page<RepairCase> page = Page.of(
                cases.list(criteria(filter, own, caller), CasePosition.of(paging), paging.limitPlusOne()),
                paging, CasePosition::after);
        trail.read(caller, "cases.read", purpose.orElse(null), filter.subject(),
                page.items().stream().map(c -> c.id).toList());
        return page.map(c -> CaseAccess.maySee(caller, own.contains(c.record.subject()), c)
                ? answers.view(c)
                : answers.decided(c));
    }

    /** The decisions of organisations that are public: repairs that took effect, and those revoked since. */
    Page<RepairCase> decisions(@Nullable String subject, Paging paging) {
        Criteria fitting = where("organisation").is(true).and(Cases.STATE).in(PUBLIC).and("decision").ne(null);
        if (subject != null) {
            fitting = fitting.and(Cases.SUBJECT).in(identities.of(subject));
        }
        return Page.of(cases.list(fitting, CasePosition.of(paging), paging.limitPlusOne()), paging, CasePosition::after);
    }

    private void requireOwn(@Nullable String subject, List<String> own, Caller caller) {
        boolean onlySubject = caller.roles().stream().allMatch(role -> role == Role.SUBJECT_USER);
        if (onlySubject && subject != null && !own.contains(subject)) {
            trail.refusedSubject(caller, "cases.read", subject);
            throw CommonProblem.NOT_FOUND.with();
        }
    }

    private static boolean isDuty(Caller caller) {
        return caller.is(Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.REPAIR_APPROVER);
    }

    private Criteria criteria(Filter filter, List<String> own, Caller caller) {
        List<Criteria> all = new ArrayList<>();
        Criteria visible = CaseAccess.visibleTo(caller, own);
        if (filter.subject() == null) {
            all.add(visible);
        } else {
            all.add(where(Cases.SUBJECT).in(identities.of(filter.subject())));
            all.add(new Criteria().orOperator(visible, where(Cases.STATE).in(PUBLIC)));
        }
        if (filter.state() != null) {
            all.add(where(Cases.STATE).is(filter.state()));
        }
        if (filter.overdue()) {
            all.add(RepairWork.overdue(LocalDate.now(clock)));
        }
        return new Criteria().andOperator(all);
    }
}
