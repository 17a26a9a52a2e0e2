package cn.publiccredit.portal.consents;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.portal.PortalFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Consents in the workbench, as the body that filed, the subject and who supervises see them. */
class ConsentPagesTests extends PortalFixture {

    private static final String CONSENTS = "/api/subject/v1/consents";
    private static final String ONE = CONSENTS + "/g1";
    private static final String PAGE = "/workbench/consents/g1";
    private static final byte[] PDF = "%PDF-1.7 样例".getBytes(StandardCharsets.UTF_8);
    private static final String CONSENT = """
            {"id":"g1","subject":"91340403MA8TETT918","grantee":"91340100MA2TETA14E","purpose":"贷前审查","items":["CF"],"template":"full",
             "extent":"TEMPLATE","from":"2026-11-01","to":"2026-12-31","state":"%s","how":"SIGNED_FILE",
             "paper":{"name":"%s","type":"application/pdf","bytes":12345,"sha256":"abc","filedBy":"91340100MA2TETA14E"},
             "givenAt":"2026-11-01T09:00:00+08:00","revokedAt":null,"revocation":null,"contest":%s,"version":1}""";
    private static final Person BANK = Person.of("bank-sun", "bank");
    private static final Person SUBJECT = Person.of("enterprise", "subject-user");
    private static final Person PROVINCE = Person.of("province-li", "province-operator");

    @BeforeEach
    void aPaperThatHolds() {
        is("LIVE", "null");
        answers("/api/catalog/v1/items", "{\"items\":[{\"code\":\"CF\",\"name\":\"行政处罚\"},{\"code\":\"XK\",\"name\":\"行政许可\"}],\"next\":null}");
        answers("/api/catalog/v1/report-templates", "{\"items\":[{\"code\":\"full\",\"title\":\"企业公共信用信息报告\"}],\"next\":null}");
    }

    private static void is(String state, String contest) {
        tagged(ONE, CONSENT.formatted(state, "授权书.pdf", contest), "\"1\"");
    }

    @Test
    void theBodyFindsItsConsentsByStateAndSubjectAndSeesWhenTheyEnd() {
        answers(CONSENTS, "{\"items\":[" + CONSENT.formatted("EXPIRED", "x", "\"非本单位签章\"") + "],\"next\":\"more\"}");
        assertThat(read(BANK, "/workbench/consents?state=EXPIRED&how=SIGNED_FILE&subject=91340403MA8TETT918")).hasStatusOk().bodyText()
                .contains("91340403MA8TETT918", "贷前审查", "2026-11-01 至 2026-12-31", "已到期", "被否认", "提交授权书", "after=more", ">授权管理</a>").doesNotContain("??");
        API.verify(getRequestedFor(urlPathEqualTo(CONSENTS)).withQueryParam("state", equalTo("EXPIRED")).withQueryParam("how", equalTo("SIGNED_FILE"))
                .withQueryParam("subject", equalTo("91340403MA8TETT918")).withoutQueryParam("contested"));
        answers(CONSENTS, "{\"items\":[],\"next\":null}");
        assertThat(read(PROVINCE, "/workbench/consents?contested=true&lang=en")).bodyText().contains("No consents", "You are no party").doesNotContain("File a signed", "??");
        assertThat(read(Person.of("city", "city-operator"), "/workbench/consents?lang=zh-CN")).bodyText()
                .contains("由信息主体和被授权单位查看").doesNotContain(">授权管理</a>");
    }

    @Test
    void aDepartmentSeesTheConsentsGivenToItAndFilesPapers() {
        Person department = Person.of("dept-zhao", "department-user");
        answers(CONSENTS, "{\"items\":[" + CONSENT.formatted("LIVE", "x", "null") + "],\"next\":null}");
        assertThat(read(department, "/workbench/consents")).hasStatusOk().bodyText()
                .contains("91340403MA8TETT918", "提交授权书", ">授权管理</a>").doesNotContain("name=\"grantee\"", "您不是当事人", "??");
        assertThat(read(department, "/workbench/consents/new")).bodyText().contains("type=\"file\"");
        assertThat(read(department, PAGE)).bodyText().contains("授权书.pdf").doesNotContain("/revoke\"", "/contest\"", "/annul\"");
    }

    @Test
    void oneIsShownWithWhatItOpensAndEachPartyHasItsOwnButtonsOnly() {
        assertThat(read(BANK, PAGE)).hasStatusOk().bodyText()
                .contains("报告所含事项", "企业公共信用信息报告", "CF 行政处罚", "授权书.pdf", "12,345", "有效", "2026-11-01 09:00")
                .doesNotContain("/revoke\"", "/contest\"", "/annul\"", "??");
        assertThat(read(SUBJECT, PAGE)).bodyText().contains("/revoke\"", "/contest\"").doesNotContain("/annul\"");
        assertThat(read(PROVINCE, PAGE + "?lang=en")).bodyText().contains("/annul\"").doesNotContain("/revoke\"", "/contest\"", "??");
        is("REVOKED", "\"非本单位签章\"");
        assertThat(read(SUBJECT, PAGE + "?lang=zh-CN")).bodyText().contains("已失效", "非本单位签章").doesNotContain("/revoke\"", "/contest\"");
    }

