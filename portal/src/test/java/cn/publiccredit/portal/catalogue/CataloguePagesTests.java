package cn.publiccredit.portal.catalogue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oauth2Client;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import cn.publiccredit.portal.PortalFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue in the workbench, with content as it is shipped. */
class CataloguePagesTests extends PortalFixture {

    private static final String CF = "/api/catalog/v1/items/CF";
    private static final Person EDITOR = Person.of("editor-zhang", "catalog-editor");
    private static final Person APPROVER = Person.of("approver-wang", "catalog-approver");
    private static final Person BOTH = Person.of("expert-sun", "catalog-editor", "catalog-approver");

    @BeforeEach
    void theCatalogueHasAnItemInOneVersion() {
        tagged(CF, Shipped.piece("items", "CF").toString(), "\"tag-1\"");
        answers(CF + "/versions", """
                {"items":[{"version":1,"status":"PUBLISHED","edition":"national-2024","effectiveFrom":"2026-04-01","effectiveTo":null,
                 "events":[{"action":"PUBLISHED","by":"approver-wang","at":"2026-11-01T01:00:00Z","note":"首次发布"}]}],"next":null}""");
        refuses(CF + "/draft", 404);
        refuses(CF + "/retirement", 404);
        answers("/api/catalog/v1/editions", "{\"items\":[{\"code\":\"national-2024\",\"content\":{\"items\":53}}],\"next\":null}");
    }

    private static void refuses(String path, int status) {
        API.stubFor(get(urlPathEqualTo(path)).willReturn(problem(status, "无")));
    }

    private MvcTestResult sent(String path, String... form) {
        return send(APPROVER, "/workbench/catalogue" + path, form);
    }

    @Test
    void theOverviewShowsEveryKindAndWhatWaitsForASecondPerson() {
        answers("/api/catalog/v1/drafts", """
                {"items":[{"kind":"lists","code":"tax-a","version":2,"status":"DRAFT","effectiveFrom":"2026-12-01","editors":["editor-zhang"],
                 "changedAt":"2026-11-22T01:00:00Z"}],"next":null}""");
        answers("/api/catalog/v1/retirements", """
                {"items":[{"kind":"matters","code":"OLD","version":1,"from":null,"reason":"不再使用","proposedBy":"editor-li",
                 "proposedAt":"2026-11-22T01:00:00Z"}],"next":null}""");
        assertThat(asOperator("/workbench/catalogue")).hasStatusOk().bodyText()
                .contains("项目目录", "代码集", "来源单位", "名单", "奖惩措施", "综合评价模型", "national-2024", "待核实（凭记忆）")
                .contains("editor-zhang", "/workbench/catalogue/lists/tax-a/draft", "不再使用", "editor-li", "审定当日");
    }

    @Test
    void whoDoesNotWorkOnTheCatalogueReadsItAndSeesNoDrafts() {
        refuses("/api/catalog/v1/drafts", 403);
        refuses("/api/catalog/v1/retirements", 403);
        refuses(CF + "/draft", 403);
        refuses(CF + "/retirement", 403);
        assertThat(asOperator("/workbench/catalogue")).hasStatusOk().bodyText().contains("项目目录").doesNotContain("待审定的草稿", "整版导入");
        assertThat(asOperator("/workbench/catalogue/items/CF")).hasStatusOk().bodyText().contains("行政处罚").doesNotContain("提出停用");
    }

    @Test
    void withoutALoginThereIsNoDesk() {
        assertThat(pages.get().uri("/workbench/catalogue").exchange()).hasStatus(302);
    }

