package cn.publiccredit.listing.followup;

import cn.publiccredit.listing.subject.BrokenCommitment;
import cn.publiccredit.support.work.Step;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A breach that leads to a list, and how far the platform is with it.
 *
 * @param id subject-service's for this breach
 * @param refusals why no case can be opened; empty where one was, or not yet
 * @param refusedAt when that was last found; null unless it was
 * @param settled whether there was nothing left to propose when the platform came to it, and no case goes on
 */
@Document(FollowUp.COLLECTION)
record FollowUp(
        @Id String id,
        String commitment,
        About about,
        List<Refusal> refusals,
        @Nullable Instant refusedAt,
        boolean settled,
        List<Step> steps,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "followUps";

    private static final String CASE = "follow-up-";

    FollowUp {
        refusals = refusals == null ? List.of() : List.copyOf(refusals);
    }

    /**
     * What its commitment says.
     *
     * @param subject whose commitment it is
     * @param list code of the list that its template names
     * @param department code of the body that checks it
     * @param division the body's
     */
    record About(String subject, String list, String department, String division) {

        static About of(BrokenCommitment broken, BrokenCommitment.FollowUp open) {
            return new About(broken.subject(), open.list(), broken.authority().uscc(), broken.authority().division());
        }
    }

    /** A condition of the list, or of what the platform proposes by itself, that is not met; in both languages. */
    record Refusal(String rule, String zh, String en) {}

    /** How far the platform is. What became of it in all, its commitment says: its body may settle it, too. */
    enum State {
        /** It is yet to be seen whether a case can be opened, or subject-service is yet to be told of it. */
        WAITING,
        /** There is a case. People may have gone on with it although the breach was put right or settled otherwise meanwhile. */
        PROPOSED,
        /** The platform opens no case, for the reasons given; it looks again after a time. */
        NOT_POSSIBLE,
        /** The breach was put right, or its body had settled it, before the platform came to it. */
        SETTLED
    }

    static FollowUp found(String id, String commitment, About about, Instant now) {
        return new FollowUp(id, commitment, about, List.of(), null, false,
                FollowUpSteps.IN_ORDER.stream().map(Step::pending).toList(), Work.dueAt(now), null);
    }

    State state() {
        if (refusedAt != null) {
            return State.NOT_POSSIBLE;
        }
        if (work.due() != null) {
            return State.WAITING;
        }
        return settled ? State.SETTLED : State.PROPOSED;
    }

    /** The id of its case: always the same, so that there is never a second one. */
    static String caseOf(String id) {
        return CASE + id;
    }
}
