package cn.publiccredit.report.issuing;

import static cn.publiccredit.report.PeersFixture.CASES_PATH;
import static cn.publiccredit.report.PeersFixture.CATALOG;
import static cn.publiccredit.report.PeersFixture.CONSENT;
import static cn.publiccredit.report.PeersFixture.ENTRIES_PATH;
import static cn.publiccredit.report.PeersFixture.IDENTITIES_PATH;
import static cn.publiccredit.report.PeersFixture.LISTING;
import static cn.publiccredit.report.PeersFixture.OTHER;
import static cn.publiccredit.report.PeersFixture.RECORDS_PATH;
import static cn.publiccredit.report.PeersFixture.REPAIR;
import static cn.publiccredit.report.PeersFixture.SUBJECT;
import static cn.publiccredit.report.PeersFixture.SUBJECT_PATH;
import static cn.publiccredit.report.PeersFixture.USCC;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.report.PeersFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ServiceTest
class IssuingIT {

    private static final Token BANK = Token.of("demo-bank", "bank").org(PeersFixture.BANK);
    private static final Token COMPANY = Token.of("enterprise", "subject-user").subject(USCC);
    private static final int SLOW = 2_500;
    private static final String REPORTS = "/api/report/v1/reports";

    @Autowired
    private Api api;

