package cn.publiccredit.listing.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.listing.CatalogFixture;
import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.listing.SubjectServiceFixture;
import cn.publiccredit.listing.entry.EntryFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

class ScreeningIT extends ListingFixture {

    @Autowired
    @Qualifier("auditWriter")
    SmartLifecycle auditWriter;

    @Test
    void aListedSubjectIsAHitWithTheMeasuresThatFitTheMatter() {
        String name = uniqueName("命中");
        String subject = SubjectServiceFixture.organisation(name);
        mongo.insert(EntryFixture.live(subject, true));

        Answer loan = screen(BANK, "LOAN", uscc(subject)).expect(200);
        assertThat(loan.at("/receipt")).matches("SC\\d{14}[0-9A-Z]{8}");
        assertThat(loan.header("Location")).endsWith("/screenings/" + loan.at("/receipt"));
        assertThat(loan.at("/results/0/status")).isEqualTo("HIT");
        assertThat(loan.at("/results/0/subject/name")).isEqualTo(name);
        assertThat(loan.at("/results/0/entries/0/listName")).isEqualTo("市场监管严重违法失信名单");
        assertThat(loan.json().at("/results/0/measures").size()).isEqualTo(1);
        assertThat(loan.at("/results/0/measures/0/code")).isEqualTo("M14");
        assertThat(loan.at("/results/0/measures/0/mandatory")).isEqualTo("false");
        Answer tender = screen(CITY, "TENDER", Map.of("name", name)).expect(200);
        assertThat(tender.at("/results/0/measures/0/code")).isEqualTo("M01");
        Answer supervision = screen(CITY, "SUPERVISION", uscc(subject)).expect(200);
        assertThat(supervision.at("/results/0/status")).isEqualTo("HIT");
        assertThat(supervision.at("/results/0/measures")).isEqualTo("[]");
    }

    @Test
    void aKnownSubjectOnNoListIsClearAndAnUnknownOneIsUnknownAndSaysWhy() {
        String clear = SubjectServiceFixture.organisation(uniqueName("清白"));
        String twice = uniqueName("重名");
        SubjectServiceFixture.organisation(twice);
        SubjectServiceFixture.organisation(twice);
        String wrong = clear.substring(0, 17) + (clear.charAt(17) == '0' ? '1' : '0');
        Answer answer = screen(BANK, "LOAN", Map.of("name", twice), uscc(wrong),
                uscc(" " + clear.toLowerCase(Locale.ROOT)),
                uscc(SubjectServiceFixture.newCode()), Map.of("name", "从未听说")).expect(200);
        assertThat(answer.json().at("/results").valueStream().map(r -> r.at("/status").asString()))
                .containsExactly("UNKNOWN", "UNKNOWN", "CLEAR", "UNKNOWN", "UNKNOWN");
        assertThat(answer.at("/results/0/note")).contains("2 个主体");
        assertThat(answer.at("/results/0/subject")).isEmpty();
        assertThat(answer.at("/results/1/note")).contains("校验位");
        assertThat(answer.at("/results/2/subject/id")).isEqualTo(clear);
        assertThat(answer.at("/results/2/note")).isEmpty();
        assertThat(answer.at("/results/3/note")).contains("平台没有该主体");
        assertThat(answer.at("/results/1/query/uscc")).isEqualTo(wrong);
    }

