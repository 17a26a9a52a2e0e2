package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PushIT extends CollectionFixture {

    private static final String RECORDS = "/api/subject/v1/records";

    @Autowired
    private PushPlaces places;

    @Autowired
    private CollectionSettings settings;

    @Test
    void eachRecordGetsItsVerdictAtOnceByTheRulesAndKeysOfFiles() {
        collected("CF", Penalty.header() + Penalty.row().number(5001).line() + Penalty.row().number(5002).line());
        Answer answer = push(Penalty.row().number(5001), Penalty.row().number(5002).with("CF_NR_FK", "0.7").with("CF_XDR_SHXYM", "9134 0100MA2TETA14E"),
                Penalty.row().number(5003), Penalty.row().number(5004).with("CF_XDR_SHXYM", "9134 0100MA2TETA14E"),
                Penalty.row().number(5005).with("CF_JDRQ", "昨天").with("CF_SY", ""), Penalty.row().number(5003)).expect(200);
        assertThat(outcomes(answer)).containsExactly(
                "DUPLICATE", "UPDATED", "ACCEPTED", "ACCEPTED_WITH_WARNINGS", "REJECTED", "DUPLICATE");
        assertThat(answer.at("/results/4/row")).isEqualTo("5");
        assertThat(answer.at("/results/4/errors")).contains("date-format", "required", "CF_JDRQ", "处罚决定日期");
        assertThat(answer.at("/results/3/warnings/0/rule")).isEqualTo("blanks");
        assertThat(counts(answer)).isEqualTo("6 2 1 2 1");
        assertThat(answer.at("/counts/acceptedWithWarnings")).isEqualTo("1");

        Answer batch = department().get(BATCHES + "/" + answer.at("/batch")).expect(200);
        assertThat(batch.at("/state")).isEqualTo("DONE");
        assertThat(counts(batch)).isEqualTo(counts(answer));
        assertThat(warnings(batch)).containsEntry("blanks", 2L);
        assertThat(rejects(batch).text()).contains("date-format", "昨天");
        assertThat(department().get(BATCHES + "/" + answer.at("/batch") + "/warnings").expect(200)
                .at("/items/0/warnings/0/column")).isEqualTo("CF_XDR_SHXYM");
    }

    @Test
    void fieldsMayBeCodesNamesOrAliasesAndNumbersNumbers() {
        Map<String, Object> record = new LinkedHashMap<>(fields(Penalty.row().number(5010)));
        record.remove("CF_NR_FK");
        record.put("罚款金额", 0.25);
        record.remove("BZ");
        record.put("备注", null);
        Answer answer = department().post(RECORDS, Map.of("item", "CF", "records", List.of(record))).expect(200);
        assertThat(outcomes(answer)).containsExactly("ACCEPTED");
        assertThat(record(answer.at("/batch"), 1).toString()).contains("CF_NR_FK=0.25");
        assertThat(department().post(RECORDS, Map.of("item", "CF", "records",
                List.of(Map.of("CF_WSH", Map.of("a", 1), "CF_SY", "x")))).expect(200).at("/results/0/errors"))
                .contains("nested", "required");
    }

    @Test
    void recordsOfOneCallMaySpellAColumnEachInItsOwnWayButNoneTwice() {
        Map<String, Object> byCode = new LinkedHashMap<>(fields(Penalty.row().number(5015)));
        Map<String, Object> byName = new LinkedHashMap<>(fields(Penalty.row().number(5016)));
        byName.put("行政处罚决定书文号", byName.remove("CF_WSH"));
        byName.put("CF_WSH", null);
        byName.put(" 罚款 金额", byName.remove("CF_NR_FK"));
        Answer answer = department().post(RECORDS, Map.of("item", "CF", "records", List.of(byCode, byName))).expect(200);
        assertThat(outcomes(answer)).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(outcomes(push(Penalty.row().number(5016)).expect(200))).containsExactly("DUPLICATE");
        byName.put("CF_WSH", "另一号");
        Answer twice = department().post(RECORDS, Map.of("item", "CF", "records", List.of(byCode, byName))).expect(422);
        assertThat(twice.at("/violations/0/field")).isEqualTo("records.1");
        assertThat(twice.at("/violations/0/rule")).isEqualTo("duplicate-column");
    }

    @Test
    void aKeyedCallSentAgainAfterItsProcessDiedGetsTheVerdictsItHad() {
        Api keyed = department().with("Idempotency-Key", "push-5020");
        Penalty[] rows = {Penalty.row().number(5020), Penalty.row().number(5020).with("CF_NR_FK", "0.8"),
            Penalty.row().number(5020).with("CF_NR_FK", "0.8"), Penalty.row().number(5021)};
        intake.afterWriting(() -> {
            intake.afterWriting(() -> {});
            throw new IllegalStateException("killed by the test");
        });
        keyed.post(RECORDS, body(rows)).expect(500);
        Answer again = keyed.post(RECORDS, body(rows)).expect(200);
        assertThat(outcomes(again)).containsExactly("ACCEPTED", "UPDATED", "DUPLICATE", "ACCEPTED");
        Answer third = keyed.post(RECORDS, body(rows)).expect(200);
        assertThat(third.text()).isEqualTo(again.text());
        assertThat(keyed.post(RECORDS, body(Penalty.row())).expect(422).at("/code"))
                .isEqualTo("request.idempotency-key-reused");
    }

    @Test
    void aPushThatDiesForGoodIsFinishedWithItsCountsAndRejectsAndAKeyIsNotTakenForAnotherBody() {
        Api keyed = department().with("Idempotency-Key", "push-5070");
        Penalty[] rows = {Penalty.row().number(5070), Penalty.row().number(5071).with("CF_JDRQ", "坏")};
        intake.afterWriting(() -> {
            intake.afterWriting(() -> {});
            throw new IllegalStateException("killed by the test");
        });
        keyed.post(RECORDS, body(rows)).expect(500);
        Answer other = keyed.post(RECORDS, body(Penalty.row().number(5072), Penalty.row().number(5073))).expect(422);
        assertThat(other.at("/code")).isEqualTo("request.idempotency-key-reused");
        String id = lastPush().getString("_id");
        Answer batch = finished(BATCHES + "/" + id);
        assertThat(counts(batch)).isEqualTo("2 1 0 0 1");
        assertThat(rejects(batch).text()).contains("date-format");
        assertThat(mongo.getCollection("records").countDocuments(new Document("current.content.documentNumber",
                new Document("$in", List.of("皖市监处罚〔2026〕5072号", "皖市监处罚〔2026〕5073号"))))).isZero();
    }

    @Test
    void ofWhatWasPushedNothingIsKeptWhenItIsThrough() {
        push(Penalty.row().number(5080)).expect(200);
        Document batch = lastPush();
        String content = batch.get("file", Document.class).getString("content");
        assertThat(batch.getString("state")).isEqualTo("DONE");
        assertThat(content).isNotEmpty();
        assertThat(mongo.getCollection("batchChunks").countDocuments(new Document("_id", content + "/0"))).isZero();
        assertThat(mongo.getCollection("uploads").countDocuments(new Document("_id", content))).isZero();
    }

    private Document lastPush() {
        return Objects.requireNonNull(mongo.getCollection("batches").find(new Document("file.name", "push.ndjson"))
                .sort(new Document("submittedAt", -1)).first());
    }

    @Test
    void halfACharacterIsRefusedAsWhatItWouldBecome() {
        String record = json(Penalty.row().number(5085)).replace("\"CF_SY\":\"", "\"CF_SY\":\"\\ud83d");
        Answer answer = department().post(RECORDS, "{\"item\":\"CF\",\"records\":[" + record + "]}").expect(200);
        assertThat(answer.at("/results/0/errors/0/rule")).isEqualTo("control-character");
    }

    @Test
    void ofManySendersOfTheSameRecordsExactlyOneIsToldAccepted() throws Exception {
        Penalty[] rows = IntStream.range(0, 20).mapToObj(i -> Penalty.row().number(5100 + i)).toArray(Penalty[]::new);
        List<Callable<Answer>> senders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            senders.add(() -> push(rows).expect(200));
        }
        int accepted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (var sent : threads.invokeAll(senders)) {
                accepted += Integer.parseInt(sent.get().at("/counts/accepted"));
                assertThat(sent.get().at("/counts/updated")).isEqualTo("0");
            }
        }
        assertThat(accepted).isEqualTo(20);
    }

    @Test
    void recordsAreWithdrawnAndAddedAgainByPush() {
        Map<String, Object> record = new LinkedHashMap<>(fields(Penalty.row().number(5030)));
        assertThat(outcomes(pushFields(record))).containsExactly("ACCEPTED");
        record.put("操作类型", "撤销");
        Answer without = pushFields(record);
        assertThat(without.at("/results/0/errors/0/rule")).isEqualTo("operation-reason");
        record.put("操作原因", "行政复议决定撤销");
        assertThat(outcomes(pushFields(record))).containsExactly("UPDATED");
        record.put("操作类型", "新增");
        assertThat(outcomes(pushFields(record))).containsExactly("UPDATED");
    }

    @Test
    void requestsThatCannotBeTakenAreAnsweredClearlyAndInTheCallersLanguage() {
        Answer unknown = department().post(RECORDS, Map.of("item", "CF", "records",
                List.of(Map.of("老板", "甲"), Map.of("电话", "乙", "CF_WSH", "1", "行政处罚决定书文号", "2")))).expect(422);
        assertThat(unknown.at("/violations")).contains("“老板”", "“电话”", "unknown-column", "duplicate-column");
        Answer english = department().with("Accept-Language", "en").post(RECORDS, body(
                Penalty.row().with("CF_JDRQ", "x"))).expect(200);
        assertThat(english.at("/results/0/errors/0/message")).contains("(CF_JDRQ) is no date: \"x\"; write it as 2026/11/22");
        assertThat(department().post(RECORDS, Map.of("item", "ZZ", "records", List.of(Map.of("a", 1)))).expect(422)
                .at("/code")).isEqualTo("subject.batch.unknown-item");
        assertThat(department().post(RECORDS, Map.of("item", "CF", "records", List.of())).expect(422)
                .at("/violations/0/field")).isEqualTo("records");
        assertThat(department().post(RECORDS, Map.of("records", List.of(Map.of("a", 1)))).expect(422)
                .at("/violations/0/field")).isEqualTo("item");
        assertThat(department().post(RECORDS, Map.of("item", "CF", "records", List.of(1))).expect(422)
                .at("/violations/0/field")).isEqualTo("records.0");
        List<Map<String, Integer>> many = IntStream.range(0, 501).mapToObj(i -> Map.of("a", i)).toList();
        assertThat(department().post(RECORDS, Map.of("item", "CF", "records", many)).expect(422)
                .at("/violations/0/message")).contains("500");
        for (String rubbish : List.of("", "{", "[]", "nul", "{\"item\":{},\"records\":1}")) {
            assertThat(department().post(RECORDS, rubbish).status()).as(rubbish).isIn(400, 422);
        }
        department().post(RECORDS, "text/csv", new byte[3]).expect(415);
        department().post(RECORDS, "application/json", new byte[5 << 20]).expect(413);
    }

    @Test
    void ofVeryManyUnknownFieldsSomeAreNamedAndTheRestCountedAndTheAnswerIsKept() {
        Map<String, Integer> many = IntStream.range(0, 400).boxed().collect(Collectors.toMap(i -> "未知" + i, i -> i));
        Answer some = department().with("Idempotency-Key", "push-unknown").post(RECORDS, Map.of("item", "CF", "records", List.of(many))).expect(422);
        assertThat(some.json().at("/violations")).hasSize(61);
        assertThat(some.at("/violations/60/message")).contains("另有 340 处");
        String half = IntStream.range(0, 250_000).mapToObj(i -> "\"" + i + "\":1").collect(Collectors.joining(","));
        Answer flood = department().with("Idempotency-Key", "push-flood")
                .post(RECORDS, "{\"item\":\"CF\",\"records\":[{" + half + "}]}").expect(422);
        assertThat(flood.at("/violations/0/rule")).isEqualTo("columns");
        assertThat(flood.bytes()).hasSizeLessThan(2000);
    }

    @Test
    void aCallOfWhichEveryFieldIsWrongIsAnsweredInFullAndTheSameAgain() {
        Map<String, String> record = new LinkedHashMap<>();
        Items.item("CF").columns().forEach(column -> record.put(column.code(),
                column.type().equals("ID_NUMBER") ? "坏\u0001坏" : "=" + "坏".repeat(45)));
        Answer answer = toldTwice("push-5110", "CF", record);
        answer.json().at("/results").forEach(result -> {
            assertThat(columns(result.get("errors"))).containsAll(record.keySet());
            assertThat(result.get("unlisted").asInt()).isZero();
        });
    }

    @Test
    void anAnswerWithoutRoomForAllErrorsOfEachRecordCountsTheOthersAndTheBatchHasThem() {
        String columns = IntStream.range(0, 150).mapToObj(i -> """
                {"code":"D%d","name":"第 %d 个日期","type":"DATE","required":"OPTIONAL"},""".formatted(i, i)).collect(Collectors.joining());
        Catalogue.saysOf("KB", 1, Items.json("QR").replace("\"code\": \"QR\"", "\"code\": \"KB\"")
                .replaceFirst("\"columns\": *\\[", "$0" + columns));
        Map<String, String> record = IntStream.range(0, 150).boxed().collect(Collectors.toMap(i -> "D" + i, i -> "昨天"));
        Answer answer = toldTwice("push-5120", "KB", record);
        assertThat(answer.bytes()).hasSizeLessThan(15 << 20);
        answer.json().at("/results").forEach(result -> {
            assertThat(result.get("errors")).hasSizeGreaterThan(20);
            assertThat(result.get("errors").size() + result.get("unlisted").asInt()).isGreaterThanOrEqualTo(150);
        });
        String rejects = department().get(BATCHES + "/" + answer.at("/batch") + "/rejects").expect(200).text();
        assertThat(record.keySet()).allSatisfy(column -> assertThat(rejects).contains("（" + column + "）"));
    }

    /** The answer to five hundred of these, which is the same to the same call again. */
    private Answer toldTwice(String key, String item, Map<String, String> record) {
        Map<String, Object> body = Map.of("item", item, "records", Collections.nCopies(500, record));
        Api keyed = department().with("Idempotency-Key", key);
        Answer first = keyed.post(RECORDS, body).expect(200);
        assertThat(outcomes(first)).hasSize(500).containsOnly("REJECTED");
        Answer again = keyed.post(RECORDS, body).expect(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        return first;
    }

    private static Set<String> columns(JsonNode errors) {
        return errors.valueStream().map(error -> error.get("column").asString()).collect(Collectors.toSet());
    }

    @Test
    void moreAtATimeThanMemoryHoldsAreRefusedUnreadAndTakenLater() {
        List<PushPlaces.Place> taken = IntStream.range(0, settings.pushesAtATime()).mapToObj(i -> places.take()).toList();
        Api keyed = department().with("Idempotency-Key", "push-busy");
        try {
            Answer busy = keyed.post(RECORDS, "{no JSON that anybody looks at").expect(503);
            assertThat(busy.at("/code")).isEqualTo("subject.push.busy");
            assertThat(busy.header("Retry-After")).isNotBlank();
        } finally {
            taken.forEach(PushPlaces.Place::close);
        }
        assertThat(outcomes(keyed.post(RECORDS, body(Penalty.row().number(5090))).expect(200))).containsExactly("ACCEPTED");
        assertThat(IntStream.range(0, 20).mapToObj(i -> push(Penalty.row().number(5090)).status())).containsOnly(200);
    }

    @Test
    void numbersAreTakenAsTheyWereWrittenAndNoneIsTooMuch() {
        String record = json(Penalty.row().number(5050)).replace("\"CF_NR_FK\":\"0.5\"", "\"CF_NR_FK\":123456789012.123456");
        Answer exact = department().post(RECORDS, "{\"item\":\"CF\",\"records\":[" + record + "]}").expect(200);
        assertThat(outcomes(exact)).containsExactly("ACCEPTED");
        assertThat(record(exact.at("/batch"), 1).toString()).contains("CF_NR_FK=123456789012.123456");
        for (String number : List.of("1e400", "1E-400", "1e999999999")) {
            Answer huge = department().post(RECORDS, "{\"item\":\"CF\",\"records\":["
                    + record.replace("123456789012.123456", number) + "]}").expect(200);
            assertThat(huge.at("/results/0/errors/0/rule")).as(number).isEqualTo("decimal-format");
        }
    }

    @Test
    void aFieldThatIsGivenTwiceIsRefusedAndNotChosenFrom() {
        String record = json(Penalty.row().number(5051));
        String twice = record.replace("\"CF_NR_FK\":", "\"CF_NR_FK\":\"9\",\"CF_NR_FK\":");
        assertThat(department().post(RECORDS, "{\"item\":\"CF\",\"records\":[" + twice + "]}").expect(400).text())
                .contains("重复");
        department().post(RECORDS, "{\"item\":\"DJ\",\"item\":\"CF\",\"records\":[" + record + "]}").expect(400);
    }

    @Test
    void aWishThatIsNoTextIsRefusedAndNotTakenAsNone() {
        Map<String, Object> record = new LinkedHashMap<>(fields(Penalty.row().number(5052)));
        record.put("操作类型", Map.of("x", "撤销"));
        record.put("操作原因", List.of("错报"));
        Answer answer = pushFields(record);
        assertThat(outcomes(answer)).containsExactly("REJECTED");
        assertThat(answer.at("/results/0/errors")).contains("\"nested\"", "操作类型应为文字", "操作原因应为文字");
    }

    @Test
    void noAnswerThatIsKeptRepeatsAnIdOrPhoneNumber() {
        Answer answer = department().with("Idempotency-Key", "push-5060").post(RECORDS, body(
                Penalty.row().number(5060).with("CF_JDRQ", "340102199001011237").with("CF_XDR_LB", "1385550 1234")))
                .expect(200);
        assertThat(answer.text()).contains("340***********1237").doesNotContain("340102199001011237")
                .doesNotContain("1385550 1234");
        List<String> kept = mongo.getCollection("idempotency").find().map(document -> document.get("body") == null
                ? "" : new String(document.get("body", Binary.class).getData(), StandardCharsets.UTF_8))
                .into(new ArrayList<>());
        assertThat(String.join("", kept)).contains("340***********1237").doesNotContain("340102199001011237");
    }

    private static String json(Penalty row) {
        return fields(row).entrySet().stream().map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void onlySourcesPush() {
        api.post(RECORDS, body(Penalty.row())).expect(401);
        for (String role : List.of("bank", "subject-user", "auditor", "province-operator")) {
            api.as(Token.of("someone", role).division("340000").org(Penalty.SOURCE)).post(RECORDS, body(Penalty.row()))
                    .expect(403);
        }
        assertThat(api.as(Token.of("stray", "department-user")).post(RECORDS, body(Penalty.row())).expect(403)
                .at("/code")).isEqualTo("subject.batch.no-source");
    }

    @Test
    void pushesLeaveATraceAndNothingInPlainText() {
        Penalty person = Penalty.ofPerson().number(5040).with("CF_XDR_ZJHM", "340102199001011237").with("CF_FRDB", "");
        Answer answer = push(person).expect(200);
        assertThat(outcomes(answer)).containsExactly("REJECTED");
        assertThat(answer.text()).as("no message repeats the number").doesNotContain("340102199001011237");
        Document kept = mongo.getCollection("rejects").find(new Document("batch", answer.at("/batch"))).first();
        assertThat(String.valueOf(kept)).doesNotContain("340102199001011237");
        assertThat(api.as(Token.of("auditor", "auditor")).get("/api/subject/v1/audit?limit=500").expect(200).text())
                .contains("record.push", answer.at("/batch"));
    }

    private Answer push(Penalty... rows) {
        return department().post(RECORDS, body(rows));
    }

    private Answer pushFields(Map<String, Object> record) {
        return department().post(RECORDS, Map.of("item", "CF", "records", List.of(record))).expect(200);
    }

    private static Map<String, Object> body(Penalty... rows) {
        return Map.of("item", "CF", "records", Arrays.stream(rows).map(PushIT::fields).toList());
    }

    static Map<String, String> fields(Penalty row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Penalty.codes().size(); i++) {
            fields.put(Penalty.codes().get(i), row.cells().get(i));
        }
        return fields;
    }

    private static List<String> outcomes(Answer answer) {
        List<String> outcomes = new ArrayList<>();
        answer.json().at("/results").forEach(result -> outcomes.add(result.get("outcome").asString()));
        return outcomes;
    }

    @Test
    void aKeyedCallWhoseAnswerWasLostIsAnsweredFromWhatWasMadeOfItAndChangesNothingAnyMore() {
        Api keyed = department().with("Idempotency-Key", "push-5190");
        Map<String, Object> unknown = new LinkedHashMap<>(fields(Penalty.row().number(5190)));
        unknown.put("操作类型", "撤销");
        unknown.put("操作原因", "行政复议决定撤销");
        Map<String, Object> added = new LinkedHashMap<>(fields(Penalty.row().number(5191).with("CF_XDR_SHXYM", "9134 0100MA2TETA14E")));
        Map<String, Object> bad = new LinkedHashMap<>(fields(Penalty.row().number(5192).with("CF_JDRQ", "昨天")));
        Map<String, Object> body = Map.of("item", "CF", "records", List.of(unknown, added, added, bad));
        Answer first = keyed.post(RECORDS, body).expect(200);
        assertThat(outcomes(first)).containsExactly("REJECTED", "ACCEPTED_WITH_WARNINGS", "DUPLICATE", "REJECTED");

        push(Penalty.row().number(5190), Penalty.row().number(5191).with("CF_NR_FK", "0.9")).expect(200);
        mongo.getCollection("idempotency").deleteMany(new Document());
        Answer again = keyed.post(RECORDS, body).expect(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(Objects.requireNonNull(mongo.getCollection("records").find(new Document("current.content.data.CF_WSH",
                "皖市监处罚〔2026〕5190号")).first()).getInteger("version")).as("it was not withdrawn after all").isEqualTo(1);
    }

    @Test
    void aKeyedCallWhoseItemHasANewVersionSinceIsAnsweredWithItsCountsAlone() {
        Api keyed = department().with("Idempotency-Key", "push-5200");
        Map<String, Object> body = body(Penalty.row().number(5200), Penalty.row().number(5201).with("CF_JDRQ", "昨天"));
        Answer first = keyed.post(RECORDS, body).expect(200);
        assertThat(outcomes(first)).containsExactly("ACCEPTED", "REJECTED");
        mongo.getCollection("idempotency").deleteMany(new Document());
        Catalogue.saysOf("CF", 9, Items.json("CF"));
        clock.forward(Duration.ofMinutes(5));
        Answer again = keyed.post(RECORDS, body).expect(200);
        assertThat(again.at("/batch")).isEqualTo(first.at("/batch"));
        assertThat(again.at("/itemVersion")).as("the one by which it was judged").isEqualTo(first.at("/itemVersion"));
        assertThat(counts(again)).isEqualTo("2 1 0 0 1");
        assertThat(outcomes(again)).isEmpty();
    }
}