    @Autowired
    private MongoTemplate mongo;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) {
        PeersFixture.register(registry);
    }

    @BeforeEach
    void healthy() {
        PeersFixture.healthy();
    }

    @Test
    void aReportHasAllElevenSectionsWithEveryPagesRowsAndItsEvidence() {
        Answer report = issue(BANK, bankRequest()).expect(201);

        assertThat(report.at("/number")).matches("[0-9]{14}[0-9A-Z]{8}");
        assertThat(report.at("/verificationCode")).matches("[0-9A-Z]{12}");
        assertThat(report.header("Location")).isEqualTo(REPORTS + "/" + report.at("/number"));
        assertThat(titles(report)).containsExactly("基础信息", "行政管理", "诚实守信", "严重失信主体名单", "经营（活动）异常", "信用承诺", "信用评价",
                "司法判决及执行", "其他", "信用状况提升建议", "公共信用信息地方补充内容");
        assertThat(report.at("/sections/1/blocks/0/rows/0/values/XK_YXQZI")).isEqualTo("长期");
        assertThat(report.at("/sections/1/blocks/1/count")).isEqualTo("2");
        assertThat(report.at("/sections/1/blocks/1/rows/1/marks/0")).isEqualTo("异议处理中");
        assertThat(report.at("/sections/2/text")).isEqualTo("查询期内无相关信息");
        assertThat(report.at("/sections/3/blocks/0/rows/0/values/documentNumber")).isEqualTo("皖市监列〔2026〕3号");
        assertThat(report.at("/sections/8/blocks/0/rows/0/values/state")).isEqualTo("已受理");
        assertThat(report.at("/sections/9/text")).contains("有 2 条失信信息已达到最短公示期", "建议秉持诚信理念");
        assertThat(ids(report.json().at("/evidence/records"))).containsExactlyInAnyOrder("r-1", "r-2", "r-3");
        assertThat(ids(report.json().at("/evidence/entries"))).containsExactly("e-1");
        assertThat(report.at("/evidence/catalogue/0/version")).isEqualTo("1");
        assertThat(report.at("/evidence/sha256")).matches("[0-9a-f]{64}");
        assertThat(report.text()).doesNotContain("34010019800101123X", "〔2024〕9号");
    }

    @Test
    void everyServiceThatDecidesIsAskedWithTheCallersTokenAndPurpose() {
        String token = BANK.value();
        api.with("Authorization", "Bearer " + token).post(REPORTS, bankRequest()).expect(201);

        Map.of(SUBJECT_PATH, SUBJECT, RECORDS_PATH, SUBJECT, ENTRIES_PATH, LISTING, CASES_PATH, REPAIR).forEach(
                (path, peer) -> peer.verify(getRequestedFor(urlPathEqualTo(path))
                        .withHeader("Authorization", equalTo("Bearer " + token))
                        .withHeader("Credit-Purpose", equalTo("LOAN"))
                        .withHeader("Credit-Matter", equalTo("%E6%8E%88%E4%BF%A1"))
                        .withHeader("Credit-Consent", equalTo(CONSENT))));
    }

    @Test
    void theServicesAreAskedAtTheSameTime() {
        issue(BANK, bankRequest()).expect(201);
        slow(SUBJECT, SUBJECT_PATH, PeersFixture.json(PeersFixture.subject("ORGANISATION")));
        slow(LISTING, ENTRIES_PATH, PeersFixture.page(List.of()));
        slow(REPAIR, CASES_PATH, PeersFixture.page(List.of()));
        List.of(SUBJECT, LISTING, REPAIR).forEach(WireMockServer::resetRequests);

        issue(BANK, bankRequest()).expect(201);
        // The last was asked before the first had answered.
        LongSummaryStatistics asked = Stream.of(SUBJECT, LISTING, REPAIR)
                .flatMap(peer -> peer.getAllServeEvents().stream())
                .filter(event -> event.getRequest().getMethod().equals(RequestMethod.GET)
                        && !event.getRequest().getUrl().contains("after="))
                .mapToLong(event -> event.getRequest().getLoggedDate().getTime()).summaryStatistics();
        assertThat(asked.getMax() - asked.getMin()).isLessThan(SLOW);
    }

    @Test
    void aSilentServiceMeansNoReportAndTheAnswerNamesWhatIsMissing() {
        long before = stored();
        Map<ResponseDefinitionBuilder, String> failures = new LinkedHashMap<>();
        failures.put(aResponse().withStatus(500), "500");
        failures.put(PeersFixture.reset(), "reset");
        failures.put(aResponse().withStatus(200).withBody("<html>not json"), "garbage");
        failures.put(PeersFixture.json(Map.of("items", List.of(Map.of("id", "e-9")))), "half an entry");
        failures.put(PeersFixture.page(List.of()).withFixedDelay(18_000), "slow");
        failures.forEach((failure, name) -> {
            LISTING.stubFor(get(urlPathEqualTo(ENTRIES_PATH)).willReturn(failure));
            Answer answer = issue(BANK, bankRequest());
            assertThat(answer.status()).as(name).isEqualTo(503);
            assertThat(answer.at("/code")).isEqualTo("report.incomplete");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.at("/violations/0/field")).isEqualTo("entries");
            assertThat(answer.at("/violations/0/message")).contains("名单服务");
        });
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void allSilentServicesAreNamed() {
        LISTING.resetAll();
        REPAIR.stubFor(get(urlPathEqualTo(CASES_PATH)).willReturn(aResponse().withStatus(503)));
        LISTING.stubFor(get(urlPathEqualTo(ENTRIES_PATH)).willReturn(PeersFixture.reset()));
        Answer answer = issue(COMPANY, ownRequest()).expect(503);
        assertThat(answer.at("/detail")).contains("名单服务", "信用修复服务");
        assertThat(answer.json().at("/violations").size()).isEqualTo(2);
    }

    @Test
    void theCatalogueMayBeSilentOnceItWasRead() {
        issue(COMPANY, ownRequest()).expect(201);
        CATALOG.resetAll();
        CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/items")).willReturn(PeersFixture.reset()));
        assertThat(issue(COMPANY, ownRequest()).expect(201).at("/evidence/catalogue/0/version")).isEqualTo("1");
    }

    @Test
    void theOwnersRefusalIsPassedOn() {
        SUBJECT.stubFor(get(urlPathEqualTo(RECORDS_PATH)).willReturn(PeersFixture.problem(403, "consent.required")));
        Answer answer = issue(BANK, bankRequest()).expect(403);
        assertThat(answer.at("/code")).isEqualTo("consent.required");
    }

    @Test
    void aBankNeedsAConsentForEverythingInTheReport() {
        Map<String, Object> without = bankRequest();
        without.remove("consent");
        assertThat(issue(BANK, without).expect(403).at("/code")).isEqualTo("consent.required");

        SUBJECT.stubFor(get(urlPathEqualTo("/api/subject/v1/consents/" + CONSENT)).willReturn(PeersFixture.json(
                Map.of("id", CONSENT, "subject", USCC, "items", List.of("CF")))));
        assertThat(issue(BANK, bankRequest()).expect(403).at("/code")).isEqualTo("consent.required");
    }

    @Test
    void aConsentForThisReportCarriesItAndOneForAnotherDoesNot() {
        consentFor("enterprise-full", "ITEMS");
        issue(BANK, bankRequest()).expect(403);
        consentFor("special-no-violation", "TEMPLATE");
        issue(BANK, bankRequest()).expect(403);
        consentFor("enterprise-full", "TEMPLATE");
        issue(BANK, bankRequest()).expect(201);
    }

    private static void consentFor(String template, String extent) {
        SUBJECT.stubFor(get(urlPathEqualTo("/api/subject/v1/consents/" + CONSENT)).willReturn(PeersFixture.json(Map.of("id", CONSENT,
                "subject", USCC, "items", List.of("CF", "XK"), "template", template, "extent", extent))));
    }

    @Test
    void whoMayNotDrawReportsIsToldSo() {
        api.post(REPORTS, ownRequest()).expect(401);
        issue(Token.of("auditor", "auditor"), ownRequest()).expect(403);
        issue(Token.of("other", "subject-user").subject("91340100MA2N9RYW3J"), ownRequest()).expect(403);
    }

    @Test
    void whatIsMissingOrWrongInTheRequestIsNamed() {
        assertThat(issue(COMPANY, Map.of("subject", USCC, "template", "enterprise-full")).expect(400).at("/code"))
                .isEqualTo("purpose.required");
        assertThat(issue(COMPANY, Map.of("subject", "../x", "purpose", "p")).expect(422).json().at("/violations").size())
                .isEqualTo(2);
        assertThat(issue(COMPANY, Map.of("subject", USCC, "template", "x", "purpose", "p")).expect(422).at("/code"))
                .isEqualTo("report.template.unknown");
        SUBJECT.stubFor(get(urlPathEqualTo(SUBJECT_PATH)).willReturn(PeersFixture.json(PeersFixture.subject("PERSON"))));
        assertThat(issue(COMPANY, ownRequest()).expect(422).at("/code")).isEqualTo("report.template.not-for-subject");
    }

    @Test
    void moreRecordsThanAReportHoldsAreRefusedAsAWhole() {
        List<Map<String, Object>> many = IntStream.range(0, 101)
                .mapToObj(i -> PeersFixture.penalty("r-" + i, "皖罚" + i, "ACTIVE", 1)).toList();
        PeersFixture.records(many);
        assertThat(issue(COMPANY, ownRequest()).expect(422).at("/code")).isEqualTo("report.too-many-records");
    }

    @Test
    void theSameKeyGivesTheSameReportAlsoAfterACrash() {
        Api keyed = api.as(COMPANY).with("Idempotency-Key", "key-1");
        Answer first = keyed.post(REPORTS, ownRequest()).expect(201);
        assertThat(keyed.post(REPORTS, ownRequest()).expect(201).at("/number")).isEqualTo(first.at("/number"));

        // As if the process had been killed after its write and before its answer was kept.
        mongo.remove(new Query(), "idempotency");
        Answer afterCrash = keyed.post(REPORTS, ownRequest()).expect(201);
        assertThat(afterCrash.at("/number")).isEqualTo(first.at("/number"));
        assertThat(afterCrash.at("/verificationCode")).isEqualTo(first.at("/verificationCode"));

        mongo.remove(new Query(), "idempotency");
        Map<String, Object> other = new LinkedHashMap<>(ownRequest());
        other.put("purpose", "something else");
        assertThat(keyed.post(REPORTS, other).expect(422).at("/code")).isEqualTo("request.idempotency-key-reused");
    }

    private static final Token OWNER_OF_OTHER = Token.of("enterprise-2", "subject-user").subject(OTHER);

    @Test
    void aReportAskedForByEitherCodeSpeaksOfTheSurvivorAndSaysUnderWhichCodesItLooked() {
        PeersFixture.merge(OTHER, USCC);
        for (String asked : List.of(OTHER, USCC)) {
            Answer report = issue(OWNER_OF_OTHER, ownRequest(asked)).expect(201);
            assertThat(report.at("/subject")).isEqualTo(USCC);
            assertThat(report.at("/evidence/subjects")).isEqualTo("[\"" + USCC + "\",\"" + OTHER + "\"]");
            assertThat(report.at("/sections/0/blocks/0/rows/0/values/formerCodes")).isEqualTo(OTHER);
        }
        LISTING.verify(2, getRequestedFor(urlPathEqualTo(ENTRIES_PATH)).withQueryParam("subject", equalTo(USCC)));
        REPAIR.verify(2, getRequestedFor(urlPathEqualTo(CASES_PATH)).withQueryParam("subject", equalTo(USCC)));

        healthy();
        issue(OWNER_OF_OTHER, ownRequest(USCC)).expect(403);
        Answer alone = issue(COMPANY, ownRequest(USCC)).expect(201);
        assertThat(alone.at("/evidence/subjects")).isEqualTo("[\"" + USCC + "\"]");
        assertThat(alone.at("/sections/0/blocks/0/columns").contains("formerCodes")).isFalse();
    }

    @Test
    void aConsentGivenUnderTheOtherCodeCarriesAReportAsLongAsTheyAreOne() {
        SUBJECT.stubFor(get(urlPathEqualTo("/api/subject/v1/consents/" + CONSENT)).willReturn(PeersFixture.json(
                Map.of("id", CONSENT, "subject", OTHER, "items", List.of("*")))));
        assertThat(issue(BANK, bankRequest()).expect(403).at("/code")).isEqualTo("consent.required");
        PeersFixture.merge(OTHER, USCC);
        issue(BANK, bankRequest()).expect(201);
    }

    @Test
    void theSameKeyGivesTheSameReportAlsoWhenItWasAskedForByTheOtherCode() {
        PeersFixture.merge(OTHER, USCC);
        Api keyed = api.as(OWNER_OF_OTHER).with("Idempotency-Key", "key-merged");
        Answer first = keyed.post(REPORTS, ownRequest(OTHER)).expect(201);
        mongo.remove(new Query(), "idempotency");
        assertThat(keyed.post(REPORTS, ownRequest(OTHER)).expect(201).at("/number")).isEqualTo(first.at("/number"));
        mongo.remove(new Query(), "idempotency");
        assertThat(keyed.post(REPORTS, ownRequest(PeersFixture.BANK)).expect(422).at("/code"))
                .isEqualTo("request.idempotency-key-reused");
    }

    @Test
    void aMergerThatIsDecidedWhileTheServicesAreAskedLeavesNoReportOfHalfASubject() {
        MappingBuilder first = post(urlPathEqualTo(IDENTITIES_PATH)).inScenario("merger")
                .whenScenarioStateIs(Scenario.STARTED).willSetStateTo("decided");
        SUBJECT.stubFor(first.willReturn(PeersFixture.json(Map.of("identities",
                List.of(Map.of("asked", USCC, "id", USCC, "ids", List.of(USCC)))))));
        PeersFixture.merge(OTHER, USCC);
        Answer report = issue(COMPANY, ownRequest()).expect(201);
        assertThat(report.at("/evidence/subjects")).contains(OTHER);
        LISTING.verify(2, getRequestedFor(urlPathEqualTo(ENTRIES_PATH)));
    }

    @Test
    void withoutKnowingUnderWhichCodesTheSubjectIsKnownThereIsNoReport() {
        SUBJECT.stubFor(post(urlPathEqualTo(IDENTITIES_PATH)).willReturn(PeersFixture.problem(404, "request.not-found")));
        Answer answer = issue(COMPANY, ownRequest()).expect(503);
        assertThat(answer.at("/code")).isEqualTo("report.incomplete");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.at("/violations/0/field")).isEqualTo("subject");
    }

    @Test
    void issuingAndRefusalsAreInTheTrail() {
        String number = issue(BANK, bankRequest()).expect(201).at("/number");
        Document allowed = mongo.find(new Query(), Document.class, "audit").stream()
                .filter(e -> number.equals(e.getString("target"))).findFirst().orElseThrow();
        assertThat(allowed.getString("subject")).isEqualTo(USCC);
        assertThat(allowed.getString("legalBasis")).isEqualTo(CONSENT);
        assertThat(allowed.getList("items", String.class)).containsExactlyInAnyOrder("XK", "CF");
    }

    private static Map<String, Object> bankRequest() {
        return new LinkedHashMap<>(Map.of("subject", USCC, "template", "enterprise-full", "purpose", "LOAN", "matter", "授信",
                "consent", CONSENT));
    }

    private static Map<String, Object> ownRequest() {
        return ownRequest(USCC);
    }

    private static Map<String, Object> ownRequest(String subject) {
        return Map.of("subject", subject, "template", "enterprise-full", "purpose", "投标");
    }

    private Answer issue(Token token, Map<String, ?> request) {
        return api.as(token).post(REPORTS, request);
    }

    private static void slow(WireMockServer peer, String path, ResponseDefinitionBuilder answer) {
        MappingBuilder request = get(urlPathEqualTo(path));
        peer.stubFor(request.willReturn(answer.withFixedDelay(SLOW)));
    }

    private long stored() {
        return mongo.count(new Query(), "reports");
    }

    private static List<String> titles(Answer report) {
        return report.json().at("/sections").valueStream().map(s -> s.at("/title").asString()).toList();
    }

    private static List<String> ids(JsonNode array) {
        return array.valueStream().map(e -> e.at("/id").asString()).toList();
    }
}
