package cn.publiccredit.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oauth2Client;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

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
        WireMockServer server = new WireMockServer(options().dynamicPort().gzipDisabled(true));
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

    /** Somebody with roles of the realm, as the API's token tells of him. */
    protected record Person(String name, List<String> roles, String org) {

        public static Person of(String name, String... roles) {
            return new Person(name, List.of(roles), "12340400MB0000001X");
        }

        /** Somebody of another organisation. */
        public static Person elsewhere(String name, String... roles) {
            return new Person(name, List.of(roles), "12340000MB0000002T");
        }

        private <B extends AbstractMockHttpServletRequestBuilder<B>> B signed(B request) {
            String claims = "{\"realm_access\":{\"roles\":[\"" + String.join("\",\"", roles) + "\"]},\"org\":\"" + org + "\"}";
            String token = "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
            Instant now = Instant.now();
            return request.with(oidcLogin().idToken(id -> id.subject(name)))
                    .with(oauth2Client("keycloak").accessToken(new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER, token, now, now.plusSeconds(600))));
        }
    }

    /** A page as this person sees it. */
    protected MvcTestResult read(Person person, String path) {
        return person.signed(pages.get().uri(path)).exchange();
    }

    /** A form as this person sends it: names and values in turn. */
    protected MvcTestResult send(Person person, String path, String... form) {
        MockMvcTester.MockMvcRequestBuilder request = person.signed(pages.post().uri(path)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    /** A form with a file as this person sends it. */
    protected MvcTestResult sendFile(Person person, String path, MockMultipartFile file, String... form) {
        MockMvcTester.MockMultipartMvcRequestBuilder request = person.signed(pages.post().uri(path).multipart()).with(csrf()).file(file);
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    protected static void tagged(String path, String json, String tag) {
        API.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json).withHeader("ETag", tag)));
    }

    /** The API takes what is posted there. */
    protected static void takes(String path, String json) {
        API.stubFor(post(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    /** What the API says when it refuses: violations by field and message in turn. */
    protected static ResponseDefinitionBuilder problem(int status, String detail, String... violations) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < violations.length; i += 2) {
            all.append(i == 0 ? "" : ",").append("{\"field\":\"%s\",\"rule\":\"r\",\"message\":\"%s\"}".formatted(violations[i], violations[i + 1]));
        }
        return aResponse().withStatus(status).withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":%d,\"code\":\"x\",\"detail\":\"%s\",\"violations\":[%s]}".formatted(status, detail, all));
    }

    /** The API refuses what is posted there. */
    protected static void refusesPost(String path, ResponseDefinitionBuilder problem) {
        API.stubFor(post(urlPathEqualTo(path)).willReturn(problem));
    }
}
