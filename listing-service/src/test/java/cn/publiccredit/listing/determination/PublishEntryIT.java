package cn.publiccredit.listing.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.listing.SubjectServiceFixture;
import cn.publiccredit.listing.entry.Entries;
import cn.publiccredit.listing.entry.Entry;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Step;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The process is killed at each point between approval and published entry; each time the outcome is one entry. */
class PublishEntryIT extends ListingFixture {

    @Autowired
    @Qualifier("publishing")
    LeasedWorker publishing;

    @Autowired
    @Qualifier("closing")
    LeasedWorker closing;

    @Autowired
    Entries entries;

    @BeforeEach
    void workersAreDead() {
        publishing.stop();
        closing.stop();
    }

    @AfterEach
    void workersAreBack() {
        publishing.start();
        closing.start();
    }

    @Test
    void killedAfterTheApprovalWasAnsweredThePublicationIsMadeUpFor() {
        String subject = SubjectServiceFixture.organisation(uniqueName("断电一"));
        String id = approvedOnly(subject);
        assertThat(published(subject)).isZero();
        publishing.start();
        awaitState(id, "PUBLISHED");
        assertThat(published(subject)).isEqualTo(1);
    }

    @Test
    void killedBetweenTheEntryAndTheStepsMarkTheEntryIsPublishedOnce() {
        String subject = SubjectServiceFixture.organisation(uniqueName("断电二"));
        String id = approvedOnly(subject);
        publishing.start();
        awaitState(id, "PUBLISHED");
        Entry first = entries.find(PublishEntry.entryOf(id)).orElseThrow();
        publishing.stop();
        // The store as it is when the step was done and nothing after it was written, the dead worker's lease still running.
        mongo.updateFirst(Query.query(where("_id").is(id)), new Update()
                .set("state", CaseState.APPROVED).set("steps.0.state", Step.State.PENDING).unset("entry").unset("until")
                .set("work.due", Instant.EPOCH).set("work.leaseOwner", "dead")
                .set("work.leaseUntil", clock.instant().plusSeconds(1)), ListingCase.class);
        publishing.start();
        awaitState(id, "PUBLISHED");
        assertThat(published(subject)).isEqualTo(1);
        assertThat(entries.find(first.id())).contains(first);
    }

    @Test
    void killedBetweenTheStepsMarkAndTheCasesStateTheCaseIsStillPublished() {
        String subject = SubjectServiceFixture.organisation(uniqueName("断电三"));
        String id = approvedOnly(subject);
        publishing.start();
        awaitState(id, "PUBLISHED");
        publishing.stop();
        mongo.updateFirst(Query.query(where("_id").is(id)), new Update()
                .set("state", CaseState.APPROVED).unset("entry").set("work.due", Instant.EPOCH), ListingCase.class);
        publishing.start();
        ListingCase again = Objects.requireNonNull(mongo.findById(
                awaitState(id, "PUBLISHED").at("/id"), ListingCase.class));
        assertThat(again.entry()).isEqualTo(PublishEntry.entryOf(id));
        assertThat(published(subject)).isEqualTo(1);
    }

    @Test
    void anExitThatOvertakesThePublicationsMarkClosesTheCaseAfterIt() {
        String subject = SubjectServiceFixture.organisation(uniqueName("超车"));
        String id = approvedOnly(subject);
        publishing.start();
        awaitState(id, "PUBLISHED");
        publishing.stop();
        mongo.updateFirst(Query.query(where("_id").is(id)), new Update()
                .set("state", CaseState.APPROVED).set("work.due", Instant.EPOCH), ListingCase.class);
        closing.start();
        api.as(SERVICE).post(V1 + "/entries/" + PublishEntry.entryOf(id) + "/exit",
                Map.of("case", "r", "kind", "REVOKED", "reason", "处罚决定被撤销")).expect(200);
        await().until(() -> {
            Entry entry = entries.find(PublishEntry.entryOf(id)).orElseThrow();
            return entry.steps().getFirst().attempts() > 0;
        });
        publishing.start();
        awaitState(id, "EXITED");
        assertThat(mongo.findById(id, ListingCase.class)).satisfies(listing ->
                assertThat(Objects.requireNonNull(listing).history().getLast().note()).contains("处罚决定被撤销"));
    }

    private String approvedOnly(String subject) {
        String id = determined("market-serious", subject);
        assertThat(step(APPROVER, id, "approve", Map.of()).expect(200).at("/state")).isEqualTo("APPROVED");
        return id;
    }

    private int published(String subject) {
        return api.get(V1 + "/public/entries?subject=" + subject).expect(200).json().at("/items").size();
    }
}
