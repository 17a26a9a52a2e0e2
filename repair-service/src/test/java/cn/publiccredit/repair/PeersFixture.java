package cn.publiccredit.repair;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import cn.publiccredit.testing.Identifying;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Catalogue, subject and listing service as far as repair knows them, with all the ways in which they can fail. */
public final class PeersFixture {

    private static final int FAILURE = 1;

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().asynchronousResponseEnabled(true)
                    .extensions(new Identifying()));

    public PeersFixture() {
        server.start();
    }

    public String url() {
        return server.baseUrl();
    }

    /** Everything answers again, knowing the rule books and no records. */
    public void reset() {
        server.resetAll();
        longestExtension(30);
        server.stubFor(get("/api/catalog/v1/calendar/2026").willReturn(okJson("""
                {"year":2026,"source":"国务院办公厅","holidays":["2026-01-01","2026-01-02","2026-09-25","2026-10-01",
                 "2026-10-02","2026-10-05","2026-10-06","2026-10-07"],"workdays":["2026-01-04","2026-09-20","2026-10-10"]}
                """)));
        server.stubFor(get(urlPathMatching("/api/catalog/v1/calendar/\\d+")).atPriority(8)
                .willReturn(problem(404, "catalog.calendar.unknown", "该年度日历尚未公布")));
        server.stubFor(any(urlPathMatching("/api/(subject|listing)/.*")).atPriority(9)
                .willReturn(problem(404, "request.not-found", "没有找到")));
        Identifying.MERGED.clear();
        server.stubFor(post("/api/subject/v1/subjects/identities").atPriority(5)
                .willReturn(aResponse().withTransformers(Identifying.NAME)));
        server.stubFor(post(urlPathMatching("/api/subject/v1/records/.*/(publicity|sharing)-stop")).atPriority(5)
                .willReturn(okJson("{\"state\":\"REPAIRED\"}")));
        server.stubFor(post(urlPathMatching("/api/listing/v1/entries/.*/exit")).atPriority(5)
                .willReturn(okJson("{\"state\":\"EXITED\"}")));
        server.stubFor(get(urlPathEqualTo("/api/listing/v1/entries")).atPriority(5)
                .willReturn(okJson("{\"items\":[],\"next\":null}")));
    }

    /** The catalogue's rules of repair, with this longest extension. */
    public void longestExtension(int workingDays) {
        server.stubFor(get("/api/catalog/v1/repair-rules").willReturn(okJson("""
                {"acceptWorkingDays":3,"reviewWorkingDays":7,"totalWorkingDays":10,"longestExtensionWorkingDays":%d,
                 "falseMaterialYears":3,"source":"国办发〔2025〕22号","addedLater":true}""".formatted(workingDays))));
    }

    public void stop() {
        server.stop();
    }

    /** Both codes are one subject from now on, the latter stands for it. */
    public void merge(String old, String now) {
        Identifying.MERGED.put(old, now);
    }

    public void undo(String old) {
        Identifying.MERGED.remove(old);
    }

    public void record(RecordFixture record) {
        server.stubFor(get(urlPathEqualTo("/api/subject/v1/records/" + record.id())).willReturn(okJson(record.json())));
    }

    /** What subject-service answers when the subject itself asks for its records. */
    public void recordsOf(String subject, RecordFixture... records) {
        String items = List.of(records).stream().map(RecordFixture::json).collect(Collectors.joining(","));
        server.stubFor(get(urlPathEqualTo("/api/subject/v1/subjects/" + subject + "/records"))
                .willReturn(okJson("{\"items\":[" + items + "],\"next\":null}")));
    }

    /** Entries of a subject on two pages, so that whoever reads only the first is found out. */
    public void entriesOf(String subject, String firstPage, String secondPage) {
        server.stubFor(get(urlPathEqualTo("/api/listing/v1/entries")).withQueryParam("subject", equalTo(subject))
                .atPriority(4).willReturn(okJson("{\"items\":[" + firstPage + "],\"next\":\"p2\"}")));
        server.stubFor(get(urlPathEqualTo("/api/listing/v1/entries")).withQueryParam("subject", equalTo(subject))
                .withQueryParam("after", equalTo("p2"))
                .atPriority(3).willReturn(okJson("{\"items\":[" + secondPage + "],\"next\":null}")));
    }

    public void entry(String id, String json) {
        server.stubFor(get(urlPathEqualTo("/api/listing/v1/entries/" + id)).willReturn(okJson(json)));
    }

    /** All paths that match answer 503 until the failure is {@link #over}. */
    public StubMapping down(String pathPattern) {
        return server.stubFor(any(urlPathMatching(pathPattern)).atPriority(FAILURE).willReturn(aResponse().withStatus(503)));
    }

    public StubMapping refusing(String pathPattern, int status, String code, String detail) {
        return server.stubFor(any(urlPathMatching(pathPattern)).atPriority(FAILURE)
                .willReturn(problem(status, code, detail)));
    }

    /** The receiver does what is asked, but its answer comes so late that nobody waits for it. */
    public StubMapping answeringLate(String pathPattern, int millis) {
        return server.stubFor(any(urlPathMatching(pathPattern)).atPriority(FAILURE)
                .willReturn(okJson("{}").withFixedDelay(millis)));
    }

    public void over(StubMapping failure) {
        server.removeStub(failure);
    }

    public List<LoggedRequest> postsTo(String path) {
        return server.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private static ResponseDefinitionBuilder problem(
            int status, String code, String detail) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/problem+json").withBody("""
                {"type":"urn:problem:%s","title":"x","status":%d,"detail":"%s","instance":"/x","code":"%s","violations":[]}
                """.formatted(code, status, detail, code));
    }
}
