package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.EveryStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@EveryStore
class StepsIT extends RepairTest {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private LeasedWorker worker;

    @Test
    void aPeerThatIsDownIsToldWhenItIsBackWithoutAnybodyActing() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);
        StubMapping failure = PEERS.down("/api/listing/.*");
        Answer approved = act(APPROVER, accepted, "approve").expect(200);

        Answer stuck = eventually(record, approved, a -> !a.at("/steps/2/attempts").equals("0"));
        assertThat(stuck.at("/state")).isEqualTo("APPROVED");
        assertThat(stuck.at("/steps/0/state")).isEqualTo("DONE");
        assertThat(stuck.at("/steps/1/state")).isEqualTo("DONE");
        assertThat(stuck.at("/steps/2/error")).contains("名单服务暂时不可用");
        assertThat(stuck.at("/nextAttemptAt")).isNotEmpty();

        PEERS.over(failure);

        Answer done = eventually(record, approved, a -> a.at("/state").equals("EFFECTIVE"));
        assertThat(done.at("/steps/2/error")).isEmpty();
        assertThat(stops(record, "publicity-stop")).hasSize(1);
        assertThat(stops(record, "sharing-stop")).hasSize(1);
    }

    @Test
    void aRefusalIsShownInThePeersWordsAndTriedAgain() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);
        StubMapping refusal = PEERS.refusing(
                "/api/subject/v1/records/.*/sharing-stop", 409, "subject.record.state", "记录已被撤销");
        Answer approved = act(APPROVER, accepted, "approve").expect(200);

        Answer stuck = eventually(record, approved, a -> !a.at("/steps/1/attempts").equals("0"));
        assertThat(stuck.at("/steps/1/error")).contains("409", "subject.record.state", "记录已被撤销");
        assertThat(stuck.at("/steps/2/state")).isEqualTo("PENDING");

        PEERS.over(refusal);
        eventually(record, approved, a -> a.at("/state").equals("EFFECTIVE"));
    }

    @Test
    void anEffectWhoseAnswerWasLostIsAskedForAgainWithTheSameCase() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);
        StubMapping late = PEERS.answeringLate("/api/subject/v1/records/" + record.id() + "/publicity-stop", 6000);
        Answer approved = act(APPROVER, accepted, "approve").expect(200);
        Awaitility.await().until(() -> !stops(record, "publicity-stop").isEmpty());
        PEERS.over(late);

        Answer done = eventually(record, approved, a -> a.at("/state").equals("EFFECTIVE"));

        List<LoggedRequest> asked = stops(record, "publicity-stop");
        assertThat(asked).hasSizeGreaterThanOrEqualTo(2);
        assertThat(asked).extracting(LoggedRequest::getBodyAsString).containsOnly(asked.getFirst().getBodyAsString());
        assertThat(done.json().at("/history").findValuesAsString("state")).containsOnlyOnce("EFFECTIVE");
    }

    @Test
    void aReplicaThatDiedBeforeItsMarkIsTakenOverWhenItsLeaseEnds() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);
        worker.stop();
        Answer approved;
        try {
            approved = act(APPROVER, accepted, "approve").expect(200);
            // What a killed replica leaves behind: its lease, an effect at the peer, and no mark of it.
            mongo.updateFirst(Query.query(where("_id").is(approved.at("/id"))),
                    new Update().set("work.leaseOwner", "killed").set("work.leaseUntil", clock.instant().plusSeconds(2)),
                    RepairCase.COLLECTION);
        } finally {
            worker.start();
        }

        Answer done = eventually(record, approved, a -> a.at("/state").equals("EFFECTIVE"));

        assertThat(done.json().at("/steps").findValuesAsString("state")).containsOnly("DONE");
    }

    @Test
    void aCaseThatRunsAgainAfterItsLastStepKeepsItsNumberAndItsOneEffect() {
        RecordFixture record = RecordFixture.penalty();
        Answer done = effective(record);
        // As if the process had died after the number was given and before anything was marked.
        mongo.updateFirst(Query.query(where("_id").is(done.at("/id"))),
                new Update().set("state", "APPROVED").set("steps.2.state", "PENDING").set("steps.3.state", "PENDING")
                        .unset("decision").pop("history", Update.Position.LAST).set("work.due", clock.instant()),
                RepairCase.COLLECTION);
        worker.wake();

        Answer again = eventually(record, done, a -> a.at("/state").equals("EFFECTIVE"));

        assertThat(again.at("/decision/number")).isEqualTo(done.at("/decision/number"));
        assertThat(again.json().at("/history").findValuesAsString("state")).containsOnlyOnce("EFFECTIVE");
        assertThat(mongo.getCollection("decision_numbers").countDocuments(new Document("caseId", done.at("/id"))))
                .isEqualTo(1);
    }

    private static List<LoggedRequest> stops(RecordFixture record, String what) {
        return PEERS.postsTo("/api/subject/v1/records/" + record.id() + "/" + what);
    }
}
