package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Files of generated rows, of which it is known what must become of them, under interruptions. */
class InterruptionIT extends CollectionFixture {

    private static final AtomicInteger DOCUMENTS = new AtomicInteger(100_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverTheFileEveryRowIsCountedOnce(long seed) {
        Expected file = new Expected(seed, 400);
        long before = records();
        assertThat(counts(collected("CF", file.text.toString()))).isEqualTo(file.counts());
        assertThat(records() - before).isEqualTo(file.accepted);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aWorkerThatDiesBetweenIntakeAndCheckpointLosesAndDoublesNothing(long seed) {
        Expected file = new Expected(seed, 400);
        long before = records();
        intake.diesSoOften(5, seed);
        Answer batch = collected("CF", file.text.toString().getBytes(Encoding.GB18030.charset()));
        assertThat(counts(batch)).isEqualTo(file.counts());
        assertThat(records() - before).isEqualTo(file.accepted);
        assertThat(rejects(batch).bytes()).isNotEmpty();
        assertThat(mongo.getCollection("rejects").countDocuments(new org.bson.Document("batch", batch.at("/id"))))
                .isEqualTo(file.rejected);
    }

    @Test
    void aChunkThatTwoWorkersDidCountsOnce() {
        Expected file = new Expected(21, 400);
        AtomicInteger thefts = new AtomicInteger(3);
        intake.afterWriting(() -> {
            if (thefts.getAndDecrement() > 0) {
                // What a replica sees that was paused for longer than its lease: somebody else may take the batch, and does.
                mongo.updateMulti(Query.query(where("state").is("RUNNING")),
                        new Update().set("work.leaseOwner", "somebody else").set("work.leaseUntil", Instant.EPOCH), Batch.class);
            }
        });
        Answer batch = collected("CF", file.text.toString());
        assertThat(thefts.get()).isLessThanOrEqualTo(0);
        assertThat(counts(batch)).isEqualTo(file.counts());
    }

    @Test
    void filesAreWorkedOnSideBySide() {
        Expected one = new Expected(31, 300);
        Expected two = new Expected(32, 300);
        String first = upload("CF", one.text.toString()).expect(202).header("Location");
        String second = upload("CF", two.text.toString()).expect(202).header("Location");
        assertThat(counts(finished(first))).isEqualTo(one.counts());
        assertThat(counts(finished(second))).isEqualTo(two.counts());
    }

    @Test
    void piecesOfAnUploadThatBrokeOffAreClearedAway() {
        // Cleared a day later, by the worker, when its process died; at once when only the sender did.
        mongo.insert(new Upload("broken-off", "no-batch", cn.publiccredit.support.work.Work.dueAt(Instant.EPOCH)));
        mongo.getCollection("batchChunks").insertOne(new org.bson.Document("_id", "broken-off/0").append("bytes", new byte[3]));
        org.awaitility.Awaitility.await().until(() -> mongo.getCollection("uploads").countDocuments() == 0);
        assertThat(mongo.getCollection("batchChunks").countDocuments(new org.bson.Document("_id", "broken-off/0"))).isZero();
    }

    /** A file with every kind of row, and a model of what has to come out. */
    private static final class Expected {

        private final StringBuilder text = new StringBuilder(Penalty.header());
        private final Map<Long, String> known = new LinkedHashMap<>();
        private int received;
        private int accepted;
        private int updated;
        private int duplicate;
        private int rejected;

        Expected(long seed, int rows) {
            Random random = new Random(seed);
            for (int i = 0; i < rows; i++) {
                if (random.nextInt(20) == 0) {
                    text.append(random.nextBoolean() ? "\r\n" : ",,,\r\n");
                }
                add(random);
            }
        }

        private void add(Random random) {
            received++;
            int kind = random.nextInt(10);
            if (kind < 6 || known.isEmpty()) {
                long number = DOCUMENTS.incrementAndGet();
                put(number, "0.5");
                accepted++;
            } else if (kind == 6) {
                rejected++;
                Penalty row = Penalty.row().number(DOCUMENTS.incrementAndGet());
                text.append(switch (random.nextInt(5)) {
                    case 0 -> row.with("CF_XDR_SHXYM", "91340100MA2TETA140").line();
                    case 1 -> row.with("CF_SY", "=1+1").line();
                    case 2 -> "甲,乙,丙\r\n";
                    case 3 -> row.line().replace("罚款5000元", "\"罚款");
                    default -> row.with("CF_JDRQ", "").with("CF_CFLB", "打").line();
                });
            } else {
                long number = known.keySet().stream().skip(random.nextInt(known.size())).findFirst().orElseThrow();
                if (kind == 7) {
                    put(number, known.getOrDefault(number, ""));
                    duplicate++;
                } else {
                    put(number, known.getOrDefault(number, "") + "1");
                    updated++;
                }
            }
        }

        private void put(long number, String fine) {
            String amount = fine.length() > 8 ? "0.7" : fine;
            known.put(number, amount);
            text.append(Penalty.row().number(number).with("CF_NR_FK", amount).line());
        }

        String counts() {
            return received + " " + accepted + " " + updated + " " + duplicate + " " + rejected;
        }
    }
}