    @Test
    void theSubjectTakesItBackOrContestsItAndTheOperatorAnnulsIt() {
        takes(ONE + "/revoke", "{}");
        assertThat(send(SUBJECT, PAGE + "/revoke", "key", "k", "tag", "\"1\"")).hasStatus(302).hasRedirectedUrl(PAGE);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/revoke")).withHeader("If-Match", equalTo("\"1\"")).withHeader("Idempotency-Key", equalTo("k")));
        refusesPost(ONE + "/contest", problem(422, "请求内容有误", "reason", "请填写不认可该授权书的理由"));
        assertThat(send(SUBJECT, PAGE + "/contest", "tag", "\"1\"", "reason", "")).hasStatusOk().bodyText()
                .containsOnlyOnce("<em class=\"wrong\">请填写不认可该授权书的理由</em>");
        takes(ONE + "/annul", "{}");
        assertThat(send(PROVINCE, PAGE + "/annul", "tag", "\"1\"", "reason", "签名不符")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/annul")).withRequestBody(equalToJson("{\"reason\":\"签名不符\"}")));
    }

    @Test
    void thePaperIsPassedOnAsItWasFiled() {
        API.stubFor(get(urlPathEqualTo(ONE + "/file")).willReturn(aResponse().withBody(PDF).withHeader("Content-Type", "application/pdf")
                .withHeader("Content-Disposition", "attachment; filename=\"a.pdf\"").withHeader("Cache-Control", "no-store")));
        MvcTestResult file = read(BANK, PAGE + "/file");
        assertThat(file).hasStatusOk().headers().hasValue("Content-Disposition", "attachment; filename=\"a.pdf\"")
                .hasHeaderSatisfying("Cache-Control", values -> assertThat(values).contains("no-store"));
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(PDF);
    }

    private MvcTestResult filed(String... fields) {
        return sendFile(BANK, "/workbench/consents", new MockMultipartFile("file", "授权\"书.pdf", "application/pdf", PDF), fields);
    }

    @Test
    void aPaperIsFiledWithItsFieldsAndTheFileAsItIs() {
        assertThat(read(BANK, "/workbench/consents/new")).hasStatusOk().bodyText()
                .contains("企业公共信用信息报告", "XK 行政许可", "10 MB").doesNotContain("??");
        assertThat(read(SUBJECT, "/workbench/consents/new?lang=en")).bodyText().contains("filed by the bank").doesNotContain("type=\"file\"", "??");
        takes(CONSENTS + "/signed", "{\"id\":\"g1\"}");
        assertThat(filed("key", "k", "subject", "91340403MA8TETT918", "idNumber", "", "purpose", "贷前审查", "template", "", "items", "CF", "items", "XK",
                "from", "", "to", "2026-12-31")).hasStatus(302).hasRedirectedUrl(PAGE);
        API.verify(postRequestedFor(urlPathEqualTo(CONSENTS + "/signed")).withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBodyPart(aMultipart("subject").withBody(equalTo("91340403MA8TETT918")).build())
                .withRequestBodyPart(aMultipart("purpose").withBody(equalTo("贷前审查")).build())
                .withRequestBodyPart(aMultipart("items").withBody(equalTo("CF,XK")).build())
                .withRequestBodyPart(aMultipart("file").withBody(binaryEqualTo(PDF)).build()));
        assertThat(API.getAllServeEvents().getFirst().getRequest().getBodyAsString()).contains("filename=\"授权%22书.pdf\"").doesNotContain("idNumber", "template");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndAPersonsNumberIsPassedOnButNeverShownAgain() {
        refusesPost(CONSENTS + "/signed", problem(422, "请求内容有误", "to", "截止日期必填", "file", "请上传扫描件", "items", "请选择授权的事项"));
        MvcTestResult refused = filed("idNumber", "340403199202021239", "purpose", "贷前审查", "items", "XK", "to", "");
        assertThat(refused).hasStatusOk().bodyText()
                .contains("<em class=\"wrong\">截止日期必填</em>", "<em class=\"wrong\">请上传扫描件</em>", "<em class=\"wrong\">请选择授权的事项</em>")
                .contains("value=\"贷前审查\"", "value=\"XK\" checked=\"checked\"").doesNotContain("340403199202021239", "value=\"CF\" checked");
        API.verify(postRequestedFor(urlPathEqualTo(CONSENTS + "/signed"))
                .withRequestBodyPart(aMultipart("idNumber").withBody(equalTo("340403199202021239")).build()));
    }
}
