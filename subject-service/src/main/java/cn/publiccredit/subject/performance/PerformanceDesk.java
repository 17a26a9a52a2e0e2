package cn.publiccredit.subject.performance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What the desks for contracts and for arrears have in common: who sees and does what, facts and days. */
@Component
class PerformanceDesk {

    static final int LONGEST = 2000;

    private final Bodies bodies;
    private final SourceNames names;
    private final Subjects subjects;
    private final Clock clock;

    PerformanceDesk(Bodies bodies, SourceNames names, Subjects subjects, Clock clock) {
        this.bodies = bodies;
        this.names = names;
        this.subjects = subjects;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The body that a request is about; null with what is wrong among the broken rules. */
    @Nullable Party body(Caller caller, Party.@Nullable Told told, List<Violation> broken) {
        return bodies.of(caller, told, broken);
    }

    /** The caller's own organisation; null when the account has none. */
    @Nullable Party organisation(Caller caller) {
        Division own = caller.division();
        String org = caller.org();
        return org == null || own == null ? null : new Party(org, names.orAccount(org, caller.name()), own.code());
    }

    /** Whether the caller may see what these two have with each other. */
    boolean isVisible(Caller caller, Party body, Counterparty counterparty) {
        return body.isSupervisedBy(caller) || body.isOf(caller) || isOwed(caller, counterparty);
    }

    /** Whether it is the caller to whom it is owed, under whichever of its codes. */
    boolean isOwed(Caller caller, Counterparty counterparty) {
        return caller.is(Role.SUBJECT_USER) && subjects.identity(counterparty.uscc()).stream().anyMatch(caller::owns);
    }

    /** What a caller's lists are restricted to. */
    List<Criteria> whose(Caller caller) {
        if (caller.is(Role.PROVINCE_OPERATOR)) {
            return List.of();
        }
        Division division = caller.division();
        if (caller.is(Role.CITY_OPERATOR) && division != null) {
            return List.of(where(Within.FIELD).is(division.code()));
        }
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null) {
            return List.of(where("body.uscc").is(caller.org()));
        }
        if (caller.is(Role.SUBJECT_USER) && caller.subject() != null) {
            return List.of(where("counterparty.uscc").in(subjects.identity(caller.subject())));
        }
        throw CommonProblem.FORBIDDEN.with();
    }

    /** Findings against a body are not its own to make. */
    static void requireSupervisor(Caller caller, Party body) {
        if (!body.isSupervisedBy(caller)) {
            throw CommonProblem.FORBIDDEN.with();
        }
    }

    static String facts(@Nullable String facts) {
        if (facts == null || facts.isBlank() || facts.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("facts", "length", "请填写情况说明，不超过 2000 个字。",
                    "Say what happened, at most 2000 characters.");
        }
        return facts.strip();
    }

    /** @return the day; today when none was given */
    LocalDate day(@Nullable LocalDate on, LocalDate earliest) {
        LocalDate day = on == null ? today() : on;
        if (day.isAfter(today()) || day.isBefore(earliest)) {
            throw CommonProblem.INVALID.with().violating(List.of(new Violation("on", "range",
                    "日期应在 " + earliest + " 与今天之间。", "The day lies between " + earliest + " and today.")));
        }
        return day;
    }

    static void refuse(String state) {
        throw SubjectProblem.PERFORMANCE_STATE.with(state);
    }
}
