package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.rulebook.ListDefinition;
import cn.publiccredit.listing.rulebook.RuleBooks;
import cn.publiccredit.listing.subject.CreditRecord;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cases that the platform proposes itself. Whatever comes after the proposal is done by people, as with all cases. */
@Component
public class PlatformCases {

    private static final Person PLATFORM = new Person("platform", "平台");

    private final Cases cases;
    private final RuleBooks rules;
    private final AuditTrail trail;
    private final Clock clock;

    PlatformCases(Cases cases, RuleBooks rules, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a case is to be proposed of.
     *
     * @param id the case's id: the same ground has the same
     * @param list code of the list
     * @param department code of the body that goes on with it
     * @param division the body's
     */
    public record Ground(
            String id, String list, CreditRecord record, String subjectName, String subjectKind, String reasons, String department,
            String division) {}

    /**
     * Opens the case, unless it is open already.
     *
     * @return all reasons why none can be opened; none when there is one
     */
    public List<Violation> propose(Ground ground) {
        if (exists(ground.id())) {
            return List.of();
        }
        Optional<ListDefinition> list = rules.list(ground.list());
        if (list.isEmpty()) {
            return List.of(new Violation("list", "known", "目录中没有名单“" + ground.list() + "”，或该名单已停用。",
                    "The catalogue has no list " + ground.list() + ", or not any more."));
        }
        List<Violation> unfit = Fitness.of(ground.record(), list.get()).broken();
        if (!unfit.isEmpty()) {
            return unfit;
        }
        CreditRecord record = ground.record();
        String subject = record.subject();
        ListingCase proposed = ListingCase.proposed(ground.id(), JudgedBy.of(list.get()),
                new SubjectSeen(subject, UnifiedSocialCreditCode.isValid(subject) ? subject : null,
                        Objects.requireNonNullElse(record.subjectName(), ground.subjectName()), ground.subjectKind(), false),
                RecordSeen.of(record),
                new ListingCase.Proposal(ground.reasons(), null, ground.department(), ground.division(), PLATFORM, now()));
        trail.record(Access.allowed(null, "case.propose").subject(subject).items(List.of(record.item())).target(ground.id()));
        cases.add(proposed);
        return List.of();
    }

    public boolean exists(String id) {
        return cases.find(id).isPresent();
    }

    /**
     * Ends a case with which nobody has gone on yet, because its ground is gone; otherwise nothing.
     *
     * @return whether nothing comes of it: it ended without an entry, now or earlier, or there is none
     */
    public boolean withdraw(String id, String reason) {
        return cases.withdrawn(id, reason, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
