package cn.publiccredit.portal.performance;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.portal.Enumerated;
import cn.publiccredit.portal.PortalFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contracts, promises, arrears and rates in the workbench. */
class PerformancePagesTests extends PortalFixture {

    private static final String API_PATH = "/api/subject/v1/performance";
    private static final String CONTRACT = API_PATH + "/contracts/k1";
    private static final String OWED = API_PATH + "/arrears/a1";
    private static final String PAGES = "/workbench/performance";
    private static final String PARTIES = """
            "body":{"uscc":"12340400MB0000001X","name":"虚构样例局","division":"340400"},"counterparty":{"uscc":"91340403MA8TETT918","name":"虚构样例公司"}""";
    private static final String OF_CONTRACT = """
            {"id":"k1","kind":"CONTRACT","number":"样例合同1号","title":"样例道路工程",%s,"signedOn":"2026-01-05",
             "amount":{"amount":"1234500.5","currency":"CNY"},"milestones":[
              {"index":0,"name":"首付款","dueOn":"2026-03-01","amount":{"amount":"100000","currency":"CNY"},"doneOn":"2026-03-05","evidence":"凭证1","overdue":false},
              {"index":1,"name":"竣工","dueOn":"2026-06-01","amount":null,"doneOn":null,"evidence":null,"overdue":true}],
             "state":"%s","overdue":true,"breach":%s,"annulment":%s,"events":[{"kind":"REGISTERED","status":"履行中","facts":null,"on":"2026-01-05","actor":"dept-zhao",
              "at":"2026-01-05T09:00:00+08:00"}%s],"amendments":[%s],"inRecord":false,"version":2}""";
    private static final String OF_ARREARS = """
            {"id":"a1","number":"QS0001",%s,"about":"样例货款","amount":{"amount":"50000","currency":"CNY"},
             "outstanding":{"amount":"20000","currency":"CNY"},"dueOn":"2026-05-01","daysOverdue":1205,"state":"%s",
             "payments":[{"amount":{"amount":"30000","currency":"CNY"},"on":"2026-06-01","evidence":"回单"}],"events":[%s],"annulment":%s,"inRecord":true,"version":5}""";
    private static final Person CLERK = Person.of("dept-zhao", "department-user");
    private static final Person CITY = Person.of("city-wang", "city-operator");
    private static final Person OWED_TO = Person.of("enterprise", "subject-user");

    @BeforeEach
    void oneOfEach() {
        contract("RUNNING", "null");
        arrears("CONFIRMED");
    }

    private static void contract(String state, String breach) {
        contract(state, breach, "null", "", "");
    }

    private static void contract(String state, String breach, String annulment, String events, String amendments) {
        tagged(CONTRACT, OF_CONTRACT.formatted(PARTIES, state, breach, annulment, events, amendments), "\"2\"");
    }

    private static void arrears(String state) {
        arrears(state, "", "null");
    }

    private static void arrears(String state, String events, String annulment) {
        tagged(OWED, OF_ARREARS.formatted(PARTIES, state, events, annulment), "\"5\"");
    }

    private static String event(String kind) {
        return "{\"kind\":\"%s\",\"status\":\"x\",\"on\":\"2026-11-01\",\"actor\":\"city-wang\",\"at\":\"2026-11-01T09:00:00+08:00\"}".formatted(kind);
    }

    private static String proposed(boolean whole, String by) {
        return "{\"whole\":%s,\"reason\":\"登记重复\",\"state\":\"PROPOSED\",\"proposedBy\":\"%s\",\"proposedAt\":\"2026-11-20T09:00:00+08:00\"}"
                .formatted(whole, by);
    }

