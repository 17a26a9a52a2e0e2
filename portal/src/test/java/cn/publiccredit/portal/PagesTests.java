package cn.publiccredit.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oauth2Client;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class PagesTests {

    private static final WireMockServer API = new WireMockServer(options().dynamicPort());
    private static final String RECORD = """
            {"id":"r1","item":"CF","subject":"91340403MA8TETT918","subjectName":"虚构样例公司","authority":"虚构样例局",
             "documentNumber":"样例〔2026〕1号","documentDate":"2026-01-05","severity":"SERIOUS","disputed":true,
             "data":{"CF_SY":"<script>alert(1)</script>","CF_YXQ":"2099-12-31"},"publicity":{"from":"2026-01-06","until":"2029-01-05"}}""";

    @Autowired
    MockMvcTester pages;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry registry) {
        API.start();
        registry.add("credit.portal.gateway", API::baseUrl);
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @BeforeEach
    void healthyApi() {
        API.resetAll();
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"items\":[],\"next\":null}")));
        answers("/api/subject/v1/public/records", "{\"items\":[" + RECORD + "],\"next\":\"more\"}");
        answers("/api/subject/v1/public/records/r1", RECORD);
        answers("/api/subject/v1/public/subjects/91340403MA8TETT918", """
                {"uscc":"91340403MA8TETT918","name":"虚构样例公司","kind":"ORGANISATION","division":"340403","divisionName":"田家庵区",
                 "registered":{"date":"2020-01-01","capital":"100万元","scope":"样例"},"counts":{"CF":1},"asOf":"2026-11-22T01:02:03Z"}""");
        answers("/api/catalog/v1/items/CF", "{\"columns\":[{\"code\":\"CF_SY\",\"name\":\"违法事实\"},{\"code\":\"CF_YXQ\",\"name\":\"处罚有效期\"}]}");
        answers("/api/catalog/v1/code-sets/divisions", "{\"entries\":[{\"code\":\"340400\",\"name\":\"淮南市\"}]}");
    }

    private static void answers(String path, String json) {
        API.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    private String page(String path) {
        MvcTestResult result = pages.get().uri(path).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void theHomePageShowsWhatIsNewAndRunsNothingForeign() {
        MvcTestResult result = pages.get().uri("/").exchange();
        assertThat(result).hasStatusOk().headers().hasHeaderSatisfying("Content-Security-Policy",
                values -> assertThat(values.getFirst()).contains("script-src 'self'").doesNotContain("unsafe"));
        assertThat(page("/")).contains("虚构样例公司", "样例〔2026〕1号", "严重").doesNotContain("http://fonts", "https://cdn");
    }

    @Test
    void aSubjectsPageShowsItsDataTheEndOfPublicityAndTheDisputeAndEscapesWhatItShows() {
        assertThat(page("/subjects/91340403MA8TETT918"))
                .contains("虚构样例公司", "2029-01-05", "异议处理中", "违法事实", "长期", "100万元")
                .contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void aRecordHasAPageOfItsOwn() {
        assertThat(page("/records/r1")).contains("违法事实", "2029-01-05");
    }

    @Test
    void searchWordsReachTheApiAsTheyWereTyped() {
        assertThat(pages.get().uri("/search?q={q}", "50% 样例&甲+乙").exchange()).hasStatusOk();
        API.verify(getRequestedFor(urlPathEqualTo("/api/subject/v1/public/subjects")).withQueryParam("q", equalTo("50% 样例&甲+乙")));
    }

    @Test
    void listsPublicityAndVerificationOpen() {
        answers("/api/report/v1/public/verifications/N1", """
                {"genuine":true,"number":"N1","issuedAt":"2026-11-22T01:00:00+08:00","subjectName":"虚构样例公司",
                 "changes":[{"section":"x","kind":"REPAIRED","title":"行政处罚已修复","since":"2026-11-22T01:00:00Z"}]}""");
        assertThat(page("/lists")).contains("暂无公示信息");
        assertThat(page("/publicity?item=CF&division=340400")).contains("淮南市", "下一页");
        assertThat(page("/verify?number=N1&code=C1")).contains("核验通过", "行政处罚已修复");
    }

    @Test
    void whatIsNotThereIs404AndAServiceThatIsDownIs503WithoutHalfAPage() {
        API.stubFor(get(urlPathEqualTo("/api/subject/v1/public/subjects/91340100MA2TETA14E")).willReturn(aResponse()
                .withStatus(404).withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":404,\"code\":\"subject.unknown\",\"detail\":\"没有该主体\"}")));
        assertThat(pages.get().uri("/subjects/91340100MA2TETA14E").exchange()).hasStatus(404).bodyText().contains("没有该主体");
        API.stubFor(get(urlPathMatching("/api/listing/.*")).willReturn(aResponse().withStatus(503)));
        MvcTestResult down = pages.get().uri("/subjects/91340403MA8TETT918").exchange();
        assertThat(down).hasStatus(503).headers().hasValue("Retry-After", "10");
        assertThat(down).bodyText().contains("暂时不可用").doesNotContain("样例〔2026〕1号");
    }

    @Test
    void englishIsAChoiceThatIsRemembered() {
        MvcTestResult english = pages.get().uri("/?lang=en").exchange();
        assertThat(english).bodyText().contains("Latest penalties");
        assertThat(english).cookies().containsCookie("CREDIT_LANG");
    }

    @Test
    void theWorkbenchAsksForALogin() {
        assertThat(pages.get().uri("/workbench").exchange()).hasStatus(302)
                .headers().hasHeaderSatisfying("Location", to -> assertThat(to.getFirst()).endsWith("/oauth2/authorization/keycloak"));
    }

    @Test
    void aClerksFileIsSentWithTheClerksTokenAndARefusalIsShownInItsOwnWords() {
        API.stubFor(post(urlPathEqualTo("/api/subject/v1/batches")).willReturn(aResponse().withStatus(422)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":422,\"code\":\"subject.batch.unknown-item\",\"detail\":\"目录中没有信用条目 ZZ\"}")));
        MvcTestResult refused = pages.post().uri("/workbench/batches").multipart()
                .file(new MockMultipartFile("file", "处罚.csv", "text/csv", "a,b\n".getBytes(StandardCharsets.UTF_8)))
                .param("item", "ZZ").with(oidcLogin()).with(oauth2Client("keycloak")).with(csrf()).exchange();
        assertThat(refused).hasStatusOk().bodyText().contains("目录中没有信用条目 ZZ");
        var sent = API.getAllServeEvents().stream().filter(e -> e.getRequest().getMethod().getName().equals("POST"))
                .findFirst().orElseThrow().getRequest();
        assertThat(sent.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(sent.getHeader("Content-Disposition")).contains("%E5%A4%84%E7%BD%9A.csv");
        assertThat(sent.getBodyAsString()).isEqualTo("a,b\n");
    }

    @Test
    void aBatchIsShownWhileItRunsAndWhenItIsDone() {
        String batch = """
                {"id":"b1","item":"CF","state":"%s","fileName":"处罚.csv","counts":{"received":300,"accepted":297,"acceptedWithWarnings":5,
                 "updated":0,"duplicate":0,"rejected":3},"warnings":[{"rule":"full-width","message":"全角字符已转换为半角","count":5}],
                 "progress":{"done":150,"total":300},"submittedAt":"2026-11-22T01:02:03Z","failure":null,
                 "catalogueNote":"目录服务暂时不可用，按最近一次的版本校验"}""";
        answers("/api/subject/v1/batches/b1", batch.formatted("RUNNING"));
        MvcTestResult running = pages.get().uri("/workbench/batches/b1").with(oidcLogin()).with(oauth2Client("keycloak")).exchange();
        assertThat(running).hasStatusOk().bodyText()
                .contains("正在处理", "取消处理", "data-progress=\"/workbench/batches/b1/progress\"", "value=\"50\"", "目录服务暂时不可用");
        answers("/api/subject/v1/batches/b1", batch.formatted("DONE"));
        answers("/api/subject/v1/batches/b1/rejects/summary", """
                {"rejected":3,"rules":[{"column":"CF_XDR_SHXYM","name":"行政相对人代码_1","rule":"uscc-check-digit","rows":2,
                 "example":{"row":7,"cell":"x","message":"校验位错误：应以 Q 结尾"}}]}""");
        MvcTestResult done = pages.get().uri("/workbench/batches/b1").with(oidcLogin()).with(oauth2Client("keycloak")).exchange();
        assertThat(done).hasStatusOk().bodyText()
                .contains("已完成", "下载退回清单", "全角字符已转换为半角", "行政相对人代码_1", "第 7 行", "应以 Q 结尾")
                .doesNotContain("data-progress", "取消处理");
        answers("/api/subject/v1/batches", "{\"items\":[" + batch.formatted("DONE") + "],\"next\":null}");
        MvcTestResult desk = pages.get().uri("/workbench").with(oidcLogin()).with(oauth2Client("keycloak")).exchange();
        assertThat(desk).hasStatusOk().bodyText().contains("处罚.csv", "297");
    }

    @Test
    void rejectsArePassedOnAsTheApiGivesThem() {
        API.stubFor(get(urlPathEqualTo("/api/subject/v1/batches/b1/rejects")).willReturn(aResponse().withBody("行号,错误说明")
                .withHeader("Content-Type", "text/csv;charset=GB18030").withHeader("Content-Disposition", "attachment; filename=\"r.csv\"")));
        MvcTestResult file = pages.get().uri("/workbench/batches/b1/rejects").with(oidcLogin()).with(oauth2Client("keycloak")).exchange();
        assertThat(file).hasStatusOk().headers().hasValue("Content-Disposition", "attachment; filename=\"r.csv\"");
        API.verify(getRequestedFor(urlPathEqualTo("/api/subject/v1/batches/b1/rejects")).withoutQueryParam("charset"));
    }

    @Test
    void cancellingAsksTheApiAndComesBackToTheBatch() {
        MvcTestResult sent = pages.post().uri("/workbench/batches/b1/cancel").with(csrf()).with(oidcLogin())
                .with(oauth2Client("keycloak")).exchange();
        assertThat(sent).hasStatus(302).hasRedirectedUrl("/workbench/batches/b1");
        API.verify(postRequestedFor(urlPathEqualTo("/api/subject/v1/batches/b1/cancel")).withHeader("If-Match", equalTo("*"))
                .withHeader("Authorization", equalTo("Bearer access-token")));
    }

    @Test
    void aForgedUploadWithoutTheFormsTokenIsRefused() {
        assertThat(pages.post().uri("/workbench/batches").multipart()
                .file(new MockMultipartFile("file", new byte[1])).param("item", "CF").with(oidcLogin()).exchange()).hasStatus(403);
    }
}
