package cn.publiccredit.portal.commitments;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.portal.Enumerated;
import cn.publiccredit.portal.PortalFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
             "events":[{"state":"MADE","on":"2026-11-01","actor":"dept-zhao","at":"2026-11-01T09:00:00+08:00"}%s],"annulments":[%s],"inRecord":true,"version":4}""";
    private static final String BROKEN = """
            {"severity":"GENERAL","measures":["M08"],"excluded":true,"followUp":{"id":"c1-2","list":"tax","state":"%s","listingCase":null,"reason":%s,
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
        is(overdue, state, consequences, events, "");
    }

    private static void is(String overdue, String state, String consequences, String events, String annulments) {
        tagged(ONE, COMMITMENT.formatted(overdue, state, consequences, events, annulments), "\"4\"");
    }

    @Test
    void theDeskIsNarrowedAsTheApiNarrowsAndGoesOnWhereItEnded() {
        answers(COMMITMENTS, "{\"items\":[" + COMMITMENT.formatted("true", "BROKEN", BROKEN.formatted("OPEN", "null"), "", "") + "],\"next\":\"more\"}");
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
    void whyThePlatformProposesNoListingIsSaidWhileItIsOpen() {
        String platform = "/api/listing/v1/follow-ups";
        is("false", "BROKEN", BROKEN.formatted("OPEN", "null"), "");
        answers(platform, """
                {"items":[{"id":"c1-1","state":"PROPOSED","reasons":[]},{"id":"c1-2","state":"NOT_POSSIBLE","lookedAt":"2026-11-20T09:00:00+08:00",
                 "reasons":[{"rule":"known","message":"目录中没有名单<tax>"},{"rule":"active","message":"该记录不是有效状态"}]}],"next":null}""");
        assertThat(read(CLERK, PAGE)).hasStatusOk().bodyText()
                .contains("平台不能提出案件", "目录中没有名单&lt;tax&gt;", "该记录不是有效状态", "2026-11-20", "/follow-up\"").doesNotContain("??", "平台已提出案件");
        API.verify(getRequestedFor(urlPathEqualTo(platform)).withQueryParam("commitment", equalTo("c1")));
        assertThat(read(CLERK, PAGE + "?lang=en")).bodyText().contains("The platform cannot open a case").doesNotContain("??");
        answers(platform, "{\"items\":[],\"next\":null}");
        assertThat(read(CLERK, PAGE)).bodyText().contains("平台尚未查看");
        API.stubFor(get(urlPathEqualTo(platform)).willReturn(problem(503, "名单服务暂时不可用")));
        assertThat(read(CLERK, PAGE)).hasStatusOk().bodyText().contains("名单服务暂时不可用", "/follow-up\"");
        API.resetRequests();
        assertThat(read(SUBJECT, PAGE)).hasStatusOk();
        is("false", "BROKEN", BROKEN.formatted("NOT_PROPOSED", "\"条件不符\""), "");
        assertThat(read(CLERK, PAGE)).bodyText().doesNotContain("平台办理情况");
        API.verify(0, getRequestedFor(urlPathEqualTo(platform)));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBMITTED | accept,decline
            MADE      | fulfil,break
            FULFILLED | break
            BROKEN    | repair
            REPAIRED  | break
            DECLINED  |
            ANNULLED  |
            """)
    void inEveryStateOnlyWhatMayFollowIsOffered(String state, @Nullable String acts) {
        is("false", state, "null", ",{\"state\":\"" + state + "\",\"on\":\"2026-11-18\",\"actor\":\"dept-qian\",\"at\":\"2026-11-19T09:00:00+08:00\"}");
        for (String language : List.of("en", "zh-CN")) {
            String page = body(read(CLERK, PAGE + "?lang=" + language));
            assertThat(page).doesNotContain("??");
            assertThat(offered(page)).containsExactlyInAnyOrder(acts == null ? new String[0] : acts.split(","));
        }
        assertThat(offered(body(read(SUBJECT, PAGE)))).isEmpty();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> offered(String page) {
        return Pattern.compile("action=\"/workbench/commitments/c1/(accept|decline|fulfil|break|repair)\"").matcher(page).results()
                .map(act -> act.group(1)).distinct().toList();
    }

    @Test
    void theDeskCanBeNarrowedToEveryState() {
        assertThat(read(CLERK, "/workbench/commitments")).bodyText()
                .contains(Enumerated.of("commitment/Commitment", "State").stream().map("<option value=\"%s\""::formatted).toList())
                .contains(Enumerated.of("commitment/FollowUp", "State").stream().map("<option value=\"%s\""::formatted).toList())
                .contains("state=SUBMITTED");
    }

    @Test
    void whatWasMadeOnlineIsAcceptedOrDeclinedAndUntilThenInNoRecord() {
        is("false", "SUBMITTED", "null", "");
        assertThat(read(CLERK, PAGE)).bodyText().contains("受理情况，或不予受理的理由", "未受理，不记入").doesNotContain("已全部记入", "/annulment\"");
        assertThat(read(SUBJECT, PAGE + "?lang=en")).bodyText().contains("Made online by the subject", "Waiting for acceptance").doesNotContain("<textarea", "??");
        takes(ONE + "/accept", "{}");
        assertThat(send(CLERK, PAGE + "/accept", "key", "k", "tag", "\"4\"", "facts", "材料齐全", "on", "")).hasStatus(302).hasRedirectedUrl(PAGE);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/accept")).withHeader("If-Match", equalTo("\"4\""))
                .withRequestBody(equalToJson("{\"facts\":\"材料齐全\"}")));
        refusesPost(ONE + "/decline", problem(422, "请求内容有误", "facts", "请填写核查情况"));
        assertThat(send(CLERK, PAGE + "/decline?lang=zh-CN", "tag", "\"4\"", "facts", "")).hasStatusOk().bodyText()
                .containsOnlyOnce("<em class=\"wrong\">请填写核查情况</em>").contains("/accept\"");
    }

    @Test
    void whatWasRecordedInErrorIsTakenBackByTwoPeople() {
        is("false", "BROKEN", "null", ",{\"state\":\"BROKEN\",\"on\":\"2026-11-18\",\"actor\":\"dept-qian\",\"at\":\"2026-11-19T09:00:00+08:00\"}");
        assertThat(read(CLERK, PAGE)).bodyText().contains("/annulment\"", "value=\"BREACH\"", "value=\"COMMITMENT\"").doesNotContain("/annulment/approve\"");
        assertThat(read(SUBJECT, PAGE)).bodyText().doesNotContain("/annulment\"");
        takes(ONE + "/annulment", "{}");
        assertThat(send(CLERK, PAGE + "/annulment", "key", "k", "tag", "\"4\"", "what", "BREACH", "reason", "核查对象有误")).hasStatus(302).hasRedirectedUrl(PAGE);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/annulment")).withHeader("If-Match", equalTo("\"4\"")).withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(equalToJson("{\"what\":\"BREACH\",\"reason\":\"核查对象有误\"}")));
        refusesPost(ONE + "/annulment", problem(422, "请求内容有误", "reason", "请填写理由"));
        assertThat(send(CLERK, PAGE + "/annulment", "tag", "\"4\"", "what", "BREACH", "reason", "")).bodyText()
                .contains("<details open=\"open\">", "<em class=\"wrong\">请填写理由</em>", "value=\"BREACH\" selected=\"selected\"");

        is("false", "BROKEN", "null", "", annulment(false, "PROPOSED", ""));
        assertThat(read(CLERK, PAGE)).bodyText().contains("违诺认定", "由 dept-zhao 申请", "核查对象有误", "待批准", "须由另一人批准")
                .doesNotContain("/annulment/approve\"", "/annulment\"", "??");
        Person second = Person.of("dept-qian", "department-user");
        assertThat(read(second, PAGE + "?lang=en")).bodyText().contains("proposed by dept-zhao", "/annulment/approve\"", "/annulment/reject\"")
                .doesNotContain("/annulment\"", "??");
        takes(ONE + "/annulment/approve", "{}");
        assertThat(send(second, PAGE + "/annulment/approve?lang=zh-CN", "tag", "\"4\"", "reason", "")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/annulment/approve")).withHeader("If-Match", equalTo("\"4\"")));
        refusesPost(ONE + "/annulment/reject", problem(422, "请求内容有误", "reason", "请填写理由"));
        assertThat(send(second, PAGE + "/annulment/reject", "tag", "\"4\"", "reason", "")).bodyText().containsOnlyOnce("<em class=\"wrong\">请填写理由</em>");

        is("false", "MADE", "null", ",{\"state\":\"BROKEN\",\"on\":\"2026-11-18\",\"actor\":\"dept-qian\",\"at\":\"2026-11-19T09:00:00+08:00\"}",
                annulment(false, "APPROVED", ",\"decidedBy\":\"dept-qian\",\"decidedAt\":\"2026-11-20T10:30:00+08:00\""));
        assertThat(read(CLERK, PAGE)).bodyText().as("the breach that was taken back is no breach any more")
                .contains("dept-qian 于 2026-11-20 10:30 决定", "已撤销", "value=\"COMMITMENT\"").doesNotContain("value=\"BREACH\"", "??");
        is("false", "ANNULLED", "null", "", annulment(true, "REJECTED", ",\"decidedBy\":\"dept-qian\",\"decidedAt\":null,\"answer\":\"登记无误\""));
        assertThat(read(CLERK, PAGE)).bodyText().contains("已撤回", "登记无误").doesNotContain("/annulment\"", "??");
    }

    private static String annulment(boolean whole, String state, String decision) {
        return "{\"whole\":%s,\"reason\":\"核查对象有误\",\"state\":\"%s\",\"proposedBy\":\"dept-zhao\",\"proposedAt\":\"2026-11-20T09:00:00+08:00\"%s}"
                .formatted(whole, state, decision);
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
        assertThat(read(SUBJECT, "/workbench/commitments/new?lang=en")).hasStatusOk().bodyText().contains("authority.uscc", "registers as a source").doesNotContain("name=\"subject\"", "authority.name", "??");
        refusesPost(COMMITMENTS, problem(409, "该主体违背的承诺 1 尚未整改"));
        assertThat(send(SUBJECT, "/workbench/commitments", "template", "approval", "matter", "样例", "authority.uscc", "12340400MB0000001X",
                "checkBy", "2027-01-31")).hasStatusOk().bodyText()
                .contains("该主体违背的承诺 1 尚未整改", "样例</textarea>", "selected=\"selected\">审批替代型", "value=\"12340400MB0000001X\"");
        API.verify(postRequestedFor(urlPathEqualTo(COMMITMENTS)).withRequestBody(equalToJson("""
                {"template":"approval","matter":"样例","checkBy":"2027-01-31",
                 "authority":{"uscc":"12340400MB0000001X"}}""")));
        refusesPost(COMMITMENTS, problem(422, "请求内容有误", "authority", "须为信用目录登记的信源单位"));
        assertThat(send(SUBJECT, "/workbench/commitments", "template", "approval", "authority.uscc", "x")).bodyText()
                .containsOnlyOnce("<em class=\"wrong\">须为信用目录登记的信源单位</em>");
    }
}