    @Test
    void contractsAreListedByKindBodyAndWhatIsOverdue() {
        answers(API_PATH + "/contracts", "{\"items\":[" + OF_CONTRACT.formatted(PARTIES, "BREACHED", "\"未按期支付\"", "null", "", "") + "],\"next\":\"more\"}");
        assertThat(read(CLERK, PAGES + "/contracts?kind=CONTRACT&overdue=true&body=")).hasStatusOk().bodyText()
                .contains("样例道路工程", "1,234,500.50", "虚构样例局", "违约", "逾期", "after=more", "登记合同或承诺", ">履约与拖欠</a>").doesNotContain("??");
        API.verify(getRequestedFor(urlPathEqualTo(API_PATH + "/contracts")).withQueryParam("kind", equalTo("CONTRACT"))
                .withQueryParam("overdue", equalTo("true")).withoutQueryParam("body"));
        answers(API_PATH + "/contracts", "{\"items\":[],\"next\":null}");
        assertThat(read(OWED_TO, PAGES + "?lang=en")).hasStatusOk().bodyText().contains("No contracts or promises").doesNotContain("Register a contract", "??");
        assertThat(read(Person.of("bank", "bank"), PAGES + "/contracts")).bodyText().contains("由义务单位、省市运营人员和相对方办理")
                .doesNotContain(">履约与拖欠</a>");
    }

    @Test
    void oneIsShownWithItsMilestonesAndOnlyItsSupervisorFindsABreach() {
        assertThat(read(CLERK, PAGES + "/contracts/k1")).hasStatusOk().bodyText()
                .contains("首付款", "2026-03-05", "凭证1", "竣工", "逾期", "正在记入", "/milestones/1/done\"", "dept-zhao")
                .doesNotContain("/milestones/0/done", "/breach\"", "??");
        assertThat(read(CITY, PAGES + "/contracts/k1")).bodyText().contains("/breach\"").doesNotContain("/remedy\"");
        assertThat(read(OWED_TO, PAGES + "/contracts/k1")).bodyText().contains("样例道路工程").doesNotContain("/done\"", "/breach\"");
        contract("BREACHED", "\"未按期支付\"");
        assertThat(read(CITY, PAGES + "/contracts/k1?lang=en")).bodyText().contains("未按期支付", "/remedy\"").doesNotContain("/breach\"", "??");
    }

