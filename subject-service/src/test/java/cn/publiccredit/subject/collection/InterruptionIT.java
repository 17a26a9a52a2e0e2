package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.support.work.Work;
import cn.publiccredit.testing.Answer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Files of generated rows, of which it is known what must become of them, under interruptions. */
class InterruptionIT extends CollectionFixture {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverTheFileEveryRowIsCountedOnce(long seed) {
        GeneratedFile file = new GeneratedFile(seed, 400);
        long before = records();
        assertThat(counts(collected("CF", file.text()))).isEqualTo(file.counts());
        assertThat(records() - before).isEqualTo(file.accepted());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aWorkerThatDiesBetweenIntakeAndCheckpointLosesAndDoublesNothing(long seed) {
        GeneratedFile file = new GeneratedFile(seed, 400);
        long before = records();
        intake.diesSoOften(5, seed);
        Answer batch = collected("CF", file.text().getBytes(Encoding.GB18030.charset()));
        assertThat(counts(batch)).isEqualTo(file.counts());
        assertThat(records() - before).isEqualTo(file.accepted());
        assertThat(rejects(batch).bytes()).isNotEmpty();
        assertThat(mongo.getCollection("rejects").countDocuments(new org.bson.Document("batch", batch.at("/id"))))
                .isEqualTo(file.rejected());
        Answer causes = department().get(BATCHES + "/" + batch.at("/id") + "/rejects/summary").expect(200);
        assertThat(causes.json().at("/rules").valueStream().filter(cause -> !cause.at("/rule").asString().equals("not-allowed"))
                .mapToLong(cause -> cause.get("rows").asLong()).sum())
                .as("each row once; those with a value that is not allowed break another rule, too").isEqualTo(file.rejected());
        assertThat(causes.json().at("/rules").valueStream().map(cause -> cause.at("/example/message").asString()))
                .isNotEmpty().noneMatch(String::isEmpty);
    }

    @Test
    void whatARunThatDiedRejectedAndTheNextOneAcceptsIsNotAmongTheRejects() {
        AtomicInteger runs = new AtomicInteger();
        intake.beforeWriting(context -> {
            if (runs.incrementAndGet() == 1) {
                // As of a run for which the first row was wrong.
                mongo.getCollection("rejects").insertOne(new org.bson.Document("_id", KeptReject.idOf(context.batch(), 2))
                        .append("batch", context.batch()).append("row", 2L));
                throw new IllegalStateException("killed by the test");
            }
        });
        Answer batch = collected("CF", Penalty.header() + Penalty.row().number(870_001).line()
                + Penalty.row().number(870_002).with("CF_JDRQ", "坏").line());
        assertThat(counts(batch)).isEqualTo("2 1 0 0 1");
        assertThat(mongo.getCollection("rejects").distinct("row", new org.bson.Document("batch", batch.at("/id")), Long.class))
                .containsExactly(3L);
    }

    @Test
    void aChunkThatTwoWorkersDidCountsOnce() {
        GeneratedFile file = new GeneratedFile(21, 400);
        AtomicInteger thefts = new AtomicInteger(3);
        intake.afterWriting(() -> {
            if (thefts.getAndDecrement() > 0) {
                // What a replica sees that was paused for longer than its lease: somebody else may take the batch, and
                // does.
                mongo.updateMulti(Query.query(where("state").is("RUNNING")),
                        new Update().set("work.leaseOwner", "somebody else").set("work.leaseUntil", Instant.EPOCH),
                        Batch.class);
            }
        });
        Answer batch = collected("CF", file.text());
        assertThat(thefts.get()).isLessThanOrEqualTo(0);
        assertThat(counts(batch)).isEqualTo(file.counts());
    }

    @Test
    void filesThatFollowEachOtherAreBothWorkedOff() {
        GeneratedFile one = new GeneratedFile(31, 300);
        GeneratedFile two = new GeneratedFile(32, 300);
        String first = upload("CF", one.text()).expect(202).header("Location");
        String second = upload("CF", two.text()).expect(202).header("Location");
        assertThat(counts(finished(first))).isEqualTo(one.counts());
        assertThat(counts(finished(second))).isEqualTo(two.counts());
    }

    @Test
    void piecesOfAnUploadThatBrokeOffAreClearedAway() {
        // Cleared a day later, by the worker, when its process died; at once when only the sender did.
        mongo.insert(new Upload("broken-off", "no-batch", Work.dueAt(Instant.EPOCH)));
        mongo.getCollection("batchChunks").insertOne(new org.bson.Document("_id", "broken-off/12").append("bytes",
                new byte[3]));
        org.awaitility.Awaitility.await().until(() -> mongo.getCollection("uploads").countDocuments() == 0);
        assertThat(mongo.getCollection("batchChunks").countDocuments(new org.bson.Document("_id", "broken-off/12")))
                .as("left by a deletion that was interrupted").isZero();
    }
}