    @Test
    void aKindIsListedAsItIsInForceOnTheDay() {
        answers("/api/catalog/v1/lists", "{\"items\":[" + Shipped.piece("lists", "national") + "],\"next\":\"more\"}");
        assertThat(asOperator("/workbench/catalogue/lists?asOf=2026-05-01")).hasStatusOk().bodyText()
                .contains("失信被执行人", "已发布", "2024-02-18", "长期有效", "待核实（凭记忆）", "after=more")
                .contains("/workbench/catalogue/lists/judgment-debtor?asOf=2026-05-01");
        API.verify(getRequestedFor(urlPathEqualTo("/api/catalog/v1/lists")).withQueryParam("asOf", equalTo("2026-05-01"))
                .withHeader("Authorization", equalTo("Bearer access-token")));
        answers("/api/catalog/v1/repair-rules", Shipped.piece("repair-rules", "national").toString());
        assertThat(asOperator("/workbench/catalogue/repair-rules")).hasStatusOk().bodyText()
                .contains("/workbench/catalogue/repair-rules/national");
        answers("/api/catalog/v1/code-sets", "{\"items\":[" + Shipped.piece("code-sets", "divisions") + "],\"next\":null}");
        assertThat(asOperator("/workbench/catalogue/code-sets")).hasStatusOk().bodyText()
                .contains("安徽省行政区划", "/workbench/catalogue/code-sets/divisions");
    }

    @Test
    void aPieceShowsItsColumnsItsRulesTheirSourcesAndWhatWasNotSeenInPrint() {
        assertThat(read(EDITOR, "/workbench/catalogue/items/CF")).hasStatusOk().bodyText()
                .contains("行政处罚", "CF_XDR_SHXYM", "个体工商户暂无代码的填17个0加X", "不显示", "国家发展改革委令第36号")
                .contains("class=\"tag mark-MEMORY\">待核实（凭记忆）", "class=\"tag mark-PROVINCE\">待省级确定", "处凭记忆写入")
                .contains("approver-wang", "首次发布", "第 1 版", "提出停用", "value=\"&quot;tag-1")
                .doesNotContain("[M]", "[memory]", "??");
    }

    @Test
    void everyKindHasAPage() {
        for (String[] piece : new String[][] {{"lists", "national", "judgment-debtor"}, {"measures", "national", "M01"},
                {"masks", "national", "NAME"}, {"code-sets", "divisions", "divisions"}, {"calendars", "2026", "2026"},
                {"matters", "shipped", "LOAN"}, {"repair-rules", "national", "national"},
                {"commitment-templates", "national", "voluntary"}, {"report-templates", "enterprise-full", "enterprise-full"},
                {"evaluation-models", "enterprise", "enterprise"}}) {
            String path = "/api/catalog/v1/" + piece[0] + "/" + piece[2];
            tagged(path, Shipped.piece(piece[0], piece[1]).toString(), "\"t\"");
            refuses(path + "/draft", 404);
            refuses(path + "/retirement", 404);
            assertThat(asOperator("/workbench/catalogue/" + piece[0] + "/" + piece[2])).as(piece[0]).hasStatusOk().bodyText()
                    .contains("出处标记").doesNotContain("[memory]", "[M]", "??");
            assertThat(asOperator("/workbench/catalogue/" + piece[0] + "/" + piece[2] + "?lang=en")).as(piece[0]).hasStatusOk()
                    .bodyText().contains("Marks in sources").doesNotContain("??");
        }
    }

    @Test
    void anEarlierVersionAndAnotherDayCanBeRead() {
        API.stubFor(get(urlPathEqualTo(CF + "/versions/1")).willReturn(okJson(Shipped.piece("items", "CF").toString())));
        assertThat(asOperator("/workbench/catalogue/items/CF?version=1")).hasStatusOk();
        API.verify(getRequestedFor(urlPathEqualTo(CF + "/versions/1")));
        asOperator("/workbench/catalogue/items/CF?asOf=2026-05-01");
        API.verify(getRequestedFor(urlPathEqualTo(CF)).withQueryParam("asOf", equalTo("2026-05-01")));
    }

