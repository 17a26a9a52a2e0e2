package cn.publiccredit.listing.followup;

import cn.publiccredit.listing.determination.PlatformCases;
import cn.publiccredit.listing.subject.BrokenCommitment;
import cn.publiccredit.listing.subject.BrokenCommitments;
import cn.publiccredit.listing.subject.CreditRecord;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is done about a breach: its case is opened, then subject-service is told the case's number. Both can be run again without effect. A
 * breach that was put right, or settled by its body, before it was told so leaves no proposed case behind.
 */
@Configuration(proxyBeanMethods = false)
class FollowUpSteps {

    static final String WORKER = "followUpWorker";

    private static final String OPEN_CASE = "OPEN_CASE";
    private static final String TELL_NUMBER = "TELL_NUMBER";

    static final List<String> IN_ORDER = List.of(OPEN_CASE, TELL_NUMBER);

    private static final String GONE = "该违诺行为已整改，或经办单位已另行办结，平台撤回本案。";

    private static final List<Violation> PERSON = List.of(new Violation("subject", "person",
            "承诺主体为自然人，是否列入名单由经办单位决定，平台不自动提出。",
            "It is a natural person's commitment: its body decides about a listing, the platform proposes none."));
    private static final List<Violation> NO_RECORD = List.of(new Violation("record", "there", "没有该承诺的信用记录。",
            "There is no credit record of the commitment."));

    private final FollowUps store;
    private final BrokenCommitments commitments;
    private final Subjects subjects;
    private final PlatformCases cases;
    private final Clock clock;

    FollowUpSteps(FollowUps store, BrokenCommitments commitments, Subjects subjects, PlatformCases cases, Clock clock) {
        this.store = store;
        this.commitments = commitments;
        this.subjects = subjects;
        this.cases = cases;
        this.clock = clock;
    }

    @Bean(WORKER)
    LeasedWorker followUpWorker(Workers workers) {
        return workers.stepWorker("follow-ups", FollowUp.COLLECTION,
                Map.of(OPEN_CASE, this::openCase, TELL_NUMBER, this::tellNumber), id -> {});
    }

    private void openCase(String id) {
        store.find(id).map(FollowUp::commitment).map(commitments::find).ifPresent(commitment -> {
            BrokenCommitment.FollowUp open = followUp(commitment, id);
            List<Violation> against = open == null || !open.isOpen() ? List.of() : proposed(commitment, open);
            if (against.isEmpty()) {
                store.notRefused(id);
            } else {
                store.refused(id, against.stream().map(why -> new FollowUp.Refusal(why.rule(), why.zh(), why.en())).toList(),
                        clock.instant());
            }
        });
    }

    /** @return why none could be; empty when there is a case */
    private List<Violation> proposed(BrokenCommitment commitment, BrokenCommitment.FollowUp open) {
        return commitment.isPersons() ? PERSON : ground(commitment, open).map(cases::propose).orElse(NO_RECORD);
    }

    private Optional<PlatformCases.Ground> ground(BrokenCommitment commitment, BrokenCommitment.FollowUp open) {
        return Optional.ofNullable(commitment.record()).flatMap(subjects::record).map(record -> ground(commitment, open, record));
    }

    private static PlatformCases.Ground ground(BrokenCommitment commitment, BrokenCommitment.FollowUp open, CreditRecord record) {
        return new PlatformCases.Ground(FollowUp.caseOf(open.id()), open.list(), record, commitment.subjectName(),
                commitment.subjectKind(), "违背信用承诺（" + commitment.templateName() + "，编号 " + commitment.number() + "）："
                        + commitment.breach(),
                commitment.authority().uscc(), commitment.authority().division());
    }

    private void tellNumber(String id) {
        String opened = FollowUp.caseOf(id);
        if (!cases.exists(opened)) {
            store.find(id).filter(kept -> kept.refusedAt() == null).ifPresent(kept -> store.settled(id));
            return;
        }
        store.find(id).map(FollowUp::commitment).map(commitments::find).ifPresent(commitment -> {
            BrokenCommitment.FollowUp now = followUp(commitment, id);
            if (now != null && now.isOpen()) {
                commitments.settle(commitment, opened);
            } else if (now == null || !opened.equals(now.listingCase())) {
                withdraw(opened, id);
            }
        });
    }

    // With a case that people have gone on with, they decide what becomes of it; until then it is what the breach has led to.
    private void withdraw(String opened, String id) {
        if (cases.withdraw(opened, GONE)) {
            store.settled(id);
        }
    }

    /** What this breach leads to; null when another has come after it. */
    private static BrokenCommitment.@Nullable FollowUp followUp(BrokenCommitment commitment, String id) {
        BrokenCommitment.FollowUp last = commitment.followUp();
        return last != null && last.id().equals(id) ? last : null;
    }
}
