package cn.publiccredit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.KillsProcesses;
import cn.publiccredit.testing.ServiceProcess;
import cn.publiccredit.testing.TestStore;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that is killed between a step's effect and its mark, for real. */
@KillsProcesses
class KilledBetweenStepsIT {

    private final PeersFixture peers = new PeersFixture();
    private final String database = "killed_" + UUID.randomUUID().toString().substring(0, 8);

    private ServiceProcess start() {
        return ServiceProcess.start(RepairService.class, database,
                "--credit.peers.catalog.url=" + peers.url(), "--credit.peers.subject.url=" + peers.url(),
                "--credit.peers.listing.url=" + peers.url(), "--credit.work.lease=2s", "--credit.work.poll=50ms",
                "--resilience4j.timelimiter.configs.default.timeout-duration=20s", "--credit.peer-calls.time-limit=20s");
    }

    @AfterEach
    void clean() {
        peers.stop();
        try (MongoClient client = MongoClients.create(TestStore.uri())) {
            client.getDatabase(database).drop();
        }
    }

    @Test
    void afterTheRestartEverythingFinishesAndNothingIsDoubled() {
        peers.reset();
        RecordFixture record = RecordFixture.penalty();
        peers.record(record);
        String publicity = "/api/subject/v1/records/" + record.id() + "/publicity-stop";
        String sharing = "/api/subject/v1/records/" + record.id() + "/sharing-stop";
        // The receiver has taken the order when the sender is killed while it waits for the answer.
        StubMapping slow = peers.answeringLate(sharing, 15_000);

        String caseId;
        try (ServiceProcess first = start()) {
            caseId = approve(first.api(), record);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !peers.postsTo(sharing).isEmpty());
        }
        peers.over(slow);
        try (MongoClient client = MongoClients.create(TestStore.uri())) {
            MongoDatabase store = client.getDatabase(database);
            Document left = store.getCollection("cases").find(new Document("_id", caseId)).first();
            assertThat(left).isNotNull();
            assertThat(left.getString("state")).isEqualTo("APPROVED");
            assertThat(left.getList("steps", Document.class)).extracting(step -> step.getString("state"))
                    .containsExactly("DONE", "PENDING", "PENDING", "PENDING");
        }

        try (ServiceProcess second = start()) {
            Token owner = Token.of("owner", "subject-user").subject(record.subject());
            Answer done = Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                    () -> second.api().as(owner).get(RepairTest.CASES + "/" + caseId).expect(200),
                    answer -> answer.at("/state").equals("EFFECTIVE"));

            assertThat(done.json().at("/history").findValuesAsString("state")).containsExactly(
                    "DRAFT", "SUBMITTED", "FORWARDED", "ACCEPTED", "APPROVED", "EFFECTIVE");
            assertThat(done.at("/decision/number")).endsWith("000001");
            assertThat(peers.postsTo(publicity)).hasSize(1);
            List<LoggedRequest> shared = peers.postsTo(sharing);
            assertThat(shared).hasSize(2);
            assertThat(shared.get(1).getBodyAsString()).isEqualTo(shared.get(0).getBodyAsString());
            Answer proof = second.api().as(Token.of("auditor", "auditor"))
                    .get("/api/repair/v1/audit/verification").expect(200);
            assertThat(proof.at("/whole")).isEqualTo("true");
        }
    }

    private static String approve(Api api, RecordFixture record) {
        Token owner = Token.of("owner", "subject-user").subject(record.subject());
        Answer draft = api.as(owner).post(RepairTest.CASES, RepairTest.petition(record)).expect(201);
        Answer forwarded = act(api, owner, draft, "submit");
        Answer accepted = act(api, RepairTest.DEPARTMENT, forwarded, "accept");
        return act(api, RepairTest.APPROVER, accepted, "approve").at("/id");
    }

    private static Answer act(Api api, Token who, Answer seen, String action) {
        return api.as(who).with("If-Match", seen.header("ETag"))
                .post(RepairTest.CASES + "/" + seen.at("/id") + "/" + action, "{}").expect(200);
    }
}
