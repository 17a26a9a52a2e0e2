package cn.publiccredit.listing.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.Divisions;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which entries a caller may see.
 *
 * <p>Entries in force serve every body that decides; what was ended is history, for the subject itself, the department and
 * division that determined it, the province, auditors and the platform's own services.
 */
final class EntryAccess {

    private static final Role[] ALL_HISTORY = {Role.PROVINCE_OPERATOR, Role.AUDITOR, Role.PLATFORM_SERVICE};
    private static final Role[] DIVISION_HISTORY = {Role.CITY_OPERATOR, Role.LIST_APPROVER, Role.REPAIR_APPROVER};

    private EntryAccess() {}

    /**
     * Restricts a query to what the caller may see on this day; empty when that is everything.
     *
     * @param own all ids of the caller's own subject
     */
    static Optional<Criteria> of(Caller caller, List<String> own, LocalDate day) {
        if (caller.is(ALL_HISTORY)) {
            return Optional.empty();
        }
        List<Criteria> any = new ArrayList<>();
        any.add(caller.is(DIVISION_HISTORY) || caller.is(Role.DEPARTMENT_USER)
                ? Entries.liveOn(day)
                : new Criteria().andOperator(where("shownPublicly").is(true), Entries.liveOn(day)));
        if (caller.is(DIVISION_HISTORY) && caller.division() != null) {
            any.add(Divisions.within("division", caller.division()));
        }
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null) {
            any.add(where("department").is(caller.org()));
        }
        if (!own.isEmpty()) {
            any.add(where("subject").in(own));
        }
        return Optional.of(new Criteria().orOperator(any));
    }

    /** The purpose of a read: declared by whoever reads about others; the platform's services and the subject need none. */
    static @Nullable Purpose purpose(Caller caller, boolean own, Optional<Purpose> declared) {
        boolean needsNone = own || caller.is(Role.PLATFORM_SERVICE);
        if (declared.isEmpty() && !needsNone) {
            throw CommonProblem.PURPOSE_REQUIRED.with();
        }
        return declared.orElse(null);
    }

    /** As the query of {@link #of}, for an entry that is already read. @param own whether it is the caller's own subject's */
    static boolean sees(Caller caller, boolean own, Entry entry, LocalDate day) {
        if (own || caller.is(ALL_HISTORY)) {
            return true;
        }
        boolean official = caller.is(DIVISION_HISTORY) || caller.is(Role.DEPARTMENT_USER);
        if (entry.isLive(day) && (official || entry.shownPublicly())) {
            return true;
        }
        boolean ownDivision = caller.is(DIVISION_HISTORY) && caller.division() != null
                && entry.division().startsWith(caller.division().significantDigits());
        boolean ownDepartment = caller.is(Role.DEPARTMENT_USER) && caller.org() != null
                && Objects.equals(entry.department(), caller.org());
        return ownDivision || ownDepartment;
    }
}
