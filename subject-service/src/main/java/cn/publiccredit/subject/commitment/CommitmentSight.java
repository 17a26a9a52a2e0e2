package cn.publiccredit.subject.commitment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.commitment.Commitment.State;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Paging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Whose commitments somebody sees: a subject its own, a body those that it accepted, an operator those of its division. */
@Component
class CommitmentSight {

    private final Commitments store;
    private final Subjects subjects;

    CommitmentSight(Commitments store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /** @throws cn.publiccredit.support.problem.Problem 404 for one that the caller may not see, too */
    Commitment visible(Caller caller, String id) {
        return store.find(id).filter(c -> isVisible(caller, c)).orElseThrow(SubjectProblem.COMMITMENT_NOT_FOUND::with);
    }

    /**
     * Which commitments are wanted; null for any.
     *
     * @param followUp what came of the list that a breach leads to
     * @param overdue only those whose day of checking has passed
     */
    record Wanted(@Nullable String subject, @Nullable State state, FollowUp.@Nullable State followUp, boolean overdue) {}

    List<Commitment> list(Caller caller, Wanted wanted, LocalDate today, Paging paging) {
        List<Criteria> all = new ArrayList<>();
        whose(caller).ifPresent(all::add);
        if (wanted.subject() != null) {
            all.add(where("subject").in(subjects.find(wanted.subject()).map(Subject::ids)
                    .orElse(Set.of(wanted.subject()))));
        }
        if (wanted.state() != null) {
            all.add(where("state").is(wanted.state()));
        }
        if (wanted.followUp() != null) {
            all.add(where("followUp.state").is(wanted.followUp()));
        }
        return wanted.overdue() ? store.overdue(all, today, paging) : store.list(all, paging);
    }

    private boolean isVisible(Caller caller, Commitment commitment) {
        boolean own = caller.owns(commitment.subject()) || (caller.is(Role.SUBJECT_USER)
                && subjects.find(commitment.subject()).filter(s -> s.isOwnedBy(caller)).isPresent());
        boolean body = caller.is(Role.DEPARTMENT_USER) && commitment.authority().uscc().equals(caller.org());
        return own || body || supervises(caller, commitment) || caller.is(Role.PLATFORM_SERVICE);
    }

    /** Whether the caller watches over the body that checks it. */
    static boolean supervises(Caller caller, Commitment commitment) {
        return caller.is(Role.PROVINCE_OPERATOR) || (caller.is(Role.CITY_OPERATOR)
                && caller.covers(new Division(commitment.authority().division())));
    }

    private Optional<Criteria> whose(Caller caller) {
        if (caller.is(Role.PROVINCE_OPERATOR, Role.PLATFORM_SERVICE)) {
            return Optional.empty();
        }
        Division division = caller.division();
        if (caller.is(Role.CITY_OPERATOR) && division != null) {
            return Optional.of(where(Within.FIELD).is(division.code()));
        }
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null) {
            return Optional.of(where("authority.uscc").is(caller.org()));
        }
        String own = caller.subject();
        if (caller.is(Role.SUBJECT_USER) && own != null) {
            return Optional.of(where("subject").in(subjects.find(own).map(Subject::ids).orElse(Set.of(own))));
        }
        throw CommonProblem.FORBIDDEN.with();
    }
}