    @Test
    void whatTwoVersionsDifferInReadsAsWords() {
        answers(CF + "/diff", """
                {"differences":[{"path":"columns/CF_NR/maxLength","change":"CHANGED","from":2000,"to":4000},
                 {"path":"columns/NEU","change":"ADDED","to":{"code":"NEU","name":"<b>新列</b>"}}]}""");
        assertThat(asOperator("/workbench/catalogue/items/CF/diff?from=1&to=2")).hasStatusOk().bodyText()
                .contains("数据列 › CF_NR › 最大长度", "<del>2000</del>", "<ins>4000</ins>", "新增", "名称：&lt;b&gt;新列&lt;/b&gt;");
    }

    private static void theresADraft() {
        theresADraft("");
    }

    private static void theresADraft(String moreEvents) {
        ObjectNode draft = ((ObjectNode) Shipped.piece("items", "CF")).put("status", "DRAFT").put("version", 2);
        tagged(CF + "/draft", draft.toString(), "\"2-draft\"");
        answers(CF + "/versions", """
                {"items":[{"version":1,"status":"PUBLISHED","edition":"national-2024","effectiveFrom":"2026-04-01","effectiveTo":null,"events":[]},
                 {"version":2,"status":"DRAFT","edition":"national-2024","effectiveFrom":"2026-12-01","effectiveTo":null,
                  "events":[{"action":"OPENED","by":"editor-zhang","at":"2026-11-20T01:00:00Z"},
                   {"action":"CHANGED","by":"expert-sun","at":"2026-11-20T02:00:00Z"}%s]}],"next":null}""".formatted(moreEvents));
        answers(CF + "/diff", "{\"differences\":[{\"path\":\"name\",\"change\":\"CHANGED\",\"from\":\"行政处罚\",\"to\":\"行政处罚决定\"}]}");
    }

    @Test
    void aDraftIsShownWithItsChangesAndPublishedAsItWasRead() {
        theresADraft();
        assertThat(asOperator("/workbench/catalogue/items/CF")).hasStatusOk().bodyText().contains("第 2 版草稿待审定");
        assertThat(read(APPROVER, "/workbench/catalogue/items/CF/draft")).hasStatusOk().bodyText()
                .contains("与现行第 1 版相比的变化", "<ins>行政处罚决定</ins>", "同意发布", "编辑或提出的人不能自己审定", "草稿");
        API.stubFor(post(urlPathEqualTo(CF + "/publish")).willReturn(okJson("{}")));
        assertThat(sent("/items/CF/draft/publish", "tag", "\"2-draft\"", "reason", "同意")).hasStatus(302)
                .hasRedirectedUrl("/workbench/catalogue/items/CF");
        API.verify(postRequestedFor(urlPathEqualTo(CF + "/publish")).withHeader("If-Match", equalTo("\"2-draft\""))
                .withHeader("Authorization", matching("Bearer e30.*")).withRequestBody(equalToJson("{\"reason\":\"同意\"}")));
    }

    @Test
    void aRefusalOfTheCatalogueIsShownInItsWordsAndKeepsWhatWasWritten() {
        theresADraft();
        API.stubFor(post(urlPathEqualTo(CF + "/publish")).willReturn(problem(409, "编辑 items/CF 的人员不能审定")));
        assertThat(sent("/items/CF/draft/publish", "tag", "\"2-draft\"", "reason", "我自己看过了")).hasStatusOk().bodyText()
                .contains("编辑 items/CF 的人员不能审定", "我自己看过了</textarea>");
        API.stubFor(post(urlPathEqualTo(CF + "/publish")).willReturn(aResponse().withStatus(503)));
        assertThat(sent("/items/CF/draft/publish", "tag", "\"2-draft\"")).hasStatus(503);
    }