    @Test
    void aMilestoneIsMarkedAsDoneAndABreachIsFoundAsItWasRead() {
        takes(CONTRACT + "/milestones/1/done", "{}");
        assertThat(send(CLERK, PAGES + "/contracts/k1/milestones/1/done", "key", "k", "tag", "\"2\"", "on", "2026-11-20", "facts", ""))
                .hasStatus(302).hasRedirectedUrl(PAGES + "/contracts/k1");
        API.verify(postRequestedFor(urlPathEqualTo(CONTRACT + "/milestones/1/done")).withHeader("If-Match", equalTo("\"2\""))
                .withRequestBody(equalToJson("{\"on\":\"2026-11-20\"}")));
        refusesPost(CONTRACT + "/milestones/1/done", problem(422, "请求内容有误", "on", "日期应在 2026-01-05 与今天之间"));
        assertThat(send(CLERK, PAGES + "/contracts/k1/milestones/1/done", "tag", "\"2\"", "on", "2027-01-01", "facts", "验收单"))
                .hasStatusOk().bodyText().contains("<details open=\"open\">", "<em class=\"wrong\">日期应在 2026-01-05 与今天之间</em>", "验收单</textarea>");
        takes(CONTRACT + "/breach", "{}");
        assertThat(send(CITY, PAGES + "/contracts/k1/breach", "tag", "\"2\"", "facts", "未按期支付")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(CONTRACT + "/breach")).withRequestBody(equalToJson("{\"facts\":\"未按期支付\"}")));
        refusesPost(CONTRACT + "/breach", problem(409, "当前状态为“违约”，不能进行此操作"));
        assertThat(send(CITY, PAGES + "/contracts/k1/breach", "tag", "\"2\"", "facts", "未按期支付")).bodyText().contains("当前状态为“违约”", "未按期支付</textarea>");
    }

    @Test
    void aContractIsRegisteredWithItsMilestonesAndWhatIsWrongWithALineStandsAtThatLine() {
        assertThat(read(CLERK, PAGES + "/contracts/new")).hasStatusOk().bodyText()
                .contains("milestones.4.name").doesNotContain("milestones.5.name", "body.uscc", "??");
        assertThat(read(CITY, PAGES + "/contracts/new")).bodyText().contains("body.uscc", "body.division");
        takes(API_PATH + "/contracts", "{\"id\":\"k1\"}");
        assertThat(send(CLERK, PAGES + "/contracts", "key", "k", "kind", "PROMISE", "number", "1号", "title", "招商承诺", "counterparty.uscc",
                "91340403MA8TETT918", "counterparty.name", "虚构样例公司", "signedOn", "2026-01-05", "amount", "12.5", "rows", "5",
                "milestones.0.name", "首付", "milestones.0.dueOn", "2026-03-01", "milestones.2.name", "竣工", "milestones.2.amount", "7"))
                .hasStatus(302).hasRedirectedUrl(PAGES + "/contracts/k1");
        API.verify(postRequestedFor(urlPathEqualTo(API_PATH + "/contracts")).withHeader("Idempotency-Key", equalTo("k")).withRequestBody(equalToJson("""
                {"kind":"PROMISE","number":"1号","title":"招商承诺","counterparty":{"uscc":"91340403MA8TETT918","name":"虚构样例公司"},"signedOn":"2026-01-05",
                 "amount":"12.5","milestones":[{"name":"首付","dueOn":"2026-03-01"},{},{"name":"竣工","amount":"7"}]}""")));
        refusesPost(API_PATH + "/contracts", problem(422, "请求内容有误", "milestones.1", "第二行须有名称和期限", "counterparty", "请填写相对方"));
        assertThat(send(CLERK, PAGES + "/contracts", "kind", "PROMISE", "title", "招商承诺", "rows", "5", "milestones.1.name", "只有名称"))
                .hasStatusOk().bodyText().contains("<em class=\"wrong\">第二行须有名称和期限</em>", "<em class=\"wrong\">请填写相对方</em>", "value=\"只有名称\"")
                .containsOnlyOnce("<em class=\"wrong\">第二行");
        API.resetRequests();
        assertThat(send(CLERK, PAGES + "/contracts", "more", "1", "rows", "5", "title", "招商承诺")).hasStatusOk().bodyText()
                .contains("milestones.9.name", "value=\"招商承诺\"").doesNotContain("milestones.10.name");
        API.verify(0, postRequestedFor(urlPathEqualTo(API_PATH + "/contracts")));
    }

    @Test
    void arrearsAreReportedByWhomTheyAreOwedToCheckedByTheSupervisorAndPaid() {
        answers(API_PATH + "/arrears", "{\"items\":[" + OF_ARREARS.formatted(PARTIES, "REPORTED", "", "null") + "],\"next\":\"more\"}");
        assertThat(read(CITY, PAGES + "/arrears?state=REPORTED")).hasStatusOk().bodyText()
                .contains("QS0001", "50,000.00", "20,000.00", "1205", "待核实", "after=more").doesNotContain("??");
        API.verify(getRequestedFor(urlPathEqualTo(API_PATH + "/arrears")).withQueryParam("state", equalTo("REPORTED")));
        assertThat(read(OWED_TO, PAGES + "/arrears/new")).hasStatusOk().bodyText().contains("body.uscc", "counterparty.uscc").doesNotContain("??");
        refusesPost(API_PATH + "/arrears", problem(422, "请求内容有误", "body", "请填写义务单位", "amount", "应大于 0"));
        assertThat(send(OWED_TO, PAGES + "/arrears", "about", "货款", "amount", "-1", "dueOn", "2026-05-01")).hasStatusOk().bodyText()
                .contains("<em class=\"wrong\">请填写义务单位</em>", "<em class=\"wrong\">应大于 0</em>", "value=\"-1\"");

        arrears("REPORTED");
        assertThat(read(CITY, PAGES + "/arrears/a1?lang=en")).hasStatusOk().bodyText().contains("/confirm\"", "/dismiss\"").doesNotContain("/payments\"", "??");
        assertThat(read(CLERK, PAGES + "/arrears/a1?lang=zh-CN")).bodyText().doesNotContain("/confirm\"", "/payments\"");
        takes(OWED + "/confirm", "{}");
        assertThat(send(CITY, PAGES + "/arrears/a1/confirm", "tag", "\"5\"", "facts", "属实")).hasStatus(302).hasRedirectedUrl(PAGES + "/arrears/a1");
        arrears("CONFIRMED");
        assertThat(read(CLERK, PAGES + "/arrears/a1")).bodyText().contains("/payments\"", "30,000.00", "回单").doesNotContain("/confirm\"");
        assertThat(read(OWED_TO, PAGES + "/arrears/a1")).bodyText().contains("样例货款").doesNotContain("/payments\"");
        refusesPost(OWED + "/payments", problem(422, "请求内容有误", "amount", "不超过未付金额 20000 元"));
        assertThat(send(CLERK, PAGES + "/arrears/a1/payments", "tag", "\"5\"", "amount", "30000", "evidence", "回单2")).bodyText()
                .contains("<em class=\"wrong\">不超过未付金额 20000 元</em>", "回单2</textarea>");
        API.verify(postRequestedFor(urlPathEqualTo(OWED + "/payments")).withHeader("If-Match", equalTo("\"5\""))
                .withRequestBody(equalToJson("{\"amount\":\"30000\",\"evidence\":\"回单2\"}")));
    }

    @Test
    void everyStateAndEventIsNamedAndNothingIsOfferedOnceItWasTakenBack() {
        String events = String.join(",", Enumerated.of("performance/Event", "Kind").stream().map(PerformancePagesTests::event).toList());
        for (String language : List.of("en", "zh-CN")) {
            for (String state : Enumerated.of("performance/Contract", "State")) {
                contract(state, "null", "null", "," + events, "");
                assertThat(read(CITY, PAGES + "/contracts/k1?lang=" + language)).hasStatusOk().bodyText().doesNotContain("??");
            }
            for (String state : Enumerated.of("performance/Arrears", "State")) {
                arrears(state, events, "null");
                assertThat(read(CITY, PAGES + "/arrears/a1?lang=" + language)).hasStatusOk().bodyText().doesNotContain("??");
            }
        }
        contract("ANNULLED", "null", "null", "", "");
        assertThat(read(CITY, PAGES + "/contracts/k1")).bodyText().contains("登记已撤销")
                .doesNotContain("/done\"", "/breach\"", "/remedy\"", "/amendments\"", "/annulment\"");
        arrears("ANNULLED");
        assertThat(read(CITY, PAGES + "/arrears/a1")).bodyText().contains("认定已撤销")
                .doesNotContain("/payments\"", "/confirm\"", "/annulment\"");
        assertThat(read(CITY, PAGES + "/arrears")).bodyText()
                .contains(Enumerated.of("performance/Arrears", "State").stream().map("<option value=\"%s\""::formatted).toList());
    }

    @Test
    void aSupplementaryAgreementSetsAnotherDayAndOnlyItsSupervisorDoesSoForWhatIsOverdue() {
        assertThat(read(CITY, PAGES + "/contracts/k1")).bodyText().contains("/amendments\"", "<option value=\"1\">竣工 2026-06-01")
                .doesNotContain("<option value=\"0\"");
        assertThat(read(CLERK, PAGES + "/contracts/k1")).bodyText().as("its own overdue milestone").doesNotContain("/amendments\"");
        contract("RUNNING", "null", "null", "," + event("AMENDED"), """
                {"milestone":1,"from":"2026-03-31","to":"2026-06-01","agreement":"补字1号","signedOn":"2026-03-01","actor":"city-wang",
                 "at":"2026-03-02T09:00:00+08:00"}""");
        assertThat(read(OWED_TO, PAGES + "/contracts/k1")).bodyText()
                .contains("竣工", "由 2026-03-31 改为 2026-06-01", "补字1号，2026-03-01 签订，由 city-wang 登记").doesNotContain("/amendments\"", "??");
        takes(CONTRACT + "/amendments", "{}");
        assertThat(send(CITY, PAGES + "/contracts/k1/amendments", "key", "k", "tag", "\"2\"", "milestone", "1", "dueOn", "2026-12-31",
                "agreement", "补字2号", "signedOn", "2026-11-01")).hasStatus(302).hasRedirectedUrl(PAGES + "/contracts/k1");
        API.verify(postRequestedFor(urlPathEqualTo(CONTRACT + "/amendments")).withHeader("If-Match", equalTo("\"2\"")).withRequestBody(equalToJson("""
                {"milestone":"1","dueOn":"2026-12-31","agreement":"补字2号","signedOn":"2026-11-01"}""")));
        refusesPost(CONTRACT + "/amendments", problem(422, "请求内容有误", "signedOn", "应在合同签订日期与今天之间", "milestone", "尚未完成的履行节点"));
        assertThat(send(CITY, PAGES + "/contracts/k1/amendments", "tag", "\"2\"", "milestone", "1", "agreement", "补字3号")).bodyText()
                .contains("<details open=\"open\">", "<em class=\"wrong\">应在合同签订日期与今天之间</em>", "<em class=\"wrong\">尚未完成的履行节点</em>", "value=\"补字3号\"");
    }

    @Test
    void aBreachWhoseRecordWasRepairedByADecisionNamesTheCase() {
        contract("RUNNING", "null", "null", "," + event("BREACHED") + "," + event("REPAIRED").replace("}", ",\"repairCase\":\"case-<7>\"}"), "");
        assertThat(read(CITY, PAGES + "/contracts/k1")).hasStatusOk().bodyText()
                .contains("违约记录经信用修复决定修复", "信用修复案件 case-&lt;7&gt;", "/breach\"").doesNotContain("/remedy\"", "??");
        assertThat(read(CITY, PAGES + "/contracts/k1?lang=en")).bodyText().contains("Repair case case-&lt;7&gt;").doesNotContain("??");
    }

    @Test
    void aContractOrABreachEnteredInErrorIsTakenBackByTheSupervisorAndTheBodyMayAskForTheContract() {
        contract("RUNNING", "null", "null", "," + event("BREACHED") + "," + event("REMEDIED"), "");
        assertThat(read(CITY, PAGES + "/contracts/k1")).bodyText().contains("/annulment\"", "value=\"BREACH\"", "value=\"CONTRACT\"");
        assertThat(read(CLERK, PAGES + "/contracts/k1")).bodyText().contains("/annulment\"", "value=\"CONTRACT\"").doesNotContain("value=\"BREACH\"");
        assertThat(read(OWED_TO, PAGES + "/contracts/k1")).bodyText().doesNotContain("/annulment");
        takes(CONTRACT + "/annulment", "{}");
        assertThat(send(CLERK, PAGES + "/contracts/k1/annulment", "tag", "\"2\"", "what", "CONTRACT", "reason", "登记重复")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(CONTRACT + "/annulment")).withHeader("If-Match", equalTo("\"2\""))
                .withRequestBody(equalToJson("{\"what\":\"CONTRACT\",\"reason\":\"登记重复\"}")));
        contract("RUNNING", "null", "null", "," + event("BREACHED") + "," + event("BREACH_ANNULLED"), "");
        assertThat(read(CITY, PAGES + "/contracts/k1")).bodyText().doesNotContain("value=\"BREACH\"");

        contract("RUNNING", "null", proposed(true, "dept-zhao"), "", "");
        assertThat(read(CITY, PAGES + "/contracts/k1")).bodyText().contains("由 dept-zhao 申请", "登记重复", "/annulment/approve\"", "/annulment/reject\"")
                .doesNotContain("/annulment\"", "??");
        assertThat(read(Person.of("dept-qian", "department-user"), PAGES + "/contracts/k1")).bodyText().contains("由有权核查的另一人").doesNotContain("/annulment/approve\"");
        takes(CONTRACT + "/annulment/reject", "{}");
        assertThat(send(CITY, PAGES + "/contracts/k1/annulment/reject", "tag", "\"2\"", "reason", "并未重复")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(CONTRACT + "/annulment/reject")).withRequestBody(equalToJson("{\"reason\":\"并未重复\"}")));
        refusesPost(CONTRACT + "/annulment/approve", problem(403, "须由另一人办理"));
        assertThat(send(CITY, PAGES + "/contracts/k1/annulment/approve", "tag", "\"2\"")).hasStatusOk().bodyText().contains("须由另一人办理", "样例道路工程");
    }

    @Test
    void arrearsConfirmedInErrorAreTakenBackByTwoSupervisors() {
        assertThat(read(CITY, PAGES + "/arrears/a1")).bodyText().contains("/annulment\"").doesNotContain("name=\"what\"");
        assertThat(read(CLERK, PAGES + "/arrears/a1")).bodyText().doesNotContain("/annulment\"");
        takes(OWED + "/annulment", "{}");
        assertThat(send(CITY, PAGES + "/arrears/a1/annulment", "tag", "\"5\"", "reason", "登记重复")).hasStatus(302).hasRedirectedUrl(PAGES + "/arrears/a1");
        API.verify(postRequestedFor(urlPathEqualTo(OWED + "/annulment")).withRequestBody(equalToJson("{\"reason\":\"登记重复\"}")));
        arrears("CONFIRMED", "", proposed(true, "city-wang"));
        assertThat(read(CITY, PAGES + "/arrears/a1")).bodyText().contains("拖欠认定", "须由另一人批准").doesNotContain("/annulment/approve\"", "??");
        takes(OWED + "/annulment/approve", "{}");
        Person second = Person.of("city-he", "city-operator");
        assertThat(read(second, PAGES + "/arrears/a1")).bodyText().contains("/annulment/approve\"");
        assertThat(send(second, PAGES + "/arrears/a1/annulment/approve", "tag", "\"5\"")).hasStatus(302);
        arrears("REPORTED");
        assertThat(read(CITY, PAGES + "/arrears/a1")).bodyText().doesNotContain("/annulment\"");
    }

    @Test
    void ratesAreShownBodyByBody() {
        answers(API_PATH + "/rates", """
                {"items":[{"body":"12340400MB0000001X","name":"虚构样例局","division":"340400","contracts":3,"promises":1,"due":8,"inTime":6,"late":1,
                 "overdue":1,"rate":0.75,"breaches":1,"breachesEver":41,"arrears":2,"arrearsEver":42,"arrearsSettled":43,"arrearsSettledInTime":44,"outstanding":1234567.8},
                 {"body":"x","name":"虚构样例所","division":"340400","due":0,"rate":null,"outstanding":0}],"next":"more","asOf":"2026-11-22"}""");
        assertThat(read(CITY, PAGES + "/rates")).hasStatusOk().bodyText()
                .contains("75.00%", "1,234,567.80", "截至 2026-11-22", "虚构样例所", "—", "after=more", "contracts?body=12340400MB0000001X")
                .contains("历次违约\">41<", "历次拖欠\">42<", "已清偿\">43<", "期限内清偿\">44<").doesNotContain("??");
        assertThat(read(OWED_TO, PAGES + "/rates")).bodyText().contains("供部门和省、市运营人员查看").doesNotContain("<table>");
    }
}
