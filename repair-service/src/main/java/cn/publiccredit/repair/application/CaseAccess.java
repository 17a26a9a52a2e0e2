package cn.publiccredit.repair.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Who may see a case and who may do what with it: 谁认定、谁修复 (国家发展改革委令第36号). Whether the case is about the caller's
 * own subject, under whichever of its codes, is found out before ({@code own}).
 */
final class CaseAccess {

    private CaseAccess() {}

    /** The subject itself, or somebody whose duty the case is. */
    static boolean isParty(Caller caller, boolean own, RepairCase repair) {
        return own
                || (repair.state != CaseState.DRAFT && (handles(caller, repair) || decides(caller, repair)));
    }

    /** Parties, the province, and the platform's own services. Drafts are the subject's own business. */
    static boolean maySee(Caller caller, boolean own, RepairCase repair) {
        return isParty(caller, own, repair)
                || (repair.state != CaseState.DRAFT
                        && (caller.is(Role.PLATFORM_SERVICE)
                                || (caller.is(Role.PROVINCE_OPERATOR) && covers(caller, repair))));
    }

    static boolean mayDo(Caller caller, boolean own, RepairCase repair, CaseAction action) {
        return switch (action) {
            case EDIT, SUBMIT, WITHDRAW -> own;
            case ACCEPT, REFUSE, EXTEND -> handles(caller, repair);
            case APPROVE, REJECT -> decides(caller, repair);
            case REVOKE -> handles(caller, repair) || decides(caller, repair);
        };
    }

    /**
     * The department that determined the record, or an operator of the city it belongs to. What is recorded of a body itself, as
     * arrears and broken contracts are with that body as their source, it does not judge.
     */
    private static boolean handles(Caller caller, RepairCase repair) {
        return (caller.is(Role.DEPARTMENT_USER) && repair.isDeterminedBy(caller.org()) && !repair.record.subject().equals(caller.org()))
                || (caller.is(Role.CITY_OPERATOR) && covers(caller, repair));
    }

    static boolean decides(Caller caller, RepairCase repair) {
        return caller.is(Role.REPAIR_APPROVER) && covers(caller, repair);
    }

    // A record without a division is the province's.
    private static boolean covers(Caller caller, RepairCase repair) {
        return repair.division().map(caller::covers)
                .orElseGet(() -> caller.division() != null && caller.division().isProvince());
    }

    /**
     * Which cases a list may show this caller in full: the same as {@link #maySee}, as a query.
     *
     * @param own all ids of the caller's own subject
     */
    static Criteria visibleTo(Caller caller, List<String> own) {
        List<Criteria> any = new ArrayList<>();
        if (!own.isEmpty()) {
            any.add(where(Cases.SUBJECT).in(own));
        }
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null) {
            any.add(submitted(where(Cases.SOURCE).is(caller.org()).and(Cases.SUBJECT).ne(caller.org())));
        }
        Division division = caller.division();
        if (division != null && caller.is(Role.CITY_OPERATOR, Role.REPAIR_APPROVER, Role.PROVINCE_OPERATOR)) {
            any.add(submitted(where(Cases.DIVISION).regex("^" + division.significantDigits())));
            if (division.isProvince()) {
                any.add(submitted(where(Cases.DIVISION).isNull()));
            }
        }
        if (caller.is(Role.PLATFORM_SERVICE)) {
            any.add(where(Cases.STATE).ne(CaseState.DRAFT));
        }
        return any.isEmpty() ? where("_id").is("") : new Criteria().orOperator(any);
    }

    private static Criteria submitted(Criteria some) {
        return some.and(Cases.STATE).ne(CaseState.DRAFT);
    }
}