    @Test
    void onlyWhoMayHasTheButtonsAndNobodyDecidesAboutWhatHeEdited() {
        theresADraft();
        assertThat(read(APPROVER, "/workbench/catalogue/items/CF/draft")).bodyText().contains("/draft/publish\"", "/draft/refuse\"")
                .doesNotContain("/draft/discard\"", "/edit\"");
        assertThat(read(EDITOR, "/workbench/catalogue/items/CF/draft")).bodyText().contains("/draft/discard\"", "/edit\"")
                .doesNotContain("/draft/publish\"", "/draft/refuse\"");
        assertThat(read(BOTH, "/workbench/catalogue/items/CF/draft")).bodyText().as("who edited it").contains("/edit\"")
                .doesNotContain("/draft/publish\"", "/draft/refuse\"");
        assertThat(read(Person.of("province", "province-operator"), "/workbench/catalogue/items/CF/draft")).bodyText()
                .contains("editor-zhang").doesNotContain("/draft/publish\"", "/draft/discard\"", "/edit\"");
        assertThat(read(APPROVER, "/workbench/catalogue/items")).bodyText().doesNotContain("/items/new");
        assertThat(read(APPROVER, "/workbench/catalogue/imports")).bodyText().doesNotContain("上传整版文件");
        assertThat(read(EDITOR, "/workbench/catalogue/items")).bodyText().contains("/items/new");
    }

    @Test
    void aDraftIsRefusedWithAReasonThatItsEditorsAreShown() {
        theresADraft();
        refusesPost(CF + "/draft/refuse", problem(422, "请求内容有误", "reason", "退回草稿必须说明理由"));
        assertThat(sent("/items/CF/draft/refuse", "tag", "\"2-draft\"", "reason", "")).hasStatusOk().bodyText()
                .contains("<em class=\"wrong\">退回草稿必须说明理由</em>");
        takes(CF + "/draft/refuse", "{}");
        assertThat(sent("/items/CF/draft/refuse", "key", "k", "tag", "\"2-draft\"", "reason", "条文不对")).hasStatus(302)
                .hasRedirectedUrl("/workbench/catalogue/items/CF/draft");
        API.verify(postRequestedFor(urlPathEqualTo(CF + "/draft/refuse")).withHeader("If-Match", equalTo("\"2-draft\""))
                .withHeader("Idempotency-Key", equalTo("k")).withRequestBody(equalToJson("{\"reason\":\"条文不对\"}")));

        theresADraft(",{\"action\":\"REFUSED\",\"by\":\"approver-wang\",\"at\":\"2026-11-21T01:00:00Z\",\"note\":\"条文<不对>\"}");
        assertThat(read(EDITOR, "/workbench/catalogue/items/CF/draft")).hasStatusOk().bodyText()
                .contains("approver-wang 于 2026-11-21 09:00 退回", "条文&lt;不对&gt;").doesNotContain("??");
        assertThat(read(APPROVER, "/workbench/catalogue/items/CF/draft")).bodyText().as("until it is changed").doesNotContain("/draft/publish\"");
        answers("/api/catalog/v1/drafts", """
                {"items":[{"kind":"items","code":"CF","version":2,"status":"DRAFT","effectiveFrom":"2026-12-01","editors":["editor-zhang"],
                 "changedAt":"2026-11-22T01:00:00Z","refusal":{"reason":"条文不对","by":"approver-wang","at":"2026-11-22T02:00:00Z"}}],"next":null}""");
        assertThat(read(EDITOR, "/workbench/catalogue")).bodyText().contains("已退回", "条文不对", "approver-wang");
    }

    @Test
    void anEditorTakesADraftBack() {
        theresADraft();
        API.stubFor(delete(urlPathEqualTo(CF + "/draft")).willReturn(aResponse().withStatus(204)));
        assertThat(send(EDITOR, "/workbench/catalogue/items/CF/draft/discard", "tag", "\"2-draft\"")).hasStatus(302).hasRedirectedUrl("/workbench/catalogue");
        API.verify(deleteRequestedFor(urlPathEqualTo(CF + "/draft")).withHeader("If-Match", equalTo("\"2-draft\"")));
    }

