package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Codes and names to subjects, for whoever screens many. Persons are never found here. */
@RestController
class ResolveController {

    private static final int MOST = 1000;

    private final Resolution resolution;
    private final AuditTrail trail;

    ResolveController(Resolution resolution, AuditTrail trail) {
        this.resolution = resolution;
        this.trail = trail;
    }

    record Request(@Nullable String purpose, @Nullable String matter, @Nullable List<Resolution.Query> queries) {}

    /** @param formerIds other codes under which the same subject is known; whoever keeps something by id looks under each */
    record Match(
            String id,
            @Nullable String uscc,
            String name,
            SubjectKind kind,
            @Nullable String division,
            List<String> formerIds) {

        static Match of(Subject subject) {
            return new Match(subject.id(), subject.uscc(), subject.name(), subject.kind(),
                    subject.division() == null ? null : subject.division().code(),
                    subject.unity().absorbed().stream().map(Absorbed::id).toList());
        }
    }

    record Result(Resolution.Query query, List<Match> matches) {}

    record Results(List<Result> results) {}

    @PostMapping("/subjects/resolve")
    @AllowRoles({Role.PLATFORM_SERVICE, Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR, Role.DEPARTMENT_USER,
        Role.LIST_APPROVER, Role.REPAIR_APPROVER, Role.BANK, Role.PLATFORM_ENTERPRISE})
    Results resolve(@AuthenticationPrincipal Caller caller, @RequestBody Request request) {
        Purpose purpose = Purpose.required(request.purpose(), request.matter(), null);
        List<Resolution.Query> queries = checked(request.queries());
        List<List<Subject>> matches = resolution.of(queries);
        trail.record(accesses(caller, purpose, queries.size(), matches));
        return new Results(IntStream.range(0, queries.size())
                .mapToObj(i -> new Result(queries.get(i), matches.get(i).stream().map(Match::of).toList()))
                .toList());
    }

    private static List<Resolution.Query> checked(@Nullable List<Resolution.Query> queries) {
        if (queries == null || queries.isEmpty() || queries.size() > MOST) {
            throw CommonProblem.INVALID.with().violating("queries", "size",
                    "一次可查询 1 至 1000 个主体，更多的请分批提交。", "Ask for 1 to 1000 subjects a call; split larger sets.");
        }
        for (int i = 0; i < queries.size(); i++) {
            Resolution.Query query = queries.get(i);
            if (query == null || !query.isClear()) {
                throw CommonProblem.INVALID.with().violating("queries." + i, "one-of",
                        "每个查询应填写统一社会信用代码（uscc）或名称（name）其中之一。",
                        "Each query has either uscc or name.");
            }
        }
        return queries;
    }

    // A service that asks on somebody's behalf leaves that person's trace itself; here one entry says that it asked.
    private static List<Access> accesses(Caller caller, Purpose purpose, int asked, List<List<Subject>> matches) {
        if (caller.is(Role.PLATFORM_SERVICE)) {
            return List.of(Access.allowed(caller, "subject.resolve").purpose(purpose).target(asked + " subjects"));
        }
        List<Access> accesses = new ArrayList<>();
        matches.stream().flatMap(List::stream).map(Subject::id).distinct().forEach(id ->
                accesses.add(Access.allowed(caller, "subject.resolve").purpose(purpose).subject(id)));
        if (accesses.isEmpty()) {
            accesses.add(Access.allowed(caller, "subject.resolve").purpose(purpose).target(asked + " subjects"));
        }
        return accesses;
    }
}
