package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.Checks;
import cn.publiccredit.listing.rulebook.ListDefinition;
import cn.publiccredit.listing.rulebook.RuleBooks;
import cn.publiccredit.listing.subject.CreditRecord;
import cn.publiccredit.listing.subject.SubjectMatch;
import cn.publiccredit.listing.subject.SubjectQuery;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins a case: the subject must be known, and a record it rests on must be one that can lead onto the list. */
@Component
class ProposeCase {

    private static final Purpose PURPOSE = new Purpose("名单认定", null, null);

    private final Cases cases;
    private final RuleBooks rules;
    private final Subjects subjects;
    private final RequestIds ids;
    private final AuditTrail trail;
    private final Clock clock;

    ProposeCase(
            Cases cases, RuleBooks rules, Subjects subjects, RequestIds ids, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.subjects = subjects;
        this.ids = ids;
        this.trail = trail;
        this.clock = clock;
    }

    ListingCase propose(Caller caller, CaseRequests.Propose request) {
        Checks checks = new Checks();
        String list = checks.text("list", request.list(), 100);
        String code = checks.text("subject", request.subject(), 50);
        String reasons = checks.text("reasons", request.reasons(), 4000);
        String basis = checks.optionalText("legalBasis", request.legalBasis(), 1000);
        String recordId = checks.optionalText("record", request.record(), 200);
        checks.done();
        Division division = divisionOf(caller);
        ListDefinition definition = rules.list(list).orElseThrow(() -> Checks.broken("list", "known",
                "目录中没有名单“" + list + "”，请从名单目录中选择。",
                "The catalogue has no list " + list + "; choose one of its lists."));
        SubjectMatch subject = subject(code);
        CreditRecord record = recordId == null ? null : record(caller, recordId, subject, definition);
        ListingCase proposed = ListingCase.proposed(ids.next(), JudgedBy.of(definition),
                record == null ? SubjectSeen.of(subject) : SubjectSeen.of(subject, record),
                record == null ? null : RecordSeen.of(record),
                new ListingCase.Proposal(reasons, basis, caller.org(), division.code(), Person.of(caller),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        trail.record(Access.allowed(caller, "case.propose").purpose(PURPOSE).subject(subject.id())
                .items(record == null ? List.of() : List.of(record.item())).target(proposed.id()));
        return cases.add(proposed);
    }

    /** A case belongs to a division, and a department's to the department: without them nobody could go on with it. */
    private static Division divisionOf(Caller caller) {
        Division division = caller.division();
        boolean homeless = caller.is(Role.DEPARTMENT_USER) && !caller.is(Role.CITY_OPERATOR) && caller.org() == null;
        if (division == null || homeless) {
            throw CommonProblem.FORBIDDEN.with();
        }
        return division;
    }

    private SubjectMatch subject(String code) {
        UnifiedSocialCreditCode uscc = UnifiedSocialCreditCode.parse(code).orElseThrow(() -> Checks.broken("subject",
                "uscc", "统一社会信用代码“" + code + "”不正确，请核对 18 位代码及校验位。",
                "This is no unified social credit code; check its 18 characters and the check character."));
        List<SubjectMatch> matches = subjects.resolve(PURPOSE, List.of(new SubjectQuery(uscc.value(), null))).getFirst();
        if (matches.size() != 1) {
            throw Checks.broken("subject", "known", "平台尚无该主体（" + uscc + "），请先归集其登记信息。",
                    "The platform does not know this subject; collect its registration first.");
        }
        return matches.getFirst();
    }

    private CreditRecord record(Caller caller, String id, SubjectMatch subject, ListDefinition list) {
        CreditRecord record = subjects.record(id)
                .filter(found -> subject.ids().contains(found.subject()) && supervises(caller, found))
                .orElseThrow(() -> Checks.broken("record", "known", "该主体名下没有此信用记录，请核对记录编号。",
                        "The subject has no such record; check the record's id."));
        Fitness.of(record, list).done();
        return record;
    }

    /** A department's own record, or one from within the caller's division; another division's is not told to exist. */
    private static boolean supervises(Caller caller, CreditRecord record) {
        String division = record.source().division();
        boolean own = caller.org() != null && caller.org().equals(record.source().uscc());
        return own || (division != null && caller.covers(Division.parse(division).orElse(null)));
    }
}
