package cn.publiccredit.report;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import cn.publiccredit.testing.Identifying;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** The four other services, each a WireMock of its own, so that each can fail alone. */
public final class PeersFixture {

    public static final String USCC = "91340100MA2MRDXT4X";
    public static final String BANK = "91340100MA2N9RYW3J";
    public static final String CONSENT = "consent-1";

    private static final String LOCAL_ITEM = "AH01";
    private static final JsonMapper JSON = JsonMapper.shared();

    public static final WireMockServer CATALOG = start();
    public static final WireMockServer SUBJECT = start();
    public static final WireMockServer LISTING = start();
    public static final WireMockServer REPAIR = start();

    /** Another code, which some tests merge with that of the company. */
    public static final String OTHER = "91340100MA2MR0THXK";

    public static final String IDENTITIES_PATH = "/api/subject/v1/subjects/identities";
    public static final String SUBJECT_PATH = "/api/subject/v1/subjects/" + USCC;
    public static final String RECORDS_PATH = SUBJECT_PATH + "/records";
    public static final String ENTRIES_PATH = "/api/listing/v1/entries";
    public static final String CASES_PATH = "/api/repair/v1/cases";

    private PeersFixture() {}

    private static WireMockServer start() {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new Identifying()));
        server.start();
        return server;
    }

    public static void register(DynamicPropertyRegistry registry) {
        registry.add("credit.peers.catalog.url", CATALOG::baseUrl);
        registry.add("credit.peers.subject.url", SUBJECT::baseUrl);
        registry.add("credit.peers.listing.url", LISTING::baseUrl);
        registry.add("credit.peers.repair.url", REPAIR::baseUrl);
        registry.add("credit.report.seal-keys", () -> "target/seal");
        registry.add("credit.report.most-records", () -> "100");
        // One test lets a peer fail more often than a breaker would bear; breakers are not what is tested here.
        registry.add("credit.peer-calls.fewest-calls", () -> "1000");
        registry.add("credit.peer-calls.sliding-window", () -> "1000");
        registry.add("credit.peer-calls.time-limit", () -> "15s");
    }

    /** A company with a licence, a general penalty and a disputed one, a black-list entry, and one open repair case. */
    public static void healthy() {
        List.of(CATALOG, SUBJECT, LISTING, REPAIR).forEach(WireMockServer::resetAll);
        Identifying.MERGED.clear();
        catalogue();
        SUBJECT.stubFor(post(urlPathEqualTo(IDENTITIES_PATH)).willReturn(identifying()));
        SUBJECT.stubFor(get(urlPathEqualTo(SUBJECT_PATH)).willReturn(json(subject("ORGANISATION"))));
        SUBJECT.stubFor(get(urlPathEqualTo("/api/subject/v1/consents/" + CONSENT)).willReturn(json(Map.of(
                "id", CONSENT, "subject", USCC, "grantee", BANK, "items", List.of("*"), "state", "LIVE", "version", 1))));
        records(List.of(licence(), penalty("r-2", "皖市监处罚〔2026〕1号", "ACTIVE", 1), penalty("r-3", "皖市监处罚〔2026〕2号", "DISPUTED", 4),
                penalty("r-4", "皖市监处罚〔2024〕9号", "REPAIRED", 2)));
        entries(List.of(entry("e-1", null)));
        REPAIR.stubFor(get(urlPathEqualTo(CASES_PATH)).willReturn(page(List.of(Map.of("id", "case-1", "state", "ACCEPTED",
                "stateName", "已受理", "documentNumber", "皖市监处罚〔2026〕1号", "createdAt", "2026-11-01T10:00:00+08:00")))));
    }

    public static ResponseDefinitionBuilder identifying() {
        return aResponse().withTransformers(Identifying.NAME);
    }

    /** Both codes are one subject from now on, the latter stands for it. */
    public static void merge(String old, String now) {
        Identifying.MERGED.put(old, now);
        Map<String, Object> subject = new LinkedHashMap<>(subject("ORGANISATION"));
        subject.put("id", now);
        subject.put("uscc", now);
        subject.put("formerIds", List.of(old));
        SUBJECT.stubFor(get(urlPathEqualTo("/api/subject/v1/subjects/" + now)).willReturn(json(subject)));
    }

    public static void undo(String old) {
        Identifying.MERGED.remove(old);
    }

    /** In two pages, so that a reader who stops at the first is found out. */
    public static void records(List<Map<String, Object>> all) {
        recordsOf(USCC, all);
    }

    public static void recordsOf(String subject, List<Map<String, Object>> all) {
        String path = "/api/subject/v1/subjects/" + subject + "/records";
        int half = Math.ceilDiv(all.size(), 2);
        SUBJECT.stubFor(get(urlPathEqualTo(path)).withQueryParam("after", absent())
                .willReturn(page(all.subList(0, half), "more")));
        SUBJECT.stubFor(get(urlPathEqualTo(path)).withQueryParam("after", equalTo("more"))
                .willReturn(page(all.subList(half, all.size()))));
    }

    public static void entries(List<Map<String, Object>> all) {
        LISTING.stubFor(get(urlPathEqualTo(ENTRIES_PATH)).willReturn(page(all)));
    }

    public static Map<String, Object> subject(String kind) {
        return Map.of("id", USCC, "kind", kind, "uscc", USCC, "name", "合肥晨曦食品有限公司", "division", "340100",
                "status", "ACTIVE", "registered", Map.of("date", "2015-06-01", "type", "有限责任公司", "capital", "500万元",
                        "scope", "食品销售", "address", "合肥市某路1号"), "names", List.of());
    }

    public static Map<String, Object> licence() {
        Map<String, Object> record = record("r-1", "XK", "ACTIVE", 1, "NONE");
        record.put("data", Map.of("XK_XDR_MC", "合肥晨曦食品有限公司", "XK_WSH", "皖食许〔2026〕7号", "XK_YXQZI", "2099-12-31",
                "XK_FR_ZJHM", "34010019800101123X"));
        return record;
    }

    public static Map<String, Object> penalty(String id, String number, String state, int version) {
        Map<String, Object> record = record(id, "CF", state, version, "GENERAL");
        record.put("disputed", state.equals("DISPUTED"));
        record.put("earliestRepair", "2026-08-11");
        record.put("data", Map.of("CF_WSH", number, "CF_CFLB", "罚款", "CF_NR", "罚款20000元", "CF_NR_FK", "2.000000"));
        return record;
    }

    /** A record of the province's own item. */
    public static Map<String, Object> local(String id) {
        return record(id, LOCAL_ITEM, "ACTIVE", 1, "NONE");
    }

    private static Map<String, Object> record(String id, String item, String state, int version, String severity) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("item", item);
        record.put("itemVersion", 1);
        record.put("subject", USCC);
        record.put("source", Map.of("uscc", "11340100MB1234567X", "name", "合肥市市场监督管理局", "division", "340100"));
        record.put("severity", severity);
        record.put("state", state);
        record.put("disputed", false);
        record.put("documentDate", "2026-05-11");
        Map<String, Object> publicity = new LinkedHashMap<>(Map.of("shown", true, "from", "2026-05-11"));
        if (!severity.equals("NONE")) {
            publicity.put("until", "2030-05-11");
        }
        if (state.equals("REPAIRED")) {
            publicity.put("stoppedAt", "2026-11-20T10:00:00+08:00");
        }
        record.put("publicity", publicity);
        record.put("version", version);
        record.put("knownFrom", "2026-05-12T09:00:00+08:00");
        return record;
    }

    public static Map<String, Object> entry(String id, @Nullable Map<String, Object> exit) {
        Map<String, Object> entry = new LinkedHashMap<>(Map.of("id", id, "list", "market-serious", "listName", "市场监管严重违法失信名单",
                "kind", "BLACK", "subject", USCC, "documentNumber", "皖市监列〔2026〕3号", "reasons", "情节严重",
                "authority", "合肥市市场监督管理局", "publishedAt", "2026-06-01T09:00:00+08:00", "until", "2029-06-01"));
        entry.put("state", exit == null ? "PUBLISHED" : "EXITED");
        if (exit != null) {
            entry.put("exit", exit);
        }
        return entry;
    }

    private static void catalogue() {
        Map<String, Object> licences = item("XK", "行政许可", List.of(column("XK_XDR_MC", "行政相对人名称", "NAME"),
                column("XK_WSH", "行政许可决定文书号", "NONE"), column("XK_YXQZI", "有效期至", "NONE"),
                column("XK_FR_ZJHM", "法定代表人证件号码", "ID_NUMBER")));
        Map<String, Object> penalties = item("CF", "行政处罚", List.of(column("CF_WSH", "行政处罚决定书文号", "NONE"),
                column("CF_CFLB", "处罚类别", "NONE"), column("CF_NR", "处罚内容", "NONE"), column("CF_NR_FK", "罚款金额（万元）", "NONE")));
        Map<String, Object> local = new LinkedHashMap<>(item(LOCAL_ITEM, "地方条目", List.of(column("AH01_NR", "内容", "NONE"))));
        local.put("edition", "anhui-2025");
        CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/items/" + LOCAL_ITEM)).willReturn(json(local)));
        CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/items")).willReturn(page(List.of(licences, penalties, local))));
        CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/items/XK")).willReturn(json(licences)));
        CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/items/CF")).willReturn(json(penalties)));
        CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/code-sets/purposes")).willReturn(json(Map.of("name", "purposes",
                "entries", List.of(Map.of("code", "SELF", "name", "查询本人信息"), Map.of("code", "LOAN", "name", "融资授信"))))));
    }

    private static Map<String, Object> item(String code, String name, List<Map<String, Object>> columns) {
        return Map.of("code", code, "name", name, "edition", "national-2024", "version", 1,
                "roles", Map.of("subjectName", code + "_XDR_MC"), "columns", columns);
    }

    private static Map<String, Object> column(String code, String name, String personal) {
        return Map.of("code", code, "name", name, "personal", personal, "publicMask", "NONE",
                "type", code.endsWith("YXQZI") ? "DATE" : "TEXT");
    }

    public static ResponseDefinitionBuilder page(List<? extends Map<String, Object>> items) {
        return page(items, null);
    }

    private static ResponseDefinitionBuilder page(List<? extends Map<String, Object>> items, @Nullable String next) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", new ArrayList<>(items));
        if (next != null) {
            page.put("next", next);
        }
        return json(page);
    }

    public static ResponseDefinitionBuilder json(Object body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(JSON.writeValueAsString(body));
    }

    public static ResponseDefinitionBuilder problem(int status, String code) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/problem+json").withBody(
                JSON.writeValueAsString(Map.of("type", "urn:problem:" + code, "title", "无权操作", "status", status,
                        "detail", "请取得授权", "code", code)));
    }

    public static ResponseDefinitionBuilder reset() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }
}
