package cn.publiccredit.portal.merges;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.portal.PortalFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mergers in the workbench: two people, and what they decide about before their eyes. */
class MergePagesTests extends PortalFixture {

    private static final String MERGES = "/api/subject/v1/governance/merges";
    private static final String OLD = "91340403MA8TETT918";
    private static final String NOW = "91340403MA8TETN0WX";
    private static final String ONE = MERGES + "/" + OLD;
    private static final String MERGE = """
            {"subject":"91340403MA8TETT918","into":"91340403MA8TETN0WX","state":"%s","history":[{"act":"PROPOSE","into":"91340403MA8TETN0WX",
             "actor":"province-zhang","at":"2026-11-20T09:00:00+08:00","reason":"换发代码","evidence":"登记机关证明1号"}%s],"version":3}""";
    private static final Person ZHANG = Person.of("province-zhang", "province-operator");
    private static final Person LI = Person.of("province-li", "province-operator");
    private static final Person CITY = Person.of("city-wang", "city-operator");

    @BeforeEach
    void twoCodes() {
        answers(MERGES + "/comparison", """
                {"subject":{"id":"91340403MA8TETT918","kind":"ORGANISATION","name":"虚构样例旧公司","names":["虚构样例更早公司","虚构样例旧公司"],
                  "division":"340400","status":"STUB","registered":null,"formerIds":[],"records":{"CF":3}},
                 "into":{"id":"91340403MA8TETN0WX","kind":"ORGANISATION","name":"虚构样例新公司","names":[],"division":"340400","status":"ACTIVE",
                  "registered":{"date":"2020-01-01","capital":"100万元"},"formerIds":["91340403MA8TETX11X"],"records":{"XK":1200}}}""");
        API.stubFor(get(urlPathEqualTo("/api/listing/v1/public/entries")).withQueryParam("subject", equalTo(OLD)).willReturn(
                okJson(
                        "{\"items\":[{\"kind\":\"BLACK\",\"listName\":\"样例名单\",\"subject\":\"91340403MA8TETT918\"}],\"next\":null}")));
        answers("/api/catalog/v1/items", "{\"items\":[{\"code\":\"CF\",\"name\":\"行政处罚\"},{\"code\":\"XK\",\"name\":\"行政许可\"}],\"next\":null}");
        merge("PROPOSED", "");
    }

    private static void merge(String state, String more) {
        tagged(ONE, MERGE.formatted(state, more), "\"3\"");
    }

    @Test
    void theDeskShowsWhatWaitsForADecisionFirstAndOtherStatesPageByPage() {
        answers(MERGES, "{\"items\":[" + MERGE.formatted("PROPOSED", "") + "],\"next\":\"more\"}");
        assertThat(read(ZHANG, "/workbench/merges")).hasStatusOk().bodyText()
                .contains("主体合并", OLD, NOW, "待批准合并", "province-zhang", "2026-11-20 09:00", "after=more", "提出合并").doesNotContain("??");
        API.verify(getRequestedFor(urlPathEqualTo(MERGES)).withQueryParam("state", equalTo("PROPOSED")));
        assertThat(read(ZHANG, "/workbench/merges?state=&after=more&lang=en")).hasStatusOk().bodyText().contains("Mergers").doesNotContain("??");
        API.verify(getRequestedFor(urlPathEqualTo(MERGES)).withQueryParam("state", equalTo("")).withQueryParam("after", equalTo("more")));
        answers(MERGES, "{\"items\":[],\"next\":null}");
        assertThat(read(ZHANG, "/workbench/merges")).bodyText().contains("没有符合条件的合并").doesNotContain("<table>");
    }

    @Test
    void whoMayNotMergeHasNoTabAndIsToldWhoDoesAndACityFindsByCode() {
        assertThat(read(Person.of("dept", "department-user"), "/workbench/merges")).hasStatusOk().bodyText()
                .contains("由省、市运营人员提出").doesNotContain("/workbench/merges/new", ">主体合并</a>");
        assertThat(read(CITY, "/workbench/merges")).hasStatusOk().bodyText().contains(">主体合并</a>", "请按代码查询", "/workbench/merges/new");
        API.verify(0, getRequestedFor(urlPathEqualTo(MERGES)));
        assertThat(read(CITY, "/workbench/merges?code=" + OLD)).hasStatus(302).hasRedirectedUrl("/workbench/merges/" + OLD);
    }

    @Test
    void whatAMergerWouldBringTogetherIsShownBeforeItIsProposedAndBeforeItIsApproved() {
        for (String path : new String[] {"/workbench/merges/new?subject=" + OLD + "&into=" + NOW, "/workbench/merges/" + OLD}) {
            assertThat(read(LI, path)).as(path).hasStatusOk().bodyText()
                    .contains("虚构样例旧公司", "虚构样例更早公司", "虚构样例新公司", "91340403MA8TETX11X", "登记信息尚未归集", "100万元")
                    .contains("行政处罚", "3 条", "行政许可", "1,200 条", "样例名单", "淮南市")
                    .contains("data-label=\"被并入的代码（原代码）\"", "data-label=\"存续的代码（现代码）\"").doesNotContain("??");
        }
        API.verify(2, getRequestedFor(urlPathEqualTo(MERGES + "/comparison")).withQueryParam("subject", equalTo(OLD))
                .withQueryParam("into", equalTo(NOW)).withHeader("Credit-Purpose", equalTo("%E4%B8%80%E4%BD%93%E5%A4%9A%E7%A0%81%E6%A0%B8%E5%AE%9E")));
    }