    @Test
    void aDraftIsWrittenAsTextOnTheVersionThatWasRead() {
        assertThat(read(EDITOR, "/workbench/catalogue/items/CF")).bodyText().contains("起草新版本");
        assertThat(read(EDITOR, "/workbench/catalogue/items/CF/edit")).hasStatusOk().bodyText()
                .contains("CF_XDR_SHXYM", "value=\"&quot;tag-1&quot;\"", "保存草稿").doesNotContain("&quot;status&quot;", "&quot;version&quot;", "??");
        assertThat(read(APPROVER, "/workbench/catalogue/items/CF/edit?lang=en")).bodyText().contains("written by the editors").doesNotContain("<textarea", "??");
        theresADraft();
        assertThat(read(EDITOR, "/workbench/catalogue/items/CF/edit")).bodyText().contains("value=\"&quot;2-draft&quot;\"");
        API.stubFor(put(urlPathEqualTo(CF + "/draft")).willReturn(okJson("{}")));
        assertThat(send(EDITOR, "/workbench/catalogue/items/CF/edit", "tag", "\"2-draft\"", "text", "{\"name\":\"行政处罚\"}")).hasStatus(302)
                .hasRedirectedUrl("/workbench/catalogue/items/CF/draft");
        API.verify(putRequestedFor(urlPathEqualTo(CF + "/draft")).withHeader("If-Match", equalTo("\"2-draft\""))
                .withHeader("Content-Type", equalTo("application/json")).withRequestBody(equalToJson("{\"name\":\"行政处罚\"}")));
    }

    @Test
    void everythingThatIsWrongWithADraftIsSaidAtItsLineAndNothingWrittenIsLost() {
        String text = "{\n  \"name\": \"\",\n  \"columns\": [\n    {\"code\": \"A\"},\n    {\"code\": \"b<\"}\n  ]\n}";
        API.stubFor(put(urlPathEqualTo(CF + "/draft")).willReturn(problem(422, "内容不符合目录规则，未保存。",
                "columns[1].code", "代码格式不对", "name", "不能为空白", "legalBasis", "字段 legalBasis 必填")));
        assertThat(send(EDITOR, "/workbench/catalogue/items/CF/edit", "tag", "\"old\"", "text", text)).hasStatusOk().bodyText()
                .contains("内容不符合目录规则", "{&quot;code&quot;: &quot;b&lt;&quot;}</code>", "代码格式不对", "字段 legalBasis 必填", "value=\"&quot;old&quot;\"")
                .containsSubsequence(">1</td>", "legalBasis", ">2</td>", "不能为空白", ">5</td>", "columns[1].code").doesNotContain("??");
        API.resetRequests();
        assertThat(send(EDITOR, "/workbench/catalogue/items/CF/edit", "tag", "\"old\"", "text", "{\n\"a\": 1,\n}")).hasStatusOk().bodyText()
                .contains("第 3 行起不是合法的 JSON", "&quot;a&quot;: 1,");
        API.verify(0, putRequestedFor(anyUrl()));
        API.stubFor(put(urlPathEqualTo(CF + "/draft")).willReturn(problem(412, "内容已被他人修改")));
        assertThat(send(EDITOR, "/workbench/catalogue/items/CF/edit", "tag", "\"old\"", "text", "{\"a\":1}")).bodyText()
                .contains("内容已被他人修改", "value=\"&quot;old&quot;\"");
    }

    @Test
    void aNewPieceIsOpenedOnce() {
        assertThat(read(EDITOR, "/workbench/catalogue/matters/new")).hasStatusOk().bodyText()
                .contains("&quot;code&quot;", "&quot;legalBasis&quot;").doesNotContain("??");
        API.stubFor(post(urlPathEqualTo("/api/catalog/v1/matters")).willReturn(okJson("{\"code\":\"NEU\",\"version\":1}").withStatus(201)));
        assertThat(send(EDITOR, "/workbench/catalogue/matters/new", "key", "k", "text", "{\"code\":\"NEU\"}")).hasStatus(302)
                .hasRedirectedUrl("/workbench/catalogue/matters/NEU/draft");
        API.verify(postRequestedFor(urlPathEqualTo("/api/catalog/v1/matters")).withHeader("Idempotency-Key", equalTo("k"))
                .withRequestBody(equalToJson("{\"code\":\"NEU\"}")));
    }

