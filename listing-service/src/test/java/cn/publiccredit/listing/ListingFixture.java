package cn.publiccredit.listing;

import static org.awaitility.Awaitility.await;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The running listing service between stand-ins of its peers, with the people who work with it. */
@ServiceTest
public abstract class ListingFixture {

    protected static final String V1 = "/api/listing/v1";
    protected static final String MARKET_OFFICE = "11340400MB1A2345XX";
    protected static final Token DEPARTMENT =
            Token.of("dept-market", "department-user").division("340400").org(MARKET_OFFICE);
    protected static final Token OTHER_DEPARTMENT =
            Token.of("dept-other", "department-user").division("340400").org("11340400MB9999999X");
    protected static final Token CITY = Token.of("city-huainan", "city-operator").division("340400").org("o-city");
    protected static final Token OTHER_CITY = Token.of("city-suzhou", "city-operator").division("341300").org("o-city2");
    protected static final Token PROVINCE = Token.of("province", "province-operator").division("340000");
    protected static final Token APPROVER = Token.of("approver", "list-approver").division("340000");
    protected static final Token OTHER_APPROVER = Token.of("approver2", "list-approver").division("341300");
    protected static final Token AUDITOR = Token.of("auditor", "auditor").division("340000");
    protected static final Token BANK = Token.of("demo-bank", "bank").org("91340000BANK00000X");
    protected static final Token OTHER_BANK = Token.of("other-bank", "bank").org("91340000BANK00001X");
    protected static final Token SERVICE = Token.ofService("repair-service");

    private static final Set<String> WARM = ConcurrentHashMap.newKeySet();

    @Autowired
    protected Api api;

    @Autowired
    protected MovingClock clock;

    @Autowired
    protected MongoTemplate mongo;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry properties) {
        CatalogFixture.healthy();
        SubjectServiceFixture.healthy();
        properties.add("CATALOG_URL", CatalogFixture::url);
        properties.add("SUBJECT_URL", SubjectServiceFixture::url);
        properties.add("credit.peer-calls.time-limit", () -> "8s");
        properties.add("credit.peer-calls.open-for", () -> "300ms");
        properties.add("credit.work.lease", () -> "2s");
        // Tests say when it looks.
        properties.add("credit.follow-ups.look-every", () -> "1h");
        properties.add("credit.change-feed.poll", () -> "500ms");
    }

    @BeforeEach
    void healthyPeers() {
        CatalogFixture.healthy();
        SubjectServiceFixture.healthy();
        if (WARM.add(mongo.getDb().getName())) {
            // A cold process on a busy machine may need longer for its first calls than any sensible time limit.
            String subject = SubjectServiceFixture.organisation(uniqueName("预热"));
            await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500)).until(
                    () -> api.as(DEPARTMENT).post(V1 + "/cases", proposal("tax-a", subject)).status() == 201);
        }
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    protected LocalDate today() {
        return LocalDate.now(clock);
    }

    protected static String uniqueName(String start) {
        return start + UUID.randomUUID().toString().substring(0, 8) + "有限公司";
    }

    protected static Map<String, Object> proposal(String list, String subject) {
        Map<String, Object> body = new HashMap<>();
        body.put("list", list);
        body.put("subject", subject);
        body.put("reasons", "因严重违法行为被处以较重行政处罚");
        return body;
    }

    protected Answer propose(String list, String subject) {
        return api.as(DEPARTMENT).post(V1 + "/cases", proposal(list, subject)).expect(201);
    }

    /** Takes the case one step further on its latest version. */
    protected Answer step(Token by, String id, String action, Object body) {
        return api.as(by).with("If-Match", version(id)).post(V1 + "/cases/" + id + "/" + action, body);
    }

    protected String version(String id) {
        return api.as(AUDITOR).get(V1 + "/cases/" + id).expect(200).header("ETag");
    }

    protected String notified(String list, String subject) {
        String id = propose(list, subject).at("/id");
        step(DEPARTMENT, id, "notify", Map.of("deliveredOn", today().toString(), "way", "直接送达")).expect(200);
        return id;
    }

    protected String determined(String list, String subject) {
        String id = notified(list, subject);
        step(DEPARTMENT, id, "statement", Map.of("text", "无异议，放弃陈述、申辩", "waived", true)).expect(200);
        step(DEPARTMENT, id, "determine", document()).expect(200);
        return id;
    }

    protected Map<String, Object> document() {
        return Map.of("documentNumber", "淮市监严〔2026〕7号", "documentDate", today().toString(), "note", "事实清楚");
    }

    /** A case that has come all the way. @return the case's id */
    protected String published(String list, String subject) {
        String id = determined(list, subject);
        step(APPROVER, id, "approve", Map.of()).expect(200);
        awaitState(id, "PUBLISHED");
        return id;
    }

    protected Answer awaitState(String id, String state) {
        return await().pollInterval(Duration.ofMillis(50)).until(
                () -> api.as(AUDITOR).get(V1 + "/cases/" + id), answer -> answer.at("/state").equals(state));
    }

    /** What the trail holds of this action on this subject, newest first. */
    protected List<JsonNode> traces(String action, String subject) {
        return api.as(AUDITOR).get(V1 + "/audit?limit=500&subject=" + subject).expect(200).json().at("/items")
                .valueStream().filter(trace -> trace.at("/action").asString().equals(action)).toList();
    }

    protected String entryOf(String caseId) {
        return api.as(AUDITOR).get(V1 + "/cases/" + caseId).expect(200).at("/entry");
    }
}
