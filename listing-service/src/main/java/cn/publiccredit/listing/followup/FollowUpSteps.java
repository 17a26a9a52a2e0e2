package cn.publiccredit.listing.followup;

import cn.publiccredit.listing.determination.PlatformCases;
import cn.publiccredit.listing.subject.BrokenCommitment;
import cn.publiccredit.listing.subject.BrokenCommitments;
import cn.publiccredit.listing.subject.CreditRecord;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
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

    private final FollowUps store;
    private final BrokenCommitments commitments;
    private final Subjects subjects;
    private final PlatformCases cases;

    FollowUpSteps(FollowUps store, BrokenCommitments commitments, Subjects subjects, PlatformCases cases) {
        this.store = store;
        this.commitments = commitments;
        this.subjects = subjects;
        this.cases = cases;
    }

    @Bean(WORKER)
    LeasedWorker followUpWorker(Workers workers) {
        return workers.stepWorker("follow-ups", FollowUp.COLLECTION,
                Map.of(OPEN_CASE, this::openCase, TELL_NUMBER, this::tellNumber), id -> {});
    }

    private void openCase(String id) {
        store.find(id).map(FollowUp::commitment).map(commitments::find).ifPresent(commitment -> {
            BrokenCommitment.FollowUp open = followUp(commitment, id);
            if (open != null && open.isOpen()) {
                ground(commitment, open).map(cases::propose).orElse(Optional.of("没有该承诺的信用记录。"))
                        .ifPresent(why -> store.refused(id, why));
            }
        });
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
            return;
        }
        store.find(id).map(FollowUp::commitment).map(commitments::find).ifPresent(commitment -> {
            BrokenCommitment.FollowUp now = followUp(commitment, id);
            if (now != null && now.isOpen()) {
                commitments.settle(commitment, opened);
            } else if (now == null || !opened.equals(now.listingCase())) {
                cases.withdraw(opened, GONE);
            }
        });
    }

    /** What this breach leads to; null when another has come after it. */
    private static BrokenCommitment.@Nullable FollowUp followUp(BrokenCommitment commitment, String id) {
        BrokenCommitment.FollowUp last = commitment.followUp();
        return last != null && last.id().equals(id) ? last : null;
    }
}
