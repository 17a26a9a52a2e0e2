package cn.publiccredit.subject.personal.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.RotationFixture;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.personal.FormerKey;
import cn.publiccredit.subject.personal.SealedContent;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that was given the new key k9s beside the former k8, on data that were encrypted with k8. */
class RotationIT extends RotationFixture {

    private static final String PERSON = "340403199001011234";
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private final String company = Codes.next("340400");

    @Autowired
    private SealedContent seal;

    private String raw() {
        List<String> all = new ArrayList<>();
        for (String collection : List.of("subjects", "records", "recordVersions")) {
            mongo.getCollection(collection).find().map(Document::toJson).into(all);
        }
        return String.join("\n", all);
    }

    private void oldData() {
        for (int i = 0; i < 25; i++) {
            Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(i)).into(intake,
                    Row.aboutPerson("张三丰", PERSON, "人" + company, DAY).with("LXDH", "13855501234").with("NR", "第" + i));
        }
        for (String collection : List.of("subjects", "records", "recordVersions")) {
            FormerKey.sealAsBefore(mongo.getCollection(collection));
        }
        byte[] file = "340403199001011234,张三丰".getBytes(StandardCharsets.UTF_8);
        mongo.getCollection("batchChunks").insertOne(new Document("_id", company + "/0")
                .append("bytes", new Binary(FormerKey.seal(file, company + "/0"))));
        for (String collection : List.of("rejects", "rowWarnings")) {
            mongo.getCollection(collection).replaceOne(new Document("_id", company + "/1"),
                    new Document("sealed", new Binary(FormerKey.seal(file, company + "/1"))),
                    new ReplaceOptions().upsert(true));
        }
    }

    @Test
    void oldValuesAreReadAllTheTimeAndInTheEndNoneIsLeftThatNeedsTheFormerKey() {
        Awaitility.await().until(this::finished);
        oldData();
        assertThat(raw()).contains("\"k8:").doesNotContain(PERSON);
        String person = mongo.getCollection("records").find(new Document("current.content.documentNumber", "人" + company))
                .map(d -> d.getString("subject")).first();
        String records = PREFIX + "/subjects/" + person + "/records";
        assertThat(owner(Objects.requireNonNull(person)).get(records).expect(200).at("/items/0/data/ZJHM"))
                .as("read with the former key").isEqualTo(PERSON);

        security().post(PREFIX + "/personal/rotation", "").expect(202);
        Awaitility.await().until(this::finished);

        assertThat(raw()).doesNotContain("\"k8:").contains("\"k9s:");
        assertThat(owner(person).get(records).expect(200).at("/items/0/data/ZJHM")).isEqualTo(PERSON);
        assertThat(owner(person).get(records).at("/items/0/version")).as("no new version").isEqualTo("25");
        Document chunk = Objects.requireNonNull(
                mongo.getCollection("batchChunks").find(new Document("_id", company + "/0")).first());
        byte[] bytes = chunk.get("bytes", Binary.class).getData();
        assertThat(seal.isCurrent(bytes)).isTrue();
        assertThat(new String(seal.open(bytes, company + "/0"), StandardCharsets.UTF_8)).startsWith(PERSON);
        for (String collection : List.of("rejects", "rowWarnings")) {
            Document kept = Objects.requireNonNull(
                    mongo.getCollection(collection).find(new Document("_id", company + "/1")).first());
            assertThat(seal.isCurrent(kept.get("sealed", Binary.class).getData())).as(collection).isTrue();
        }
        assertThat(Long.parseLong(security().get(PREFIX + "/personal/rotation").at("/resealed"))).isGreaterThan(25);
    }

    @Test
    void aRotationThatDiedGoesOnFromItsCheckpoint() {
        Awaitility.await().until(this::finished);
        oldData();
        // As a process left it that died in the middle of the pass: past the files and the records, not the rest.
        mongo.getCollection(Rotation.COLLECTION).updateOne(new Document("_id", "k9s+l2s"), new Document("$set",
                new Document("finishedAt", null).append("store", "records").append("after", "ffff").append("found", 7L)
                        .append("work.due", new Date(0)).append("work.leaseUntil", new Date(0))));
        Awaitility.await().until(this::finished);
        assertThat(raw()).as("what the dead pass had skipped comes with the next").doesNotContain("\"k8:");
    }

    @Test
    void onlyTheSecurityAdministratorSeesIt() {
        province().get(PREFIX + "/personal/rotation").expect(403);
        province().post(PREFIX + "/personal/rotation", "").expect(403);
        assertThat(security().get(PREFIX + "/personal/rotation").expect(200).text()).contains("k8", "k9s", "l1", "l2s")
                .doesNotContain("new-field-key");
    }
}
