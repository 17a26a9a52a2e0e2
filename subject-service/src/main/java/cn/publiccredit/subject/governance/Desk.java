package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.governance.CodeCase.State;
import cn.publiccredit.subject.record.CodeFinding.Kind;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Paging;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where operators work cases off, a city those of its own sources, the province all; sources look at their own. */
@Component
class Desk {

    static final int LONGEST = 500;

    private final CaseStore store;
    private final AuditTrail trail;
    private final Clock clock;

    Desk(CaseStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** Which cases are wanted; null for any. */
    record Wanted(@Nullable Kind kind, @Nullable State state, @Nullable String source, @Nullable String assignee) {}

    List<CodeCase> list(Caller caller, Wanted wanted, Paging paging) {
        List<Bson> all = new ArrayList<>();
        String own = ownSource(caller);
        if (own != null && wanted.source() != null && !wanted.source().equals(own)) {
            // Which other sources share a case is not told either.
            return List.of();
        }
        if (own != null) {
            all.add(Filters.eq("sources", own));
        } else if (!isProvince(caller)) {
            all.add(Filters.eq("divisions", division(caller)));
        }
        if (wanted.kind() != null) {
            all.add(Filters.eq("kind", wanted.kind().name()));
        }
        if (wanted.state() != null) {
            all.add(Filters.eq("state", wanted.state().name()));
        }
        if (wanted.source() != null && own == null) {
            all.add(isProvince(caller)
                    ? Filters.eq("sources", wanted.source())
                    : CaseStore.suppliedBy(wanted.source(), division(caller)));
        }
        if (wanted.assignee() != null) {
            all.add(Filters.eq("assignee", wanted.assignee()));
        }
        return told(caller, wanted, all, paging);
    }

    // Somebody else's assignee is hidden: who asks for his cases finds none, though the store does.
    private List<CodeCase> told(Caller caller, Wanted wanted, List<Bson> all, Paging paging) {
        List<CodeCase> told = new ArrayList<>();
        Optional<Cursor> after = paging.cursor(2);
        while (true) {
            List<CodeCase> found = store.list(all, after, paging.limitPlusOne());
            seen(caller, found).stream()
                    .filter(one -> wanted.assignee() == null || wanted.assignee().equals(one.assignee())).forEach(told::add);
            if (found.size() < paging.limitPlusOne() || told.size() >= paging.limitPlusOne()) {
                return told.stream().limit(paging.limitPlusOne()).toList();
            }
            after = Optional.of(CaseStore.position(found.getLast()));
        }
    }

    /** @throws cn.publiccredit.support.problem.Problem 404 for another division's, too */
    CodeCase get(Caller caller, String id) {
        String own = ownSource(caller);
        return store.find(id)
                .filter(one -> own != null
                        ? store.rowsOf(id, own, 1).count() > 0
                        : isProvince(caller) || one.divisions().contains(division(caller)))
                .orElseThrow(SubjectProblem.CODE_CASE_NOT_FOUND::with);
    }

    /** A case as the caller may see it: of a shared one, a city what its own sources supplied, a source what it did itself. */
    CodeCase seen(Caller caller, CodeCase one) {
        return seen(caller, List.of(one)).getFirst();
    }

    private List<CodeCase> seen(Caller caller, List<CodeCase> found) {
        String own = ownSource(caller);
        if (own == null) {
            return isProvince(caller) ? found : found.stream().map(one -> one.within(division(caller))).toList();
        }
        Map<String, CaseStore.Supplied> supplied = store.suppliedOf(found.stream().map(CodeCase::id).toList(), own);
        return found.stream().map(one -> one.of(supplied.getOrDefault(one.id(), nothingOf(own)))).toList();
    }

    /** The rows of a case; a city's those of its own sources, a source's its own. */
    CaseStore.Rows rows(Caller caller, String id, int limit) {
        String own = ownSource(caller);
        if (own != null) {
            return store.rowsOf(id, own, limit);
        }
        return store.rows(id, isProvince(caller) ? null : division(caller), limit);
    }

    CodeCase take(Caller caller, String id, @Nullable String ifMatch, @Nullable String assignee) {
        String who = assignee == null || assignee.isBlank() ? caller.name() : assignee.strip();
        if (who.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("assignee", "length", "办理人不超过 500 个字。",
                    "The assignee may have at most 500 characters.");
        }
        return move(caller, id, ifMatch, Set.of(State.OPEN, State.IN_WORK), State.IN_WORK, who, null);
    }

    CodeCase resolve(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        return move(caller, id, ifMatch, Set.of(State.IN_WORK), State.RESOLVED, null, required(reason));
    }

    CodeCase dismiss(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        return move(caller, id, ifMatch, Set.of(State.OPEN, State.IN_WORK), State.DISMISSED, null, required(reason));
    }

    CodeCase reopen(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        return move(caller, id, ifMatch, Set.of(State.RESOLVED, State.DISMISSED), State.OPEN, null, required(reason));
    }

    private CodeCase move(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Set<State> from,
            State to,
            @Nullable String assignee,
            @Nullable String reason) {
        CodeCase read = get(caller, id);
        EntityTag.require(ifMatch, read.version());
        if (!from.contains(read.state())) {
            throw SubjectProblem.CODE_CASE_STATE.with();
        }
        if (to.isSettled() && !isProvince(caller) && read.isSharedBeyond(division(caller))) {
            throw SubjectProblem.CODE_CASE_SHARED.with();
        }
        String who = to == State.IN_WORK ? assignee : to == State.OPEN ? null : read.assignee();
        CodeCase changed = read.moved(new CodeCase.Event(to, caller.name(), who, reason,
                clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.division() == null ? null : division(caller)),
                isProvince(caller) ? null : division(caller));
        trail.record(Access.allowed(caller, "code-case." + to.name().toLowerCase(Locale.ROOT)).target(id));
        if (!store.replaceWork(read, changed)) {
            throw CommonProblem.STALE.with();
        }
        return changed;
    }

    private static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw CommonProblem.INVALID.with().violating("reason", "length", "请填写处理说明，不超过 500 个字。",
                    "Give the reason, at most 500 characters.");
        }
        return reason.strip();
    }

    private static CaseStore.Supplied nothingOf(String source) {
        return new CaseStore.Supplied(source, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The source that a department looks at; null for operators, who supervise. */
    private static @Nullable String ownSource(Caller caller) {
        if (caller.is(Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR)) {
            return null;
        }
        if (caller.org() == null) {
            throw CommonProblem.FORBIDDEN.with();
        }
        return caller.org();
    }

    private static boolean isProvince(Caller caller) {
        return caller.is(Role.PROVINCE_OPERATOR);
    }

    private static String division(Caller caller) {
        if (caller.division() == null) {
            throw CommonProblem.FORBIDDEN.with();
        }
        return caller.division().code();
    }
}