    @Test
    void aRetirementIsProposedByOneAndDecidedByAnother() {
        API.stubFor(post(urlPathEqualTo(CF + "/retirement")).willReturn(okJson("{}").withStatus(201)));
        assertThat(sent("/items/CF/retirement", "tag", "\"tag-1\"", "from", "2027-01-01", "reason", "并入其他项目")).hasStatus(302)
                .hasRedirectedUrl("/workbench/catalogue/items/CF");
        API.verify(postRequestedFor(urlPathEqualTo(CF + "/retirement")).withHeader("If-Match", equalTo("\"tag-1\""))
                .withRequestBody(equalToJson("{\"from\":\"2027-01-01\",\"reason\":\"并入其他项目\"}")));

        tagged(CF + "/retirement", """
                {"kind":"items","code":"CF","version":1,"from":"2027-01-01","reason":"并入其他项目","proposedBy":"editor-li",
                 "proposedAt":"2026-11-22T01:00:00Z"}""", "\"r-1\"");
        assertThat(read(Person.of("editor-li", "catalog-editor", "catalog-approver"), "/workbench/catalogue/items/CF")).bodyText()
                .as("nobody approves what he proposed").contains("退回申请").doesNotContain("同意停用");
        assertThat(read(APPROVER, "/workbench/catalogue/items/CF")).hasStatusOk().bodyText()
                .contains("editor-li 于 2026-11-22 09:00 提出停用", "2027-01-01", "同意停用", "并入其他项目");
        API.stubFor(post(urlPathEqualTo(CF + "/retire")).willReturn(problem(409, "仍被 lists/x 引用，不能停用")));
        assertThat(sent("/items/CF/retirement/approve", "tag", "\"r-1\"")).hasStatusOk().bodyText().contains("仍被 lists/x 引用");
        API.verify(postRequestedFor(urlPathEqualTo(CF + "/retire")).withHeader("If-Match", equalTo("\"r-1\"")));
        API.stubFor(delete(urlPathEqualTo(CF + "/retirement")).willReturn(aResponse().withStatus(204)));
        assertThat(sent("/items/CF/retirement/discard", "tag", "\"r-1\"")).hasStatus(302);
        API.verify(deleteRequestedFor(urlPathEqualTo(CF + "/retirement")).withHeader("If-Match", equalTo("\"r-1\"")));
    }