    @Test
    void anEntryCountsUntilItsTermEndsOrItIsExited() {
        String subject = SubjectServiceFixture.organisation(uniqueName("到期"));
        String entry = entryOf(published("market-serious", subject));
        assertThat(screen(CITY, "LOAN", uscc(subject)).at("/results/0/status")).isEqualTo("HIT");
        clock.moveTo(today().plusMonths(36).plusDays(1));
        assertThat(screen(CITY, "LOAN", uscc(subject)).at("/results/0/status")).isEqualTo("CLEAR");
        clock.reset();
        api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit",
                Map.of("case", "r", "kind", "REPAIRED", "reason", "已修复")).expect(200);
        assertThat(screen(CITY, "LOAN", uscc(subject)).at("/results/0/status")).isEqualTo("CLEAR");
    }

    @Test
    void listsThatAreNotPublicAndPersonsAreScreenedByGovernmentBodiesOnly() {
        String subject = SubjectServiceFixture.organisation(uniqueName("关注"));
        mongo.insert(EntryFixture.live(subject, false));
        assertThat(screen(BANK, "LOAN", uscc(subject)).at("/results/0/status")).isEqualTo("CLEAR");
        assertThat(screen(DEPARTMENT, "LOAN", uscc(subject)).at("/results/0/status")).isEqualTo("HIT");
        String person = "p-" + UUID.randomUUID();
        SubjectServiceFixture.person(person, person);
        Answer bank = screen(BANK, "LOAN", Map.of("name", person));
        assertThat(bank.at("/results/0/status")).isEqualTo("UNKNOWN");
        assertThat(bank.at("/results/0/subject")).isEmpty();
        assertThat(screen(DEPARTMENT, "LOAN", Map.of("name", person)).at("/results/0/status")).isEqualTo("CLEAR");
    }

    @Test
    void theReceiptShowsTheVeryBytesThatWereAnsweredWhateverHappenedSince() {
        String subject = SubjectServiceFixture.organisation(uniqueName("回执"));
        String entry = entryOf(published("market-serious", subject));
        Answer answered = screen(BANK, "LOAN", uscc(subject)).expect(200);
        api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit",
                Map.of("case", "r", "kind", "REPAIRED", "reason", "已修复")).expect(200);
        String path = V1 + "/screenings/" + answered.at("/receipt");
        Token colleague = Token.of("demo-bank-2", "bank").org("91340000BANK00000X");
        for (Token entitled : List.of(BANK, colleague, AUDITOR, PROVINCE)) {
            Answer receipt = api.as(entitled).get(path).expect(200);
            assertThat(receipt.bytes()).isEqualTo(answered.bytes());
            assertThat(receipt.header("ETag")).isEqualTo(answered.header("ETag"));
        }
        for (Token stranger : List.of(OTHER_BANK, CITY, DEPARTMENT)) {
            api.as(stranger).get(path).expect(404);
        }
        api.get(path).expect(401);
        api.as(BANK).get(V1 + "/screenings/SC20260101000000AAAAAAAA").expect(404);
        StoredScreening stored = mongo.findById(answered.at("/receipt"), StoredScreening.class);
        assertThat(stored).isNotNull().satisfies(s -> assertThat(s.sha256()).hasSize(64));
    }

    @Test
    void everyScreenedSubjectLeavesATraceBeforeTheAnswer() {
        String one = SubjectServiceFixture.organisation(uniqueName("留痕"));
        String two = SubjectServiceFixture.organisation(uniqueName("留痕"));
        Answer answer = screen(BANK, "LOAN", uscc(one), uscc(two)).expect(200);
        for (String subject : List.of(one, two)) {
            List<JsonNode> traces = traces("screening", subject);
            assertThat(traces).hasSize(1);
            assertThat(traces.getFirst().at("/matter").asString()).isEqualTo("LOAN");
            assertThat(traces.getFirst().at("/purpose").asString()).isEqualTo("贷前审查");
            assertThat(traces.getFirst().at("/target").asString()).isEqualTo(answer.at("/receipt"));
            assertThat(traces.getFirst().at("/org").asString()).isEqualTo("91340000BANK00000X");
        }
    }

    @Test
    void aThousandSubjectsAreScreenedAtOnceAndOneMoreIsRefused() {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String subject = SubjectServiceFixture.organisation(uniqueName("批量"));
            if (i % 100 == 0) {
                mongo.insert(EntryFixture.live(subject, true));
            }
            asked.add(uscc(subject));
        }
        Answer answer = screen(BANK, "LOAN", asked).expect(200);
        List<String> statuses = answer.json().at("/results").valueStream().map(r -> r.at("/status").asString()).toList();
        assertThat(statuses).hasSize(1000);
        assertThat(statuses.stream().filter("HIT"::equals)).hasSize(10);
        for (int i = 0; i < 1000; i++) {
            assertThat(statuses.get(i)).isEqualTo(i % 100 == 0 ? "HIT" : "CLEAR");
            assertThat(answer.at("/results/" + i + "/query/uscc")).isEqualTo(asked.get(i).get("uscc"));
        }
        assertThat(api.as(BANK).get(V1 + "/screenings/" + answer.at("/receipt")).bytes()).isEqualTo(answer.bytes());
        asked.add(uscc(SubjectServiceFixture.newCode()));
        assertThat(screen(BANK, "LOAN", asked).expect(422).at("/violations/0/field")).isEqualTo("subjects");
    }

    @Test
    void aBadQuestionIsRefusedNamingItsPlace() {
        String subject = SubjectServiceFixture.organisation(uniqueName("错误"));
        assertThat(screen(BANK, "LOAN", List.of()).expect(422).at("/violations/0/field")).isEqualTo("subjects");
        Answer several = screen(BANK, "LOAN", uscc(subject), Map.of(), Map.of("uscc", subject, "name", "x"),
                Map.of("name", "长".repeat(201))).expect(422);
        assertThat(several.json().at("/violations").valueStream().map(v -> v.at("/field").asString()))
                .containsExactly("subjects[1]", "subjects[2]", "subjects[3].name");
        assertThat(screen(BANK, "NO-SUCH", uscc(subject)).expect(422).at("/violations/0/field")).isEqualTo("matter");
        assertThat(api.as(BANK).post(V1 + "/screenings", Map.of("subjects", List.of(uscc(subject)), "purpose", "x"))
                .expect(422).at("/violations/0/field")).isEqualTo("matter");
        assertThat(api.as(BANK).post(V1 + "/screenings", Map.of("subjects", List.of(uscc(subject)), "matter", "LOAN"))
                .expect(400).at("/code")).isEqualTo("purpose.required");
        api.as(BANK).post(V1 + "/screenings", "{\"subjects\":[null],\"matter\":\"LOAN\",\"purpose\":\"x\"}").expect(422);
        api.as(BANK).post(V1 + "/screenings", "{\"subjects\":\"all\",\"matter\":\"LOAN\",\"purpose\":\"x\"}").expect(422);
        api.post(V1 + "/screenings", Map.of()).expect(401);
        api.as(AUDITOR).post(V1 + "/screenings", Map.of()).expect(403);
        api.as(Token.of("enterprise", "subject-user")).post(V1 + "/screenings", Map.of()).expect(403);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("down", WireMock.serverError()),
                Arguments.of("slow", WireMock.okJson("{\"results\":[]}").withFixedDelay(12000)),
                Arguments.of("resetting", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("answering garbage", WireMock.aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("answering something else", WireMock.okJson("{\"hello\":1}")),
                Arguments.of("answering too few", WireMock.okJson("{\"results\":[]}")),
                Arguments.of("answering HTML", WireMock.ok("<html>").withHeader("Content-Type", "text/html")));
    }

    @ParameterizedTest(name = "subject-service {0}")
    @MethodSource("failures")
    void withoutSubjectServiceThereIsNoAnswerAndNothingIsKept(String how, ResponseDefinitionBuilder failure) {
        String subject = SubjectServiceFixture.organisation(uniqueName("失联"));
        screen(BANK, "LOAN", uscc(subject));
        long kept = kept();
        SubjectServiceFixture.answering(failure);
        long began = System.nanoTime();
        Answer refused = screen(BANK, "LOAN", uscc(subject)).expect(503);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(how).isLessThan(Duration.ofSeconds(11));
        assertThat(refused.at("/code")).isEqualTo("peer.unavailable");
        assertThat(refused.at("/detail")).contains("主体服务");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(kept()).isEqualTo(kept);
        SubjectServiceFixture.healthy();
        await().until(
                () -> screen(BANK, "LOAN", uscc(subject)).status() == 200);
    }

    @Test
    void withoutTheCatalogueTheLastGoodMeasuresAreUsed() {
        String subject = SubjectServiceFixture.organisation(uniqueName("目录"));
        mongo.insert(EntryFixture.live(subject, true));
        clock.moveTo(LocalDate.of(2035, 6, 1));
        screen(BANK, "LOAN", uscc(subject)).expect(200);
        CatalogFixture.answering(WireMock.serverError());
        clock.forward(Duration.ofMinutes(5));
        Answer answer = screen(BANK, "LOAN", uscc(subject)).expect(200);
        assertThat(answer.at("/results/0/measures/0/code")).isEqualTo("M14");
        assertThat(answer.at("/rulesAsOf")).isLessThan(answer.at("/at"));
    }

    @Test
    void whenTheTrailCannotBeWrittenNothingIsAnsweredOrKept() {
        String subject = SubjectServiceFixture.organisation(uniqueName("审计"));
        screen(BANK, "LOAN", uscc(subject)).expect(200);
        long kept = kept();
        auditWriter.stop();
        try {
            Answer refused = screen(BANK, "LOAN", uscc(subject)).expect(503);
            assertThat(refused.at("/code")).isEqualTo("audit.unavailable");
            assertThat(kept()).isEqualTo(kept);
        } finally {
            auditWriter.start();
        }
        screen(BANK, "LOAN", uscc(subject)).expect(200);
    }

    @Test
    void theSameKeyedScreeningHasOneReceipt() {
        String subject = SubjectServiceFixture.organisation(uniqueName("幂等"));
        long kept = kept();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body("LOAN", List.of(uscc(subject)));
        Answer first = api.as(BANK).with("Idempotency-Key", key).post(V1 + "/screenings", body).expect(200);
        Answer second = api.as(BANK).with("Idempotency-Key", key).post(V1 + "/screenings", body).expect(200);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        // As after a kill between the receipt and the kept answer: the key is forgotten, the receipt is there.
        mongo.getCollection("idempotency").deleteMany(new Document());
        Answer third = api.as(BANK).with("Idempotency-Key", key).post(V1 + "/screenings", body).expect(200);
        assertThat(third.bytes()).isEqualTo(first.bytes());
        assertThat(kept()).isEqualTo(kept + 1);
    }

    private long kept() {
        return mongo.getCollection("screenings").countDocuments();
    }

    private static Map<String, Object> uscc(String code) {
        return Map.of("uscc", code);
    }

    @SafeVarargs
    private Answer screen(Token by, String matter, Map<String, Object>... subjects) {
        return screen(by, matter, List.of(subjects));
    }

    private Answer screen(Token by, String matter, List<Map<String, Object>> subjects) {
        return api.as(by).post(V1 + "/screenings", body(matter, subjects));
    }

    private static Map<String, Object> body(String matter, List<Map<String, Object>> subjects) {
        Map<String, Object> body = new HashMap<>();
        body.put("subjects", subjects);
        body.put("matter", matter);
        body.put("purpose", "贷前审查");
        return body;
    }
}
