package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service, with the shipped items; one context for all tests of collection. */
@ServiceTest
@Import(CollectionFixture.Faults.class)
abstract class CollectionFixture {

    static final String BATCHES = "/api/subject/v1/batches";
    static final Token DEPARTMENT = Token.of("dept-market", "department-user").division("340000").org(Penalty.SOURCE);

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MovingClock clock;

    @Autowired
    FaultyIntake intake;

    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {

        @Bean
        @Primary
        FaultyIntake faultyIntake(RecordIntake bulkIntake) {
            return new FaultyIntake(bulkIntake);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("credit.peers.catalog.url", Catalogue::url);
        properties.add("credit.collection.largest-file", () -> "64MB");
        properties.add("credit.collection.rows-at-a-time", () -> "50");
        properties.add("credit.collection.batches-at-a-time", () -> "5");
        properties.add("credit.collection.running-in-all", () -> "3");
        properties.add("credit.collection.file-retention", () -> "500d");
        properties.add("credit.collection.most-failures", () -> "7");
        properties.add("credit.collection.push-patience", () -> "500ms");
        properties.add("credit.work.first-pause", () -> "50ms");
        properties.add("credit.peer-calls.open-for", () -> "200ms");
    }

    @BeforeEach
    void theCatalogueSpeaks() {
        if (Catalogue.speaks()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> upload("CF", "x").status() == 202);
        }
    }

    @AfterEach
    void nothingIsLeftSwitched() {
        clock.reset();
        intake.diesSoOften(0, 0);
        intake.afterWriting(() -> {});
        intake.beforeWriting(context -> {});
    }

    Api department() {
        return api.as(DEPARTMENT);
    }

    Answer upload(String item, String text) {
        return upload(item, text.getBytes(StandardCharsets.UTF_8));
    }

    Answer upload(String item, byte[] bytes) {
        return department().post(BATCHES + "?item=" + item, "text/csv", bytes);
    }

    Answer collectedAs(String type, byte[] bytes) {
        return finished(department().post(BATCHES + "?item=CF", type, bytes).expect(202).header("Location"));
    }

    /** Uploads and waits until the batch is finished; its last state. */
    Answer collected(String item, byte[] bytes) {
        return finished(upload(item, bytes).expect(202).header("Location"));
    }

    Answer collected(String item, String text) {
        return collected(item, text.getBytes(StandardCharsets.UTF_8));
    }

    Answer finished(String location) {
        return await().atMost(Duration.ofMinutes(2)).until(
                () -> department().get(location).expect(200),
                batch -> List.of("DONE", "FAILED", "CANCELLED").contains(batch.at("/state")));
    }

    /** Received, accepted, updated, duplicate, rejected; the first is checked to be the sum of the others. */
    static String counts(Answer batch) {
        long received = Long.parseLong(batch.at("/counts/received"));
        long sum = 0;
        for (String verdict : new String[] {"accepted", "updated", "duplicate", "rejected"}) {
            sum += Long.parseLong(batch.at("/counts/" + verdict));
        }
        assertThat(sum).as(batch.text()).isEqualTo(received);
        return String.join(" ", batch.at("/counts/received"), batch.at("/counts/accepted"), batch.at("/counts/updated"),
                batch.at("/counts/duplicate"), batch.at("/counts/rejected"));
    }

    Answer rejects(Answer batch) {
        return department().get(BATCHES + "/" + batch.at("/id") + "/rejects").expect(200);
    }

    /** The warnings of a batch, as rule and count. */
    static Map<String, Long> warnings(Answer batch) {
        Map<String, Long> warnings = new TreeMap<>();
        batch.json().at("/warnings").forEach(w -> warnings.put(w.get("rule").asString(), w.get("count").asLong()));
        return warnings;
    }

    Document record(String batch, long row) {
        return Objects.requireNonNull(mongo.getCollection("records").find(new Document("current.cause.batch", batch)
                .append("current.cause.row", row)).first(), "no record of row " + row);
    }

    long records() {
        return mongo.getCollection("records").countDocuments();
    }
}
