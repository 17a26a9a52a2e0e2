package cn.publiccredit.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oauth2Client;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The portal before a stand-in of the API, shared by all tests of pages. */
@SpringBootTest
@AutoConfigureMockMvc
public abstract class PortalFixture {

    protected static final WireMockServer API = started();
    protected static final String RECORD = """
            {"id":"r1","item":"CF","subject":"91340403MA8TETT918","subjectName":"虚构样例公司","authority":"虚构样例局",
             "documentNumber":"样例〔2026〕1号","documentDate":"2026-01-05","severity":"SERIOUS","disputed":true,
             "data":{"CF_SY":"<script>alert(1)</script>","CF_YXQ":"2099-12-31"},"publicity":{"from":"2026-01-06","until":"2029-01-05"}}""";

    @Autowired
    protected MockMvcTester pages;

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("credit.portal.gateway", API::baseUrl);
        registry.add("credit.portal.rule-books.folder", () -> "target/rule-books-" + UUID.randomUUID());
        // Tests look at the feed themselves.
        registry.add("credit.portal.rule-books.poll", () -> "1h");
    }

    @BeforeEach
    protected void healthyApi() {
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

    protected static void answers(String path, String json) {
        API.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    protected String page(String path) {
        MvcTestResult result = pages.get().uri(path).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** A page as somebody sees it who is signed in; what he may is the API's matter. */
    protected MvcTestResult asOperator(String path) {
        return pages.get().uri(path).with(oidcLogin()).with(oauth2Client("keycloak")).exchange();
    }
}
