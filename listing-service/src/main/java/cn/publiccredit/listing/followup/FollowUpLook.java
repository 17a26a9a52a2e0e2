package cn.publiccredit.listing.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.subject.BrokenCommitment;
import cn.publiccredit.listing.subject.BrokenCommitments;
import cn.publiccredit.support.problem.RelayedProblem;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Work;
import cn.publiccredit.support.work.Workers;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Looks for breaches that lead to a list, again and again, on one replica at a time, and from where it stopped when one dies. What it
 * finds is worked on by {@link FollowUpSteps}; what is found again changes nothing.
 */
@Component
class FollowUpLook implements Task, SmartInitializingSingleton {

    static final String COLLECTION = "followUpLooks";
    static final String ID = "commitments";
    static final String WORKER = "followUpLooking";

    private static final int BAD_PLACE = 400;

    private final MongoTemplate mongo;
    private final FollowUps store;
    private final BrokenCommitments commitments;
    private final LeasedWorker steps;
    private final FollowUpSettings settings;
    private final Clock clock;

    FollowUpLook(
            MongoTemplate mongo,
            FollowUps store,
            BrokenCommitments commitments,
            @Qualifier(FollowUpSteps.WORKER) LeasedWorker steps,
            FollowUpSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.commitments = commitments;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Worker {

        @Bean(WORKER)
        LeasedWorker followUpLooking(Workers workers, FollowUpLook look) {
            return workers.worker("follow-up-look", COLLECTION, 1, look);
        }
    }

    /** @param place where the look goes on; null at its beginning */
    @Document(COLLECTION)
    record Look(@Id String id, @Nullable String place, Work work) {}

    @Override
    public void afterSingletonsInstantiated() {
        if (mongo.findById(ID, Look.class) == null) {
            try {
                mongo.insert(new Look(ID, null, Work.dueAt(clock.instant())));
            } catch (DuplicateKeyException there) {
                // Another replica has begun with it.
            }
        }
    }

    @Override
    public Next run(String id, Lease lease) {
        Look look = mongo.findById(id, Look.class);
        String place = look == null ? null : look.place();
        BrokenCommitments.Part part = part(place);
        Instant now = clock.instant();
        for (BrokenCommitment broken : part.items()) {
            lease.requireHeld();
            take(broken, now);
        }
        if (place == null) {
            store.again(now.minus(settings.tryAgainAfter()), now);
        }
        steps.wake();
        goOnAt(part.next(), id, lease);
        return new Next.Again(part.next() == null ? now.plus(settings.lookEvery()) : now);
    }

    private BrokenCommitments.Part part(@Nullable String place) {
        try {
            return commitments.open(settings.atATime(), place);
        } catch (RelayedProblem refused) {
            if (place != null && refused.status() == BAD_PLACE) {
                return commitments.open(settings.atATime(), null);
            }
            throw refused;
        }
    }

    // What is not in the record yet is found the next time.
    private void take(BrokenCommitment broken, Instant now) {
        BrokenCommitment.FollowUp open = broken.followUp();
        if (open != null && open.isOpen() && broken.inRecord() && broken.record() != null) {
            store.add(FollowUp.found(open.id(), broken.id(), FollowUp.About.of(broken, open), now));
        }
    }

    private void goOnAt(@Nullable String place, String id, Lease lease) {
        mongo.updateFirst(Query.query(where("_id").is(id).and("work.leaseOwner").is(lease.owner())),
                new Update().set("place", place), Look.class);
    }
}
