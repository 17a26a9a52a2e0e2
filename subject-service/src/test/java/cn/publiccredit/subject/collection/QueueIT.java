package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Back-pressure and cancelling. The fixture lets two batches of a source and three in all run at a time. */
class QueueIT extends CollectionFixture {

    private static final String CONFIRMED = """
            QR_XDR_MC,QR_XDR_SHXYM,QR_WSH,QR_JDRQ,QR_JG,QR_SX,QR_NR,QR_LYDW,QR_LYDWDM
            合肥样例食品有限公司,91340100MA2TETA14E,皖样确〔2026〕1号,2026/05/06,样例局,样例,样例,样例局,11340000000000000G
            """;

    @Autowired
    private HeldBatches batches;

    private final CountDownLatch held = new CountDownLatch(1);

    @BeforeEach
    void nothingElseRuns() {
        await().until(() -> mongo.getCollection("batches")
                .countDocuments(Document.parse("{state: {$in: ['RECEIVED', 'RUNNING']}}")) == 0);
        intake.afterWriting(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void release() {
        held.countDown();
    }

    @Test
    void soManyOfASourceAndSoManyInAllRunAndTheRestWaitVisiblyInTheirOrder() {
        Api one = department();
        Api two = other("933413021234567882");
        Api three = other("51340000123456788K");
        String first = uploaded(one, 9001);
        String second = uploaded(one, "DJ", registered());
        running(one, first);
        running(one, second);
        String third = uploaded(one, "QR", CONFIRMED);
        String fourth = uploaded(two, 9004);
        running(two, fourth);
        String fifth = uploaded(three, 9005);
        String sixth = uploaded(one, 9006);

        Answer waiting = one.get(third).expect(200);
        assertThat(waiting.at("/state")).isEqualTo("RECEIVED");
        assertThat(waiting.at("/queue/position")).isEqualTo("1");
        assertThat(waiting.at("/queue/reason")).isEqualTo("source-limit");
        assertThat(waiting.at("/queue/message")).contains("本单位", "2 个");
        assertThat(one.with("Accept-Language", "en").get(third).at("/queue/message")).contains("Your organisation");
        assertThat(three.get(fifth).at("/queue/reason")).isEqualTo("platform-limit");
        assertThat(one.get(sixth).at("/queue/position")).isEqualTo("2");
        assertThat(one.get(sixth).at("/queue/reason")).isEqualTo("item-order");
        assertThat(one.get(sixth).at("/queue/message")).contains("本事项", "2 个");
        assertThat(listed(one)).as("the list tells it, too").containsEntry(third, "1 source-limit").containsEntry(sixth, "2 item-order")
                .doesNotContainKey(first);
        assertThat(listed(three)).containsEntry(fifth, three.get(fifth).at("/queue/position") + " platform-limit");
        assertThat(mongo.getCollection("batches").countDocuments(new Document("state", "RUNNING"))).isEqualTo(3);

        held.countDown();
        for (String location : List.of(first, second, third, sixth)) {
            assertThat(counts(finished(location))).isEqualTo("1 1 0 0 0");
        }
        await().until(() -> two.get(fourth).at("/state").equals("DONE") && three.get(fifth).at("/state").equals("DONE"));
        assertThat(one.get(third).at("/queue")).isEmpty();
    }

    private static Map<String, String> listed(Api source) {
        Map<String, String> queues = new HashMap<>();
        for (JsonNode batch : source.get(BATCHES + "?limit=100").expect(200).json().at("/items")) {
            if (batch.hasNonNull("queue")) {
                queues.put(BATCHES + "/" + batch.get("id").asString(),
                        batch.at("/queue/position").asString() + " " + batch.at("/queue/reason").asString());
            }
        }
        return queues;
    }

    @Test
    void aBatchWhoseTurnItIsSaysThatNoWorkerIsFree() {
        Document waiting = stuck("waiting-1").append("state", "RECEIVED");
        waiting.get("work", Document.class).append("attempts", 0).append("due", Date.from(Instant.EPOCH))
                .append("leaseUntil", Date.from(clock.instant().plusSeconds(3600)));
        mongo.getCollection("batches").insertOne(waiting);
        try {
            assertThat(department().get(BATCHES + "/waiting-1").at("/queue/reason")).isEqualTo("workers-busy");
        } finally {
            mongo.getCollection("batches").deleteOne(new Document("_id", "waiting-1"));
        }
    }

    @Test
    void aBatchThatKeepsFailingIsNotWaitedFor() {
        mongo.getCollection("batches").insertMany(List.of(stuck("stuck-1"), stuck("stuck-2")));
        held.countDown();
        assertThat(counts(finished(uploaded(department(), 9010)))).isEqualTo("1 1 0 0 0");
        mongo.getCollection("batches").deleteMany(Document.parse("{_id: /^stuck/}"));
    }

    @Test
    void batchesOfOneSourceAndOneItemRunOneAfterTheOther() {
        String first = uploaded(department(), 9012);
        running(department(), first);
        String second = uploaded(department(), 9013);
        String other = uploaded(department(), "DJ", registered());
        running(department(), other);
        assertThat(department().get(second).at("/state")).isEqualTo("RECEIVED");
        held.countDown();
        assertThat(finished(second).at("/startedAt")).isGreaterThanOrEqualTo(finished(first).at("/finishedAt"));
    }

    @Test
    void aWaitingBatchIsCancelledAtOnceAndTheOthersGoOn() {
        String first = uploaded(department(), 9020);
        String second = uploaded(department(), 9021);
        running(department(), first);
        String third = uploaded(department(), 9022);
        String tag = department().get(third).header("ETag");
        assertThat(department().post(third + "/cancel", "").expect(428).at("/code")).isNotEmpty();
        department().with("If-Match", "\"99999\"").post(third + "/cancel", "").expect(412);
        Answer cancelled = department().with("If-Match", "*").post(third + "/cancel", "").expect(200);
        assertThat(cancelled.at("/state")).isEqualTo("CANCELLED");
        assertThat(counts(cancelled)).isEqualTo("0 0 0 0 0");
        assertThat(cancelled.header("ETag")).isNotEqualTo(tag);
        held.countDown();
        assertThat(finished(first).at("/state")).isEqualTo("DONE");
        assertThat(finished(second).at("/state")).isEqualTo("DONE");
        assertThat(department().get(third).at("/state")).isEqualTo("CANCELLED");
        assertThat(department().with("If-Match", "*").post(third + "/cancel", "").expect(409).at("/code"))
                .isEqualTo("subject.batch.finished");
        department().get(third + "/rejects").expect(200);
    }

    @Test
    void aRunningBatchStopsAtItsNextCheckpointAndItsCountsReconcileWithTheRecords() {
        String location = upload("CF", many(9100, 400)).expect(202).header("Location");
        await().until(() -> written(location) > 0);
        Answer wished = department().with("If-Match", "*").post(location + "/cancel", "").expect(200);
        assertThat(wished.at("/state")).isEqualTo("RUNNING");
        assertThat(wished.at("/cancelling")).isEqualTo("true");
        assertThat(department().with("If-Match", "*").post(location + "/cancel", "").expect(200).at("/cancelling"))
                .as("wished twice").isEqualTo("true");
        held.countDown();
        Answer cancelled = finished(location);
        assertThat(cancelled.at("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/cancelling")).isEqualTo("false");
        assertThat(counts(cancelled)).isEqualTo("50 50 0 0 0");
        assertThat(written(location)).isEqualTo(50);
        assertThat(counts(collected("CF", many(9100, 400)))).as("sent again, the rest comes in")
                .isEqualTo("400 350 0 50 0");
    }

    @Test
    void aCancelledBatchWhoseWorkerDiedBeforeItsCheckpointStillCountsWhatWasWritten() {
        AtomicInteger deaths = new AtomicInteger();
        intake.afterWriting(() -> {
            if (deaths.incrementAndGet() == 1) {
                mongo.getCollection("batches").updateMany(new Document("state", "RUNNING"),
                        new Document("$set", new Document("cancellation", new Document("by", "x").append("at", Instant.now()))));
                throw new IllegalStateException("killed by the test");
            }
        });
        String location = upload("CF", many(9600, 200)).expect(202).header("Location");
        Answer cancelled = finished(location);
        assertThat(cancelled.at("/state")).isEqualTo("CANCELLED");
        assertThat(counts(cancelled)).isEqualTo("50 50 0 0 0");
        assertThat(written(location)).isEqualTo(50);
    }

    @Test
    void aBatchThatFailsAgainAndAgainEndsWithAReasonAndTheNextOneBegins() {
        intake.afterWriting(() -> {
            throw new IllegalStateException("fails always");
        });
        String broken = Penalty.row().with("CF_JDRQ", "坏").line();
        String location = upload("CF", many(9700, 60) + broken).expect(202).header("Location");
        Answer failed = finished(location);
        assertThat(failed.at("/state")).isEqualTo("FAILED");
        assertThat(counts(failed)).as("what its runs have written").isEqualTo("50 50 0 0 0");
        assertThat(written(location)).isEqualTo(50);
        assertThat(failed.at("/failure/code")).isEqualTo("keeps-failing");
        assertThat(failed.at("/failure/message")).contains("7 次", "重新上传");
        intake.afterWriting(() -> {});
        assertThat(counts(collected("CF", many(9700, 60) + broken))).isEqualTo("61 10 0 50 1");
    }

    @Test
    void aBatchThatKillsEachProcessThatTakesItUpIsNotTakenUpForEver() {
        AtomicInteger deaths = new AtomicInteger();
        intake.afterWriting(() -> {
            deaths.incrementAndGet();
            dies();
        });
        Answer failed = finished(upload("CF", many(300_000, 60)).expect(202).header("Location"));
        assertThat(failed.at("/state")).isEqualTo("FAILED");
        assertThat(failed.at("/failure/code")).isEqualTo("keeps-breaking-off");
        assertThat(failed.at("/failure/message")).contains("5 次", "重新上传");
        assertThat(deaths).hasValue(5);
        assertThat(counts(failed)).as("what its runs have written").isEqualTo("50 50 0 0 0");
        intake.afterWriting(() -> {});
        assertThat(counts(collected("CF", many(300_000, 60)))).isEqualTo("60 10 0 50 0");
    }

    @Test
    void aBatchThatGetsFurtherEachTimeIsWorkedOffHoweverOftenItsProcessDies() {
        AtomicInteger writes = new AtomicInteger();
        intake.afterWriting(() -> {
            if (writes.incrementAndGet() % 2 == 1) {
                dies();
            }
        });
        Answer done = finished(upload("CF", many(200_000, 400)).expect(202).header("Location"));
        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(counts(done)).isEqualTo("400 400 0 0 0");
    }

    /** A process that is killed neither goes on nor says so; its lease runs out. */
    private void dies() {
        mongo.getCollection("batches").updateMany(new Document("state", "RUNNING"), Document.parse(
                "{$set: {'work.leaseOwner': 'dead', 'work.leaseUntil': {$date: 0}}}"));
        throw new IllegalStateException("killed by the test");
    }

    @Test
    void aBatchThatFailsAgainAndAgainCanBeCancelled() {
        intake.afterWriting(() -> {
            throw new IllegalStateException("fails always");
        });
        String location = uploaded(department(), 9790);
        await().until(() -> attempts(location) > 0);
        department().with("If-Match", "*").post(location + "/cancel", "").expect(200);
        Answer cancelled = finished(location);
        assertThat(cancelled.at("/state")).isEqualTo("CANCELLED");
        assertThat(counts(cancelled)).isEqualTo("1 1 0 0 0");
    }

    @Test
    void aCancelledBatchStaysSoWhateverItsWorkerFindsAfterwards() {
        Document cancelled = stuck("cancelled-1").append("state", "CANCELLED");
        cancelled.get("work", Document.class).append("leaseOwner", "worker");
        mongo.getCollection("batches").insertOne(cancelled);
        assertThat(batches.fail("cancelled-1", "worker", Failure.NO_ROWS)).isFalse();
        assertThat(batches.finish("cancelled-1", "worker")).isFalse();
        assertThat(department().get(BATCHES + "/cancelled-1").at("/state")).isEqualTo("CANCELLED");
        mongo.getCollection("batches").deleteOne(new Document("_id", "cancelled-1"));
    }

    private int attempts(String location) {
        Document batch = Objects.requireNonNull(mongo.getCollection("batches").find(
                new Document("_id", location.substring(location.lastIndexOf('/') + 1))).first());
        return batch.get("work", Document.class).getInteger("attempts");
    }

    @Test
    void onlyThoseWhoseBatchItIsCancelIt() {
        String location = uploaded(department(), 9900);
        other("12340000MA8TETT91D").with("If-Match", "*").post(location + "/cancel", "").expect(404);
        api.as(Token.of("bank", "bank")).with("If-Match", "*").post(location + "/cancel", "").expect(403);
        api.with("If-Match", "*").post(location + "/cancel", "").expect(401);
        api.as(Token.of("province", "province-operator").division("340000")).with("If-Match", "*")
                .post(location + "/cancel", "").expect(200);
        held.countDown();
        assertThat(finished(location).at("/state")).isIn("CANCELLED", "DONE");
        assertThat(api.as(Token.of("auditor", "auditor")).get("/api/subject/v1/audit?limit=500").expect(200).text())
                .contains("batch.cancel");
    }

    private long written(String location) {
        return mongo.getCollection("records").countDocuments(
                new Document("current.cause.batch", location.substring(location.lastIndexOf('/') + 1)));
    }

    private static String many(int from, int rows) {
        StringBuilder file = new StringBuilder(Penalty.header());
        for (int i = 0; i < rows; i++) {
            file.append(Penalty.row().number(90_000L + from + i).line());
        }
        return file.toString();
    }

    private Document stuck(String id) {
        Document like = Objects.requireNonNull(mongo.getCollection("batches").find().first());
        Document stuck = new Document(like).append("_id", id).append("state", "RUNNING")
                .append("item", new Document("code", "XK").append("version", 1))
                .append("submittedAt", Date.from(Instant.EPOCH));
        return stuck.append("work", new Document("due", null).append("attempts", 3).append("leaseUntil",
                Date.from(Instant.EPOCH)));
    }

    private Api other(String org) {
        return api.as(Token.of("dept-" + org, "department-user").division("340400").org(org));
    }

    private static String registered() {
        return "QYMC,TYSHXYDM\n合肥样例食品有限公司," + Codes.next("340100") + "\n";
    }

    private static String uploaded(Api source, long number) {
        return uploaded(source, "CF", Penalty.header() + Penalty.row().number(number).line());
    }

    private static String uploaded(Api source, String item, String file) {
        return source.post(BATCHES + "?item=" + item, "text/csv", file.getBytes(StandardCharsets.UTF_8)).expect(202)
                .header("Location");
    }

    private static void running(Api source, String location) {
        await().until(() -> source.get(location).at("/state").equals("RUNNING"));
    }

    @Test
    void whatComesAfterAPushThatDiedWaitsForItAndFindsItsRecords() {
        held.countDown();
        String first = died(9930);
        assertThat(counts(finished(uploaded(department(), "CF", withdrawn(9930))))).as("a file").isEqualTo("1 0 1 0 0");
        assertThat(finished(BATCHES + "/" + first).at("/state")).isEqualTo("DONE");

        died(9931);
        Map<String, Object> record = fields(Penalty.row().number(9931));
        record.put("操作类型", "撤销");
        record.put("操作原因", "行政复议决定撤销");
        Answer answer = department().post("/api/subject/v1/records", Map.of("item", "CF", "records", List.of(record)));
        assertThat(answer.status()).as("at once, or queued when the dead one's hold lasts longer than a push waits").isIn(200, 202);
        assertThat(counts(finished(BATCHES + "/" + answer.at("/batch")))).as("a push").isEqualTo("1 0 1 0 0");
    }

    /** A push whose process is killed before it writes; its hold on the batch lasts a little longer. */
    private String died(long number) {
        AtomicReference<String> id = new AtomicReference<>("");
        intake.beforeWriting(context -> {
            intake.beforeWriting(any -> {});
            id.set(context.batch());
            mongo.getCollection("batches").updateOne(new Document("_id", context.batch()), new Document("$set",
                    new Document("work.leaseOwner", "dead").append("work.leaseUntil", Date.from(clock.instant().plusSeconds(3)))));
            throw new IllegalStateException("killed by the test");
        });
        department().post("/api/subject/v1/records", Map.of("item", "CF", "records", List.of(fields(Penalty.row().number(number)))))
                .expect(500);
        return Objects.requireNonNull(id.get());
    }

    private static String withdrawn(long number) {
        return Penalty.header().replace("\r\n", ",操作类型,操作原因\r\n")
                + Penalty.row().number(number).line().replace("\r\n", ",撤销,行政复议决定撤销\r\n");
    }

    private static Map<String, Object> fields(Penalty row) {
        return new HashMap<>(PushIT.fields(row));
    }

    @Test
    void whatTheRunsOfAGivenUpBatchWroteIsInTheStatistics() {
        intake.afterWriting(() -> {
            mongo.getCollection("batches").find(new Document("state", "RUNNING")).forEach(
                    batch -> mongo.getCollection("intakeTallies").deleteOne(new Document("_id", batch.getString("_id"))));
            throw new IllegalStateException("dies before it has counted");
        });
        String location = upload("CF", many(9_750_000, 60)).expect(202).header("Location");
        assertThat(finished(location).at("/state")).isEqualTo("FAILED");
        assertThat(Objects.requireNonNull(mongo.getCollection("intakeTallies").find(new Document("_id",
                location.substring(location.lastIndexOf('/') + 1))).first()).getLong("codes")).isEqualTo(50);
    }
}
