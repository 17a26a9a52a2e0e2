package cn.publiccredit.portal.commitments;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.portal.PortalFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commitments in the workbench: recorded from a template, checked, followed up. */
class CommitmentDeskTests extends PortalFixture {

    private static final String COMMITMENTS = "/api/subject/v1/commitments";
    private static final String ONE = COMMITMENTS + "/c1";
    private static final String PAGE = "/workbench/commitments/c1";
    private static final String COMMITMENT = """
            {"id":"c1","number":"34040020261101000001","subject":"91340403MA8TETT918","subjectName":"虚构样例公司","subjectKind":"ORGANISATION",
             "template":"approval","templateVersion":1,"templateName":"审批替代型信用承诺","kind":"审批替代型","text":"本申请人承诺……","consequence":"依法撤销决定",
             "matter":"样例许可<i>","authority":{"uscc":"12340400MB0000001X","name":"虚构样例局","division":"340400"},"madeOn":"2026-11-01",
             "validUntil":null,"checkBy":"2026-11-20","overdue":%s,"shown":true,"state":"%s","consequences":%s,
             "events":[{"state":"MADE","on":"2026-11-01","actor":"dept-zhao","at":"2026-11-01T09:00:00+08:00"}%s],"inRecord":true,"version":4}""";
    private static final String BROKEN = """
            {"severity":"GENERAL","measures":["M08"],"excluded":true,"followUp":{"list":"tax","state":"%s","listingCase":null,"reason":%s,
             "actor":"id-1","at":null}}""";
    private static final Person CLERK = Person.of("dept-zhao", "department-user");
    private static final Person SUBJECT = Person.of("enterprise", "subject-user");

    @BeforeEach
    void aCommitmentThatShouldHaveBeenChecked() {
        is("true", "MADE", "null", "");
        answers("/api/catalog/v1/measures", "{\"items\":[{\"code\":\"M08\",\"name\":\"不适用告知承诺\"}],\"next\":null}");
        answers("/api/catalog/v1/lists", "{\"items\":[{\"code\":\"tax\",\"name\":\"样例名单\"}],\"next\":null}");
        answers("/api/catalog/v1/commitment-templates", """
                {"items":[{"code":"approval","name":"审批替代型信用承诺","text":"本申请人承诺……","consequence":"依法撤销决定"}],"next":null}""");
    }

    private static void is(String overdue, String state, String consequences, String events) {
        tagged(ONE, COMMITMENT.formatted(overdue, state, consequences, events), "\"4\"");
    }

    @Test
    void theDeskIsNarrowedAsTheApiNarrowsAndGoesOnWhereItEnded() {
        answers(COMMITMENTS, "{\"items\":[" + COMMITMENT.formatted("true", "BROKEN", BROKEN.formatted("OPEN", "null"), "") + "],\"next\":\"more\"}");
        assertThat(read(CLERK, "/workbench/commitments?overdue=true&state=&subject= 91340403MA8TETT918 ")).hasStatusOk().bodyText()
                .contains("34040020261101000001", "虚构样例公司", "2026-11-20", "逾期", "违背承诺", "待办的名单建议", "/commitments/new")
                .contains("overdue=true", "after=more").doesNotContain("??");
        API.verify(getRequestedFor(urlPathEqualTo(COMMITMENTS)).withQueryParam("overdue", equalTo("true"))
                .withQueryParam("subject", equalTo("91340403MA8TETT918")).withoutQueryParam("state").withoutQueryParam("after"));
        read(CLERK, "/workbench/commitments?followUp=OPEN&after=more&lang=en");
        API.verify(getRequestedFor(urlPathEqualTo(COMMITMENTS)).withQueryParam("followUp", equalTo("OPEN")).withQueryParam("after", equalTo("more")));
        answers(COMMITMENTS, "{\"items\":[],\"next\":null}");
        assertThat(read(Person.of("p", "province-operator"), "/workbench/commitments")).bodyText()
                .contains("没有符合条件的承诺", ">承诺办理</a>").doesNotContain("/commitments/new");
    }

    @Test
    void whoHasNothingToDoWithCommitmentsHasNoTabAndIsToldWhoDoes() {
        assertThat(read(Person.of("auditor", "auditor"), "/workbench/commitments")).hasStatusOk().bodyText()
                .contains("由受理单位、省市运营人员和承诺主体办理").doesNotContain(">承诺办理</a>");
        API.verify(0, getRequestedFor(urlPathEqualTo(COMMITMENTS)));
    }

    @Test
    void oneIsShownWithItsHistoryAndWhatMayFollow() {
        is("false", "BROKEN", BROKEN.formatted("OPEN", "null"), """
                ,{"state":"BROKEN","on":"2026-11-18","facts":"现场核查不符","consequence":"x","actor":"dept-qian","at":"2026-11-19T09:00:00+08:00"}""");
        assertThat(read(CLERK, PAGE)).hasStatusOk().bodyText()
                .contains("审批替代型信用承诺", "样例许可&lt;i&gt;", "本申请人承诺", "虚构样例局", "淮南市", "长期", "现场核查不符", "dept-qian")
                .contains("不适用告知承诺", "样例名单", "名单案件编号", "已整改履行").doesNotContain("??", "/fulfil", "id-1");
        assertThat(read(CLERK, PAGE + "?lang=en")).hasStatusOk().bodyText().contains("Listing to be considered").doesNotContain("??");
        is("false", "BROKEN", BROKEN.formatted("NOT_PROPOSED", "\"条件不符\""), "");
        assertThat(read(CLERK, PAGE)).bodyText().contains("条件不符", "不提出").doesNotContain("/follow-up");
    }

