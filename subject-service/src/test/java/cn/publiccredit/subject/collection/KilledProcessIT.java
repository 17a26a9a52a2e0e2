package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.SubjectService;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.KillsProcesses;
import cn.publiccredit.testing.ServiceProcess;
import cn.publiccredit.testing.TestStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kill -9 in the middle of a batch, twice; once more would tell nothing new of a workbook. */
@KillsProcesses
class KilledProcessIT {

    @ParameterizedTest
    @CsvSource({"text/csv,2", Workbooks.TYPE + ",1"})
    void afterEachRestartTheBatchGoesOnAndNothingIsLostOrDoubled(String type, int kills) {
        Catalogue.speaks();
        GeneratedFile file = new GeneratedFile(99, 5_000);
        byte[] bytes = type.equals(Workbooks.TYPE)
                ? file.workbook()
                : file.text().getBytes(StandardCharsets.UTF_8);
        String database = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        try (MongoClient store = MongoClients.create(TestStore.uri())) {
            String location;
            try (ServiceProcess first = start(database)) {
                location = uploaded(first, type, bytes);
                killInTheMiddle(first, location, 0);
            }
            for (int kill = 1; kill < kills; kill++) {
                try (ServiceProcess next = start(database)) {
                    killInTheMiddle(next, location, received(next, location));
                }
            }
            try (ServiceProcess last = start(database)) {
                Answer batch = await().atMost(Duration.ofMinutes(3)).until(
                        () -> as(last).get(location).expect(200), b -> b.at("/state").equals("DONE"));
                assertThat(CollectionFixture.counts(batch)).isEqualTo(file.counts());
                assertThat(store.getDatabase(database).getCollection("records").countDocuments())
                        .isEqualTo(file.accepted());
                assertThat(store.getDatabase(database).getCollection("rejects")
                        .countDocuments(new Document("batch", batch.at("/id")))).isEqualTo(file.rejected());
                assertThat(batch.at("/progress/total")).isEqualTo(batch.at("/counts/received"));
                assertThatNothingWasCountedTwice(store.getDatabase(database), batch, file);
            } finally {
                store.getDatabase(database).drop();
            }
        }
    }

    private static void assertThatNothingWasCountedTwice(MongoDatabase database, Answer batch, GeneratedFile file) {
        assertThat(database.getCollection("codeFindings").countDocuments(new Document("kind", "WRONG")))
                .as("one finding for each row that was rejected for its code")
                .isEqualTo(Fault.in(Objects.requireNonNull(
                                database.getCollection("batches").find(new Document("_id", batch.at("/id"))).first())).stream()
                        .filter(fault -> fault.rule().startsWith("uscc-")).mapToLong(Fault::rows).sum())
                .isPositive();
        Document tally = Objects.requireNonNull(database.getCollection("intakeTallies")
                .find(new Document("_id", batch.at("/id"))).first());
        long counted = tally.get("days", new Document()).values().stream().mapToLong(n -> ((Number) n).longValue()).sum();
        assertThat(counted).as("the tally of new records").isEqualTo(file.accepted());
    }

    private static ServiceProcess start(String database) {
        return ServiceProcess.start(SubjectService.class, database,
                "--credit.peers.catalog.url=" + Catalogue.url(),
                "--credit.collection.rows-at-a-time=100", "--credit.work.lease=2s", "--credit.work.poll=50ms",
                "--credit.peer-calls.time-limit=20s");
    }

    private static String uploaded(ServiceProcess service, String type, byte[] file) {
        return await().atMost(Duration.ofMinutes(1)).until(
                () -> as(service).post(CollectionFixture.BATCHES + "?item=CF", type, file),
                answer -> answer.status() == 202).header("Location");
    }

    private static void killInTheMiddle(ServiceProcess service, String location, long reached) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20))
                .until(() -> received(service, location) > reached + 500);
        service.kill();
    }

    private static long received(ServiceProcess service, String location) {
        Answer batch = as(service).get(location).expect(200);
        assertThat(batch.at("/state")).as("it was killed in the middle, and the batch not done before")
                .isIn("RECEIVED", "RUNNING");
        return Long.parseLong(batch.at("/counts/received"));
    }

    private static Api as(ServiceProcess service) {
        return service.api().as(CollectionFixture.DEPARTMENT);
    }
}
