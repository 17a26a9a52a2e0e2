package cn.publiccredit.listing.followup;

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
 * @param refused why no case can be opened; null where one was, or not yet
 */
@Document(FollowUp.COLLECTION)
record FollowUp(
        @Id String id,
        String commitment,
        @Nullable String refused,
        List<Step> steps,
        Work work,
        @Version @Nullable Long version) {

    static final String COLLECTION = "followUps";

    private static final String CASE = "follow-up-";

    static FollowUp found(String id, String commitment, Instant now) {
        return new FollowUp(id, commitment, null, FollowUpSteps.IN_ORDER.stream().map(Step::pending).toList(), Work.dueAt(now), null);
    }

    /** The id of its case: always the same, so that there is never a second one. */
    static String caseOf(String id) {
        return CASE + id;
    }
}