    @Test
    void aFormWithoutThePagesTokenDecidesNothing() {
        assertThat(pages.post().uri("/workbench/catalogue/items/CF/draft/publish").param("tag", "x").with(oidcLogin())
                .with(oauth2Client("keycloak")).exchange()).hasStatus(403);
        API.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void anEditionIsPassedOnAsAFileAndTakenBackWithAllThatIsWrong() {
        API.stubFor(get(urlPathEqualTo("/api/catalog/v1/editions/national-2024")).willReturn(okJson("{\"format\":1}")
                .withHeader("Content-Disposition", "attachment; filename=\"national-2024_2026-11-22.json\"")));
        MvcTestResult file = asOperator("/workbench/catalogue/editions/national-2024");
        assertThat(file).hasStatusOk().bodyText().isEqualTo("{\"format\":1}");
        assertThat(file).headers().hasValue("Content-Disposition", "attachment; filename=\"national-2024_2026-11-22.json\"");

        API.stubFor(post(urlPathEqualTo("/api/catalog/v1/editions/imports")).willReturn(aResponse().withStatus(422)
                .withHeader("Content-Type", "application/problem+json").withBody("""
                        {"status":422,"code":"catalog.content.invalid","detail":"内容不符合目录规则，未保存。","violations":[
                         {"field":"content.items[0].name","rule":"required","message":"请填写名称"},
                         {"field":"content.lists[3].measures","rule":"known","message":"没有措施 <M99>"}]}""")));
        assertThat(uploaded("{}")).hasStatusOk().bodyText()
                .contains("内容不符合目录规则", "content.items[0].name", "请填写名称", "content.lists[3].measures", "没有措施 &lt;M99&gt;");
        API.stubFor(post(urlPathEqualTo("/api/catalog/v1/editions/imports")).willReturn(okJson("{\"id\":\"i1\"}").withStatus(201)));
        assertThat(uploaded("{\"format\":1}")).hasStatus(302).hasRedirectedUrl("/workbench/catalogue/imports/i1");
        API.verify(postRequestedFor(urlPathEqualTo("/api/catalog/v1/editions/imports")).withRequestBody(equalToJson("{\"format\":1}"))
                .withHeader("Content-Type", equalTo("application/json")));
    }

    private MvcTestResult uploaded(String json) {
        return pages.post().uri("/workbench/catalogue/imports").multipart()
                .file(new MockMultipartFile("file", "national-2024.json", "application/json", json.getBytes(StandardCharsets.UTF_8)))
                .with(oidcLogin()).with(oauth2Client("keycloak")).with(csrf()).exchange();
    }

    @Test
    void whatAnApprovedImportDidNotPublishIsShownWithItsReason() {
        tagged("/api/catalog/v1/editions/imports/i2", """
                {"id":"i2","edition":"national-2024","state":"PUBLISHED","editor":"editor-li","stagedAt":"2026-11-22T01:00:00Z","unchanged":0,
                 "pieces":[{"kind":"matters","code":"ALT","base":1,"stopped":"OVERTAKEN"},{"kind":"matters","code":"NEU","base":0,"stopped":null}],
                 "progress":{"done":1,"stopped":1,"total":2}}""", "\"9\"");
        assertThat(asOperator("/workbench/catalogue/imports/i2")).hasStatusOk().bodyText()
                .contains("停止，未发布：审定后另有新版本或草稿", "1 / 2").doesNotContain("所引用的内容已不存在");
    }

    @Test
    void anImportIsPublishedByAnother() {
        tagged("/api/catalog/v1/editions/imports/i1", """
                {"id":"i1","edition":"national-2024","state":"STAGED","editor":"editor-li","stagedAt":"2026-11-22T01:00:00Z","unchanged":90,
                 "pieces":[{"kind":"items","code":"CF","base":1},{"kind":"matters","code":"NEU","base":0}],
                 "progress":{"done":0,"total":2}}""", "\"7\"");
        assertThat(read(Person.of("editor-li", "catalog-editor", "catalog-approver"), "/workbench/catalogue/imports/i1")).bodyText()
                .as("nobody publishes what he imported").contains("撤回导入").doesNotContain("同意发布");
        assertThat(read(APPROVER, "/workbench/catalogue/imports/i1")).hasStatusOk().bodyText()
                .contains("editor-li", "待审定", "NEU", "新增", "第 1 版", "0 / 2", "同意发布");
        API.stubFor(post(urlPathEqualTo("/api/catalog/v1/editions/imports/i1/publish")).willReturn(okJson("{}").withStatus(202)));
        assertThat(sent("/imports/i1/publish", "tag", "\"7\"")).hasStatus(302).hasRedirectedUrl("/workbench/catalogue/imports/i1");
        API.verify(postRequestedFor(urlPathEqualTo("/api/catalog/v1/editions/imports/i1/publish")).withHeader("If-Match", equalTo("\"7\"")));
        API.stubFor(get(urlPathMatching("/api/catalog/v1/editions/imports")).willReturn(problem(403, "无")));
        assertThat(asOperator("/workbench/catalogue/imports")).hasStatusOk().bodyText().contains("由目录编辑和审定人员办理");
    }
}