    @Test
    void aProposalIsSentOnceHoweverOftenItIsPressedAndWhatIsWrongStandsAtItsField() {
        takes(MERGES, "{\"subject\":\"" + OLD + "\"}");
        assertThat(send(CITY, "/workbench/merges", "key", "k-1", "subject", " " + OLD, "into", NOW, "reason", "换发代码", "evidence", ""))
                .hasStatus(302).hasRedirectedUrl("/workbench/merges/" + OLD);
        API.verify(postRequestedFor(urlPathEqualTo(MERGES)).withHeader("Idempotency-Key", equalTo("k-1")).withHeader("If-Match", absent())
                .withRequestBody(equalToJson("{\"subject\":\"%s\",\"into\":\"%s\",\"reason\":\"换发代码\"}".formatted(OLD, NOW))));
        refusesPost(MERGES, problem(422, "请求内容有误", "into", "没有主体 X", "reason", "请填写合并理由"));
        assertThat(send(CITY, "/workbench/merges", "key", "k-1", "subject", OLD, "into", "X", "reason", "", "evidence", "证明<1>"))
                .hasStatusOk().bodyText().contains("未能办理", "请求内容有误", "<em class=\"wrong\">没有主体 X</em>",
                        "<em class=\"wrong\">请填写合并理由</em>", "证明&lt;1&gt;</textarea>", "value=\"" + OLD + "\"")
                .doesNotContain("value=\"k-1\"");
    }

    @Test
    void anotherPersonApprovesWhatWasReadAndTheProposerHasNoButton() {
        assertThat(read(ZHANG, "/workbench/merges/" + OLD)).bodyText().contains("这是您提出的", "登记机关证明1号").doesNotContain("/approve\"");
        assertThat(read(CITY, "/workbench/merges/" + OLD)).bodyText().contains("由省级运营人员批准或驳回").doesNotContain("/approve\"");
        assertThat(read(LI, "/workbench/merges/" + OLD)).bodyText().contains("/approve\"", "value=\"&quot;3&quot;\"");
        takes(ONE + "/approve", "{}");
        assertThat(send(LI, "/workbench/merges/" + OLD + "/approve", "key", "k", "tag", "\"3\"", "reason", ""))
                .hasStatus(302).hasRedirectedUrl("/workbench/merges/" + OLD);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/approve")).withHeader("If-Match", equalTo("\"3\""))
                .withHeader("Idempotency-Key", equalTo("k")).withHeader("Authorization", matching("Bearer e30.*")));
    }

    @Test
    void aRefusalNeedsItsReasonAndWhatSomebodyElseChangedMeanwhileIsSaid() {
        refusesPost(ONE + "/reject", problem(422, "请求内容有误", "reason", "请填写理由"));
        assertThat(send(LI, "/workbench/merges/" + OLD + "/reject", "tag", "\"3\"", "reason", "")).hasStatusOk().bodyText()
                .contains("<em class=\"wrong\">请填写理由</em>", "合并涉及的内容");
        refusesPost(ONE + "/reject", problem(412, "内容已被他人修改"));
        assertThat(send(LI, "/workbench/merges/" + OLD + "/reject", "tag", "\"2\"", "reason", "证据不足")).hasStatusOk().bodyText()
                .contains("内容已被他人修改", "证据不足</textarea>", "value=\"&quot;3&quot;\"");
        refusesPost(ONE + "/reject", problem(503, ""));
        assertThat(send(LI, "/workbench/merges/" + OLD + "/reject", "tag", "\"3\"", "reason", "x")).hasStatus(503);
    }

    @Test
    void aMergerInEffectCanBeUndoneByTwo() {
        merge("EFFECTIVE", ",{\"act\":\"APPROVE\",\"actor\":\"province-li\",\"at\":\"2026-11-21T09:00:00+08:00\"}");
        assertThat(read(CITY, "/workbench/merges/" + OLD)).bodyText().contains("已合并", "批准合并", "提出撤销合并").doesNotContain("/approve\"");
        takes(ONE + "/undo", "{}");
        assertThat(send(CITY, "/workbench/merges/" + OLD + "/undo", "tag", "\"3\"", "reason", "两家企业")).hasStatus(302);
        API.verify(postRequestedFor(urlPathEqualTo(ONE + "/undo")).withRequestBody(equalToJson("{\"reason\":\"两家企业\"}")));
        merge("UNDO_PROPOSED", ",{\"act\":\"PROPOSE_UNDO\",\"actor\":\"province-li\",\"at\":\"2026-11-21T09:00:00+08:00\"}");
        assertThat(read(LI, "/workbench/merges/" + OLD)).bodyText().contains("这是您提出的").doesNotContain("/approve\"");
        assertThat(read(ZHANG, "/workbench/merges/" + OLD)).bodyText().contains("/approve\"", "恢复为两个主体");
    }

    @Test
    void aCityThatMayNotSeeTheOtherSideSeesTheMergerAndWhy() {
        API.stubFor(get(urlPathEqualTo(MERGES + "/comparison")).willReturn(problem(422, "请求内容有误", "into", "不在您的行政区划内")));
        assertThat(read(CITY, "/workbench/merges/" + OLD)).hasStatusOk().bodyText().contains("不在您的行政区划内", "换发代码");
    }
}
