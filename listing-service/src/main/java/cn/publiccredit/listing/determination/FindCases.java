package cn.publiccredit.listing.determination;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.subject.OwnSubject;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Reads cases for those who may see them, with a trace. Whoever works on a case needs no other purpose than the case. */
@Component
class FindCases {

    private static final String BASIS = "名单认定办理";

    private final Cases cases;
    private final Subjects subjects;
    private final OwnSubject ownSubject;
    private final AuditTrail trail;

    FindCases(Cases cases, Subjects subjects, OwnSubject ownSubject, AuditTrail trail) {
        this.cases = cases;
        this.subjects = subjects;
        this.ownSubject = ownSubject;
        this.trail = trail;
    }

    /** Which cases are wanted; null means any. */
    record Filter(@Nullable CaseState state, @Nullable String list, @Nullable String subject) {}

    ListingCase one(Caller caller, Optional<Purpose> purpose, String id) {
        ListingCase found = cases.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        boolean sees = CaseAccess.sees(caller, ownSubject.isOf(caller, found.subject().id()), found);
        Access access = sees ? Access.allowed(caller, "case.read") : Access.refused(caller, "case.read");
        trail.record(access.purpose(purpose.orElse(null)).basis(BASIS).subject(found.subject().id()).target(id));
        if (!sees) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return found;
    }

    Page<ListingCase> page(Caller caller, Optional<Purpose> purpose, Filter filter, Paging paging, LocalDate today) {
        List<Criteria> criteria = new ArrayList<>();
        CaseAccess.visible(caller, ownSubject.idsOf(caller)).ifPresent(criteria::add);
        if (filter.state() != null) {
            criteria.add(Cases.showing(filter.state(), today));
        }
        if (filter.list() != null && !filter.list().isBlank()) {
            criteria.add(where("judgedBy.list").is(filter.list().strip()));
        }
        if (filter.subject() != null && !filter.subject().isBlank()) {
            criteria.add(where("subject._id").in(subjects.identity(filter.subject().strip()).ids()));
        }
        Page<ListingCase> page = cases.find(criteria, paging);
        Access read = Access.allowed(caller, "case.read").purpose(purpose.orElse(null)).basis(BASIS);
        trail.record(page.items().isEmpty()
                ? List.of(read.subject(filter.subject()))
                : page.items().stream().map(c -> read.subject(c.subject().id()).target(c.id())).toList());
        return page;
    }
}
