package cn.publiccredit.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oauth2Client;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PagesTests extends PortalFixture {

    private static final Person CLERK = Person.of("dept-zhao", "department-user");
    private static final Person CITY = Person.of("city-340400", "city-operator");
    /** Of another organisation than supplied the batch. */
    private static final Person ELSEWHERE = Person.elsewhere("province-li", "province-operator");

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
    void theCodeOfAMergedSubjectLeadsToThePageOfTheOneThatStandsForItWhichNamesIt() {
        String merged = """
                {"uscc":"91340403MA8TETN0WX","name":"虚构样例新公司","kind":"ORGANISATION","formerIds":["91340403MA8TETT918"],
                 "counts":{},"asOf":"2026-11-22T01:02:03Z"}""";
        answers("/api/subject/v1/public/subjects/91340403MA8TETT918", merged);
        answers("/api/subject/v1/public/subjects/91340403MA8TETN0WX", merged);
        assertThat(pages.get().uri("/subjects/91340403MA8TETT918").exchange())
                .hasStatus(302).hasRedirectedUrl("/subjects/91340403MA8TETN0WX");
        assertThat(page("/subjects/91340403MA8TETN0WX")).contains("虚构样例新公司", "合并前的其他代码", "91340403MA8TETT918");
        API.verify(getRequestedFor(urlPathEqualTo("/api/listing/v1/public/entries"))
                .withQueryParam("subject", equalTo("91340403MA8TETN0WX")));
    }

    @Test
    void aRecordHasAPageOfItsOwn() {
        assertThat(page("/records/r1")).contains("违法事实", "2029-01-05");
    }

    @Test
    void aSubjectsEntriesAndRepairsAreAllShownHoweverManyPagesTheyTake() {
        String entry = """
                {"id":"e%1$d","kind":"BLACK","listName":"样例名单%1$d","reasons":"x","publishedAt":"2026-11-01T09:00:00+08:00"}""";
        onTwoPages("/api/listing/v1/public/entries", entry.formatted(1), entry.formatted(2));
        onTwoPages("/api/repair/v1/public/decisions", "{\"number\":\"样例修复1号\"}", "{\"number\":\"样例修复2号\"}");
        assertThat(page("/subjects/91340403MA8TETT918"))
                .contains("样例名单1", "样例名单2", "样例修复1号", "样例修复2号", "<b>2</b>");
    }

    private static void onTwoPages(String path, String first, String second) {
        answers(path, "{\"items\":[" + first + "],\"next\":\"p2\"}");
        API.stubFor(get(urlPathEqualTo(path)).withQueryParam("after", equalTo("p2"))
                .willReturn(okJson("{\"items\":[" + second + "],\"next\":null}")));
    }

    @Test
    void searchWordsReachTheApiAsTheyWereTyped() {
        assertThat(pages.get().uri("/search?q={q}", "50% 样例&甲+乙").exchange()).hasStatusOk();
        API.verify(getRequestedFor(urlPathEqualTo("/api/subject/v1/public/subjects")).withQueryParam("q", equalTo("50% 样例&甲+乙")));
    }

    @Test
    void aSearchThatListsOnlyBeginningsSaysSo() {
        answers("/api/subject/v1/public/subjects", """
                {"items":[{"uscc":"91340403MA8TETT918","name":"虚构样例公司","kind":"ORGANISATION","division":null}],
                 "next":null,"onlyBeginnings":true}""");
        assertThat(page("/search?q=样例")).contains("虚构样例公司", "只列出以此开头的");
        answers("/api/subject/v1/public/subjects", "{\"items\":[],\"next\":null}");
        assertThat(page("/search?q=样例")).doesNotContain("只列出以此开头的");
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
    void aFileThatComesAsItIsIsPassedOnAndAnsweredForTheScript() {
        API.stubFor(post(urlPathEqualTo("/api/subject/v1/batches")).willReturn(aResponse().withStatus(202)
                .withHeader("Content-Type", "application/json").withBody("{\"id\":\"b7\"}")));
        MvcTestResult taken = raw();
        assertThat(taken).hasStatusOk().bodyText().contains("/workbench/batches/b7");
        var sent = API.getAllServeEvents().stream().filter(e -> e.getRequest().getMethod().getName().equals("POST"))
                .findFirst().orElseThrow().getRequest();
        assertThat(sent.getHeader("Content-Disposition")).contains("%E5%A4%84%E7%BD%9A.csv");
        assertThat(sent.queryParameter("item").firstValue()).isEqualTo("CF");
        assertThat(sent.getBodyAsString()).isEqualTo("a,b\n");
        API.stubFor(post(urlPathEqualTo("/api/subject/v1/batches")).willReturn(aResponse().withStatus(422)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":422,\"code\":\"subject.batch.unknown-item\",\"detail\":\"目录中没有信用条目 ZZ\"}")));
        assertThat(raw()).hasStatusOk().bodyText().contains("refusal", "目录中没有信用条目 ZZ");
        assertThat(pages.post().uri("/workbench/batches?item=CF&name=a.csv").contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(new byte[1]).with(oidcLogin()).exchange()).as("without the form's token").hasStatus(403);
    }

    private MvcTestResult raw() {
        return pages.post().uri("/workbench/batches?item=CF&name={name}", "处罚.csv").contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content("a,b\n".getBytes(StandardCharsets.UTF_8)).with(oidcLogin()).with(oauth2Client("keycloak"))
                .with(csrf()).exchange();
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

    private static final String WITH_REJECTS = """
            {"id":"b1","item":"CF","state":"%s","fileName":"处罚.csv","source":{"uscc":"12340400MB0000001X","name":"虚构样例局","division":"340400"},
             "counts":{"received":3,"rejected":3},"warnings":[],"progress":{"done":3,"total":3},"submittedAt":"2026-11-22T01:02:03Z",
             "queue":%s,"failure":null,"fileDeletedAt":%s}""";

    @Test
    void rejectsAreTheSourcesOwnAndAnOperatorSaysWhatForAndGetsThemMasked() {
        answers("/api/subject/v1/batches/b1", WITH_REJECTS.formatted("DONE", "null", "null"));
        answers("/api/subject/v1/batches/b1/rejects/summary", "{\"rejected\":3,\"rules\":[]}");
        assertThat(read(CLERK, "/workbench/batches/b1")).hasStatusOk().bodyText()
                .contains("href=\"/workbench/batches/b1/rejects\"", "改正后可直接再次上传").doesNotContain("name=\"purpose\"", "??");
        assertThat(read(ELSEWHERE, "/workbench/batches/b1")).hasStatusOk().bodyText()
                .contains("name=\"purpose\"", "name=\"format\" value=\"xlsx\"", "不能直接再次上传").doesNotContain("href=\"/workbench/batches/b1/rejects", "??");
        String rejects = "/api/subject/v1/batches/b1/rejects";
        API.stubFor(get(urlPathEqualTo(rejects)).willReturn(aResponse().withBody("行号,错误说明").withHeader("Content-Type", "text/csv;charset=UTF-8")
                .withHeader("Content-Disposition", "attachment; filename=\"m.csv\"")));
        MvcTestResult file = send(ELSEWHERE, "/workbench/batches/b1/rejects", "purpose", "数据质量核查", "charset", "UTF-8");
        assertThat(file).hasStatusOk().headers().hasValue("Content-Disposition", "attachment; filename=\"m.csv\"");
        assertThat(file).bodyText().isEqualTo("行号,错误说明");
        API.verify(getRequestedFor(urlPathEqualTo(rejects)).withQueryParam("charset", equalTo("UTF-8")).withQueryParam("format", equalTo("csv"))
                .withHeader("Credit-Purpose", equalTo("%E6%95%B0%E6%8D%AE%E8%B4%A8%E9%87%8F%E6%A0%B8%E6%9F%A5")));
        API.stubFor(get(urlPathEqualTo(rejects)).willReturn(problem(422, "请求内容有误", "purpose", "查询用途不能超过 200 个字")));
        assertThat(send(ELSEWHERE, "/workbench/batches/b1/rejects", "purpose", "很长的用途", "format", "xlsx")).hasStatusOk().bodyText()
                .contains("<em class=\"wrong\">查询用途不能超过 200 个字</em>", "value=\"很长的用途\"");
    }

    @Test
    void ofABatchWhoseFileWasDeletedTheCountsRemain() {
        answers("/api/subject/v1/batches/b1", WITH_REJECTS.formatted("DONE", "null", "\"2026-11-20T01:02:03Z\""));
        API.stubFor(get(urlPathEqualTo("/api/subject/v1/batches/b1/rejects/summary")).willReturn(problem(410, "已删除")));
        assertThat(read(CLERK, "/workbench/batches/b1")).hasStatusOk().bodyText().contains("于 2026-11-20 09:02 删除").doesNotContain("/rejects\"", "??");
    }

    @Test
    void theListSaysWhatABatchWaitsFor() {
        for (String reason : Enumerated.found("collection/BatchViews", "new Waiting\\([^,]+, \"([a-z-]+)\"")) {
            answers("/api/subject/v1/batches", "{\"items\":[" + WITH_REJECTS.formatted("RECEIVED",
                    "{\"position\":7,\"reason\":\"" + reason + "\",\"message\":\"x\"}", "null") + "],\"next\":null}");
            assertThat(read(CLERK, "/workbench?lang=en")).hasStatusOk().bodyText().contains("Waiting").doesNotContain("??");
        }
        answers("/api/subject/v1/batches", "{\"items\":[" + WITH_REJECTS.formatted("RECEIVED",
                "{\"position\":0,\"reason\":\"workers-busy\",\"message\":\"x\"}", "null") + "],\"next\":null}");
        assertThat(read(CLERK, "/workbench?lang=zh-CN")).bodyText().contains("处理线程正忙");
    }

    @Test
    void cancellingAsksTheApiAndComesBackToTheBatch() {
        MvcTestResult sent = pages.post().uri("/workbench/batches/b1/cancel").with(csrf()).with(oidcLogin())
                .with(oauth2Client("keycloak")).exchange();
        assertThat(sent).hasStatus(302).hasRedirectedUrl("/workbench/batches/b1");
        API.verify(postRequestedFor(urlPathEqualTo("/api/subject/v1/batches/b1/cancel")).withHeader("If-Match", equalTo("*"))
                .withHeader("Authorization", equalTo("Bearer access-token")));
    }

    private static final String CODE_CASE = """
            {"id":"c1","kind":"ONE_CODE_TWO_NAMES","codes":["91340403MA8TETT918"],"names":["虚构样例甲公司","虚构样例乙公司"],
             "divisions":["340400"],"sources":["s"],"state":"%s","assignee":"city-340400","openedAt":"2026-11-20T01:00:00Z",
             "lastSeen":"2026-11-21T01:00:00Z","history":[{"state":"IN_WORK","actor":"city-340400","at":"2026-11-21T02:00:00Z"}],"version":3}""";

    @Test
    void anOperatorSeesDoubtfulCodesAndWhereTheyWereFound() {
        answers("/api/subject/v1/governance/codes", "{\"items\":[" + CODE_CASE.formatted("OPEN") + "],\"next\":\"more\"}");
        assertThat(asOperator("/workbench/codes?kind=ONE_CODE_TWO_NAMES")).hasStatusOk().bodyText()
                .contains("一码多名", "虚构样例乙公司", "淮南市", "待办", "下一页");
        API.verify(getRequestedFor(urlPathEqualTo("/api/subject/v1/governance/codes"))
                .withQueryParam("kind", equalTo("ONE_CODE_TWO_NAMES")).withQueryParam("state", equalTo("OPEN")));
        asOperator("/workbench/codes?state=");
        API.verify(getRequestedFor(urlPathEqualTo("/api/subject/v1/governance/codes")).withQueryParam("state", equalTo("")));
        answers("/api/subject/v1/governance/codes/c1", "{\"codeCase\":" + CODE_CASE.formatted("IN_WORK")
                + ",\"count\":1200,\"rows\":[{\"batch\":\"b1\",\"row\":7,\"item\":\"CF\",\"source\":\"s\",\"sourceName\":\"虚构样例局\",\"name\":\"虚构样例乙公司\"}]}");
        assertThat(read(CITY, "/workbench/codes/c1")).hasStatusOk().bodyText()
                .contains("1,200", "虚构样例局", "/workbench/batches/b1", "办结", "办理经过").doesNotContain("重新打开", "领办后");
    }

    @Test
    void aDepartmentLooksAtTheDoubtfulCodesOfItsOwnDataAndSettlesNone() {
        answers("/api/subject/v1/governance/codes", "{\"items\":[" + CODE_CASE.formatted("OPEN") + "],\"next\":null}");
        answers("/api/subject/v1/governance/codes/c1", "{\"codeCase\":" + CODE_CASE.formatted("IN_WORK")
                + ",\"count\":1,\"rows\":[{\"batch\":\"b1\",\"row\":7,\"item\":\"CF\",\"source\":\"s\",\"sourceName\":\"虚构样例局\",\"name\":\"虚构样例乙公司\"}]}");
        assertThat(read(CLERK, "/workbench/codes")).hasStatusOk().bodyText().contains("虚构样例乙公司", "本单位报送的数据中的问题").doesNotContain("??");
        assertThat(read(CLERK, "/workbench/codes/c1")).hasStatusOk().bodyText().contains("虚构样例乙公司", "/workbench/batches/b1", "办理经过", "本单位报送的数据中的问题")
                .doesNotContain("<textarea", "/take\"", "/resolve\"", "/dismiss\"", "??");
        assertThat(read(CITY, "/workbench/codes?lang=en")).bodyText().doesNotContain("your organisation supplied", "??");
    }

    @Test
    void whatIsDoneAboutACodeCarriesTheVersionThatWasReadAndARefusalKeepsWhatWasWritten() {
        answers("/api/subject/v1/governance/codes/c1", "{\"codeCase\":" + CODE_CASE.formatted("IN_WORK") + ",\"count\":1,\"rows\":[]}");
        API.stubFor(post(urlPathEqualTo("/api/subject/v1/governance/codes/c1/resolve")).willReturn(okJson("{}")));
        MvcTestResult done = pages.post().uri("/workbench/codes/c1/resolve").param("version", "3").param("reason", "已更正")
                .with(csrf()).with(oidcLogin()).with(oauth2Client("keycloak")).exchange();
        assertThat(done).hasStatus(302).hasRedirectedUrl("/workbench/codes/c1");
        API.verify(postRequestedFor(urlPathEqualTo("/api/subject/v1/governance/codes/c1/resolve"))
                .withHeader("If-Match", equalTo("\"3\"")).withRequestBody(equalToJson("{\"reason\":\"已更正\"}")));
        API.stubFor(post(urlPathEqualTo("/api/subject/v1/governance/codes/c1/resolve")).willReturn(aResponse().withStatus(412)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\":412,\"code\":\"request.stale\",\"detail\":\"内容已被他人修改\"}")));
        MvcTestResult stale = send(CITY, "/workbench/codes/c1/resolve", "version", "2", "reason", "已核实更正");
        assertThat(stale).hasStatusOk().bodyText().contains("内容已被他人修改", "已核实更正</textarea>");
    }

    @Test
    void aClerkWhoMayNotGovernCodesIsToldWhoDoes() {
        API.stubFor(get(urlPathEqualTo("/api/subject/v1/governance/codes")).willReturn(aResponse().withStatus(403)
                .withHeader("Content-Type", "application/problem+json").withBody("{\"status\":403,\"code\":\"request.forbidden\"}")));
        assertThat(asOperator("/workbench/codes")).hasStatusOk().bodyText().contains("代码治理由省、市运营人员办理").doesNotContain("<table>");
    }

    @Test
    void theCircularIsShownAndPassedOnForPrintingWithItsOwnContentPolicy() {
        answers("/api/subject/v1/statistics/collection", """
                {"month":"2026-11","provisional":true,"drawnAt":"2026-11-22T10:00:00+08:00",
                 "total":{"received":100,"accepted":90,"updated":0,"duplicate":4,"rejected":6,"compliance":0.94,"timeliness":null,"coverage":0.0189},
                 "whose":"安徽省","silentSources":7,
                 "cities":[{"division":"340400","figures":{"received":100,"rejected":6}},{"division":"341300","figures":{"received":0}}],
                 "sources":[{"source":"s","sourceName":"虚构样例局","division":"340400","figures":{"received":100,"rejected":6,"compliance":0.94}}],
                 "rows":[{"source":"s","sourceName":"虚构样例局","division":"340400","item":"CF","itemName":"行政处罚","figures":{"received":100}}]}""");
        assertThat(asOperator("/workbench/circular")).hasStatusOk().bodyText()
                .contains("本月尚未结束，数据截至 2026-11-22 10:00", "94.00%", "1.89%", "—", "虚构样例局", "淮南市", "行政处罚")
                .contains("安徽省</small>", "7 个来源单位本月没有报送（零报送）", "各市（含所属县区", "341300");
        API.stubFor(get(urlPathEqualTo("/api/subject/v1/statistics/collection")).withQueryParam("format", equalTo("html"))
                .willReturn(aResponse().withBody("<html>通报").withHeader("Content-Type", "text/html;charset=UTF-8")
                        .withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")));
        MvcTestResult printed = asOperator("/workbench/circular/page?month=2026-10");
        assertThat(printed).hasStatusOk().headers()
                .hasValue("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        API.verify(getRequestedFor(urlPathEqualTo("/api/subject/v1/statistics/collection"))
                .withQueryParam("month", equalTo("2026-10")).withQueryParam("format", equalTo("html")));
    }

    @Test
    void publicCommitmentsAreThereForAnybody() {
        answers("/api/subject/v1/public/commitments", """
                {"items":[{"subject":"91340403MA8TETT918","subjectName":"虚构样例公司","templateName":"证明事项告知承诺书","matter":"样例许可",
                 "authority":"虚构样例局","number":"CN1","madeOn":"2026-11-01","text":"本单位承诺……","state":"BROKEN","stateName":"违背承诺"}],"next":null}""");
        assertThat(page("/commitments?subject=91340403MA8TETT918"))
                .contains("虚构样例公司", "证明事项告知承诺书", "违背承诺", "本单位承诺", "长期");
    }

    @Test
    void aForgedUploadWithoutTheFormsTokenIsRefused() {
        assertThat(pages.post().uri("/workbench/batches").multipart()
                .file(new MockMultipartFile("file", new byte[1])).param("item", "CF").with(oidcLogin()).exchange()).hasStatus(403);
    }
}