    @Test
    void theSubjectSeesItsOwnAndChecksNothing() {
        assertThat(read(SUBJECT, PAGE)).hasStatusOk().bodyText().contains("逾期未核查", "本申请人承诺").doesNotContain("/fulfil", "/break", "<textarea");
    }

    @Test
    void whatWasFoundIsSentAsItWasReadAndWhatIsWrongStandsAtItsField() {
        assertThat(read(CLERK, PAGE)).bodyText().contains("/fulfil\"", "/break\"").doesNotContain("/repair\"");
        takes(ONE + "/fulfil", "{}");
        assertThat(send(CLERK, PAGE + "/fulfil", "key", "k", "tag", "\"4\"", "facts", "已按期办理", "on", "")).hasStatus(302).hasRedirectedUrl(PAGE);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/fulfil")).withHeader("If-Match", equalTo("\"4\""))
                .withHeader("Idempotency-Key", equalTo("k")).withRequestBody(equalToJson("{\"facts\":\"已按期办理\"}")));
        refusesPost(ONE + "/break", problem(422, "请求内容有误", "facts", "请填写核查情况", "on", "核查日期应在承诺日期与今天之间"));
        assertThat(send(CLERK, PAGE + "/break", "tag", "\"4\"", "facts", " ", "on", "2027-01-01")).hasStatusOk().bodyText()
                .contains("<em class=\"wrong\">请填写核查情况</em>", "<em class=\"wrong\">核查日期应在承诺日期与今天之间</em>", "value=\"2027-01-01\"");
        refusesPost(ONE + "/break", problem(412, "内容已被他人修改"));
        assertThat(send(CLERK, PAGE + "/break", "tag", "\"3\"", "facts", "现场不符")).bodyText().contains("内容已被他人修改", "现场不符</textarea>");
        is("false", "BROKEN", "null", "");
        takes(ONE + "/repair", "{}");
        assertThat(send(CLERK, PAGE + "/repair", "tag", "\"4\"", "facts", "已整改")).hasStatus(302);
    }

    @Test
    void aListingToBeConsideredIsSettledWithTheCaseOrTheReason() {
        is("false", "BROKEN", BROKEN.formatted("OPEN", "null"), "");
        takes(ONE + "/follow-up", "{}");
        assertThat(send(CLERK, PAGE + "/follow-up", "tag", "\"4\"", "listingCase", "LC-1", "reason", "")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/follow-up")).withRequestBody(equalToJson("{\"listingCase\":\"LC-1\"}")));
        refusesPost(ONE + "/follow-up", problem(422, "请求内容有误", "listingCase", "二者填一"));
        assertThat(send(CLERK, PAGE + "/follow-up", "tag", "\"4\"", "listingCase", "LC-1", "reason", "也不提出")).bodyText()
                .contains("<em class=\"wrong\">二者填一</em>", "value=\"LC-1\"", "也不提出</textarea>");
    }

    @Test
    void aClerkRecordsFromATemplateAndASubjectNamesTheBodyThatAccepts() {
        assertThat(read(CLERK, "/workbench/commitments/new")).hasStatusOk().bodyText()
                .contains("审批替代型信用承诺", "依法撤销决定", "name=\"subject\"").doesNotContain("authority.uscc", "??");
        takes(COMMITMENTS, "{\"id\":\"c1\"}");
        assertThat(send(CLERK, "/workbench/commitments", "key", "k", "template", "approval", "subject", "91340403MA8TETT918", "matter", "样例许可",
                "madeOn", "", "validUntil", "", "checkBy", "2027-01-31")).hasStatus(302).hasRedirectedUrl(PAGE);
        API.verify(postRequestedFor(urlPathEqualTo(COMMITMENTS)).withHeader("Idempotency-Key", equalTo("k")).withRequestBody(equalToJson("""
                {"template":"approval","subject":"91340403MA8TETT918","matter":"样例许可","checkBy":"2027-01-31"}""")));
        assertThat(read(SUBJECT, "/workbench/commitments/new?lang=en")).hasStatusOk().bodyText().contains("authority.uscc").doesNotContain("name=\"subject\"", "??");
        refusesPost(COMMITMENTS, problem(409, "该主体违背的承诺 1 尚未整改"));
        assertThat(send(SUBJECT, "/workbench/commitments", "template", "approval", "matter", "样例", "authority.uscc", "12340400MB0000001X",
                "authority.name", "虚构样例局", "authority.division", "340400", "checkBy", "2027-01-31")).hasStatusOk().bodyText()
                .contains("该主体违背的承诺 1 尚未整改", "样例</textarea>", "selected=\"selected\">审批替代型", "value=\"虚构样例局\"");
        API.verify(postRequestedFor(urlPathEqualTo(COMMITMENTS)).withRequestBody(equalToJson("""
                {"template":"approval","matter":"样例","checkBy":"2027-01-31",
                 "authority":{"uscc":"12340400MB0000001X","name":"虚构样例局","division":"340400"}}""")));
    }
}
