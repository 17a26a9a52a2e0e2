package cn.publiccredit.listing.determination;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.Divisions;
import cn.publiccredit.listing.determination.CaseState.Action;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;

/** Who may see a case and who may do what with it; whoever may not see it is not told that it exists. */
final class CaseAccess {

    private static final Role[] ALL = {Role.AUDITOR, Role.PLATFORM_SERVICE};
    private static final Role[] WITHIN_DIVISION = {Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.LIST_APPROVER};

    private CaseAccess() {}

    /** @param own whether the case is about the caller's own subject */
    static boolean allows(Caller caller, boolean own, Action action, ListingCase listing) {
        return switch (action) {
            case NOTIFY, DETERMINE -> handles(caller, listing);
            case STATE -> handles(caller, listing) || isHeard(own, listing);
            case APPROVE -> approves(caller, listing);
            case REJECT -> handles(caller, listing) || approves(caller, listing);
        };
    }

    /** @param own whether the case is about the caller's own subject */
    static boolean sees(Caller caller, boolean own, ListingCase listing) {
        return caller.is(ALL) || handles(caller, listing) || isHeard(own, listing)
                || (caller.is(WITHIN_DIVISION) && caller.covers(new Division(listing.division())));
    }

    /**
     * Restricts a query to the cases that {@link #sees} lets the caller see; empty when that is all of them.
     *
     * @param own all ids of the caller's own subject
     */
    static Optional<Criteria> visible(Caller caller, List<String> own) {
        if (caller.is(ALL)) {
            return Optional.empty();
        }
        List<Criteria> any = new ArrayList<>();
        any.add(where("_id").is(""));
        if (caller.is(WITHIN_DIVISION) && caller.division() != null) {
            any.add(Divisions.within("division", caller.division()));
        }
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null) {
            any.add(where("department").is(caller.org()));
        }
        if (!own.isEmpty()) {
            any.add(where("subject._id").in(own).and("notice").exists(true));
        }
        return Optional.of(new Criteria().orOperator(any));
    }

    private static boolean handles(Caller caller, ListingCase listing) {
        boolean ownDepartment = caller.is(Role.DEPARTMENT_USER)
                && caller.org() != null && caller.org().equals(listing.department());
        return ownDepartment || (caller.is(Role.CITY_OPERATOR) && caller.covers(new Division(listing.division())));
    }

    private static boolean approves(Caller caller, ListingCase listing) {
        return caller.is(Role.LIST_APPROVER) && caller.covers(new Division(listing.division()));
    }

    /** A subject learns of its case by the notice, not before. */
    private static boolean isHeard(boolean own, ListingCase listing) {
        return own && listing.notice() != null;
    }
}
