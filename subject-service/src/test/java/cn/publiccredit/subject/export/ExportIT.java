package cn.publiccredit.subject.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportIT extends SubjectServiceFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXPORT = PREFIX + "/export/subjects";

    @Autowired
    private Records records;

    @DynamicPropertySource
    static void smallPages(DynamicPropertyRegistry properties) {
        properties.add("credit.export.subjects-at-a-time", () -> "3");
        properties.add("credit.export.records-at-a-time", () -> "2");
    }

    private Api reports() {
        return api.as(Token.ofService("report-service"));
    }

    private List<JsonNode> lines(String query) {
        Answer answer = reports().get(EXPORT + query).expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.text().lines().map(JSON::readTree).toList();
    }

    private List<String> someSubjects(int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = Codes.next("340400");
            codes.add(code);
            Row[] rows = new Row[i % 4];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = Row.about(code, "导出" + code, code + r, DAY.plusDays(r)).number(r + 2)
                        .with("FR_ZJHM", "340403198802022345");
            }
            Batch.of("DJ", HUAINAN_MARKET, AT).into(intake, Row.registering(code, "导出" + code, DAY, "淮南"));
            Batch.of("CF", HUAINAN_MARKET, AT).into(intake, rows);
        }
        return codes;
    }

    @Test
    void everySubjectComesOnceWithAllItsRecordsAndNothingEncrypted() {
        List<String> codes = someSubjects(11);
        Batch.of("CF", HUAINAN_MARKET, AT).into(intake,
                Row.aboutPerson("某自然人", "340403199001011234", "人" + codes.getFirst(), DAY));
        List<JsonNode> lines = lines("");
        assertThat(lines.getLast().get("end").asBoolean()).isTrue();
        Map<String, Integer> records = new LinkedHashMap<>();
        for (JsonNode line : lines.subList(0, lines.size() - 1)) {
            String id = line.at("/subject/id").asString();
            assertThat(records.put(id, line.get("records").size())).as(id).isNull();
            line.get("records").forEach(r -> assertThat(List.of(r.get("subject"), r.get("subjectNow")).toString()).contains(id));
        }
        for (int i = 0; i < codes.size(); i++) {
            assertThat(records).containsEntry(codes.get(i), i % 4 + 1);
        }
        assertThat(new TreeSet<>(records.keySet())).containsExactlyElementsOf(records.keySet());
        assertThat(String.join("\n", lines.stream().map(JsonNode::toString).toList()))
                .doesNotContain("FR_ZJHM").doesNotContain("k1:").doesNotContain("某自然人");
        assertThat(lines.getLast().get("records").asInt()).isEqualTo(
                records.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void aStreamThatWasCutOffGoesOnFromAnyLine() {
        someSubjects(8);
        List<String> whole = ids(lines(""));
        List<String> pieces = new ArrayList<>();
        String after = "";
        while (true) {
            List<JsonNode> lines = lines("?limit=2" + after);
            pieces.addAll(ids(lines));
            JsonNode next = lines.getLast().get("next");
            if (next.isNull()) {
                break;
            }
            assertThat(next.asString()).isEqualTo(lines.get(lines.size() - 2).get("cursor").asString());
            after = "&after=" + next.asString();
        }
        assertThat(pieces).isEqualTo(whole);
    }

    private static List<String> ids(List<JsonNode> lines) {
        return lines.subList(0, lines.size() - 1).stream().map(line -> line.at("/subject/id").asString()).toList();
    }

    @Test
    void mergedSubjectsComeWithTheOneThatStandsForThem() {
        List<String> codes = someSubjects(4);
        mongo.getCollection("subjects").updateOne(new Document("_id", codes.get(3)),
                new Document("$set", new Document("mergedInto", codes.get(2))));
        mongo.getCollection("subjects").updateOne(new Document("_id", codes.get(2)), new Document("$set",
                new Document("absorbed", List.of(new Document("id", codes.get(3)).append("names", List.of())
                        .append("divisions", List.of()).append("sources", List.of())))));
        List<JsonNode> lines = lines("");
        assertThat(ids(lines)).contains(codes.get(2)).doesNotContain(codes.get(3));
        assertThat(lines.stream().filter(l -> l.at("/subject/id").asString().equals(codes.get(2))).findFirst())
                .hasValueSatisfying(line -> assertThat(line.get("records")).hasSize(3 + 4));
    }

    @Test
    void whatIsMergedOrSeparatedWhileTheExportRunsIsSentOnceMoreBeforeTheEnd() {
        clock.moveTo(LocalDate.of(2026, 3, 2));
        List<String> codes = someSubjects(4);
        String small = codes.get(1);
        String large = codes.get(3);
        JsonNode passed = behind(small, "");
        decided(large, small, "");
        List<JsonNode> rest = lines("?after=" + passed.get("next").asString());
        assertThat(ids(rest)).as("no longer in its place").doesNotContain(large).contains(codes.get(2)).endsWith(small);
        assertThat(rest.getLast().get("end").asBoolean()).isTrue();
        assertThat(rest.getLast().get("next").isNull()).isTrue();
        assertThat(rest.get(rest.size() - 2).get("records")).hasSize(2 + 4);
        assertThat(rest.get(rest.size() - 2).at("/subject/formerIds/0").asString()).isEqualTo(large);

        JsonNode again = behind(someSubjects(1).getFirst(), "");
        decided(large, small, "/undo");
        List<JsonNode> after = lines("?after=" + again.get("next").asString());
        assertThat(ids(after)).containsSubsequence(small, large);
        assertThat(after.get(after.size() - 2).get("records")).hasSize(4);
        assertThat(ids(lines("?after=" + after.getFirst().get("cursor").asString())))
                .as("cut off on the way, all of them come again").containsSubsequence(small, large);

        clock.forward(Duration.ofMinutes(5));
        assertThat(ids(lines(""))).as("later runs are not concerned").doesNotHaveDuplicates().contains(small, large);
        reports().get(EXPORT + "?after=" + Cursor.at("x", "y").encoded()).expect(400);
    }

    /** The end of a part that ended with this subject, or just behind where it would be. */
    private JsonNode behind(String subject, String query) {
        List<JsonNode> lines = lines("?limit=1" + query);
        String next = lines.getLast().get("next").asString();
        return ids(lines).getFirst().compareTo(subject) >= 0 ? lines.getLast() : behind(subject, "&after=" + next);
    }

    private void decided(String from, String into, String undo) {
        String merges = PREFIX + "/governance/merges";
        Answer open = undo.isEmpty()
                ? province().post(merges, Map.of("subject", from, "into", into, "reason", "换发代码")).expect(201)
                : province().with("If-Match", province().get(merges + "/" + from).expect(200).header("ETag"))
                        .post(merges + "/" + from + undo, Map.of("reason", "误并")).expect(200);
        api.as(Token.of("province-2", "province-operator").division("340000")).purpose("日常监管")
                .with("If-Match", open.header("ETag")).post(merges + "/" + from + "/approve", "").expect(200);
        Awaitility.await().until(() -> Objects.requireNonNull(mongo.getCollection("subjectMerges")
                .find(new Document("_id", from)).first()).get("work", Document.class).get("due") == null);
    }

    @Test
    void aRecordWhoseDateIsCorrectedWhileItsSubjectIsReadComesOnce() {
        String code = Codes.next("340400");
        Batch.of("CF", HUAINAN_MARKET, AT).into(intake, IntStream.range(0, 7)
                .mapToObj(i -> Row.about(code, "改期公司", "改" + i, DAY.plusDays(i)).number(i + 2)).toArray(Row[]::new));
        List<String> read = new ArrayList<>();
        try (Records.Run run = records.run(Set.of(code), 2)) {
            read.add(Objects.requireNonNull(run.next(code)).id());
            Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(1)).into(intake,
                    Row.about(code, "改期公司", "改0", DAY.plusDays(99)).with("NR", "后"),
                    Row.about(code, "改期公司", "改6", DAY.minusDays(99)).with("NR", "前").number(3));
            for (CreditRecord record = run.next(code); record != null; record = run.next(code)) {
                read.add(record.id());
            }
        }
        assertThat(read).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void onlyServicesOfThePlatformGetItAndTheTrailTellsOfEachPage() {
        someSubjects(4);
        province().get(EXPORT).expect(403);
        bank().get(EXPORT).expect(403);
        api.get(EXPORT).expect(401);
        reports().get(EXPORT + "?after=!!!").expect(400);
        reports().get(EXPORT + "?limit=0").expect(422);
        long before = traces();
        int subjects = ids(lines("")).size();
        assertThat(traces() - before).isEqualTo((subjects + 2) / 3);
    }

    private long traces() {
        return mongo.getCollection("audit").countDocuments(new Document("action", "export.subjects"));
    }
}
