package cn.publiccredit.listing.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.Divisions;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Reads breaches that lead to a list for whoever decides about them: the body that checks the commitment, and those above it. */
@Component
class FindFollowUps {

    private static final String BASIS = "名单认定办理";

    private final FollowUps store;
    private final AuditTrail trail;

    FindFollowUps(FollowUps store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Which are wanted; null means any. */
    record Filter(FollowUp.@Nullable State state, @Nullable String commitment) {}

    Page<FollowUp> page(Caller caller, Filter filter, Paging paging) {
        List<Criteria> wanted = new ArrayList<>();
        visible(caller).ifPresent(wanted::add);
        if (filter.state() != null) {
            wanted.add(FollowUps.in(filter.state()));
        }
        if (filter.commitment() != null && !filter.commitment().isBlank()) {
            wanted.add(where("commitment").is(filter.commitment().strip()));
        }
        Page<FollowUp> page = store.page(wanted, paging);
        Access read = Access.allowed(caller, "follow-up.read").basis(BASIS);
        trail.record(page.items().isEmpty()
                ? List.of(read)
                : page.items().stream().map(one -> read.subject(one.about().subject()).target(one.id())).toList());
        return page;
    }

    /** What the caller's list is restricted to; empty where it is not. */
    private static Optional<Criteria> visible(Caller caller) {
        if (caller.is(Role.AUDITOR)) {
            return Optional.empty();
        }
        List<Criteria> any = new ArrayList<>();
        any.add(where("_id").is(""));
        if (caller.is(Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR) && caller.division() != null) {
            any.add(Divisions.within(FollowUps.DIVISION, caller.division()));
        }
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null) {
            any.add(where(FollowUps.DEPARTMENT).is(caller.org()));
        }
        return Optional.of(new Criteria().orOperator(any));
    }
}
