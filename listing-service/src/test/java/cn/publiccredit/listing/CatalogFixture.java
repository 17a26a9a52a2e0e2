package cn.publiccredit.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands in for the catalogue. */
public final class CatalogFixture {

    private static final String CHANGES = "/api/catalog/v1/changes";

    private static final WireMockServer SERVER = start();

    private CatalogFixture() {}

    private static WireMockServer start() {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        return server;
    }

    public static String url() {
        return SERVER.baseUrl();
    }

    public static void answering(ResponseDefinitionBuilder answer) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** Back to answering properly. */
    public static void healthy() {
        SERVER.resetAll();
        SERVER.stubFor(get(urlPathEqualTo(CHANGES)).willReturn(okJson("{\"items\":[],\"next\":\"c0\"}")));
        book("lists", """
                {"items":[
                 {"code":"market-serious","name":"市场监管严重违法失信名单","kind":"BLACK","authority":"市场监督管理局",
                  "legalBasis":"市场监督管理严重违法失信名单管理办法","source":"总局令第44号","termMonths":36,"shortestMonths":12,
                  "noticeWorkingDays":5,"items":["CF"],"measures":["M01","M06","M14"],"since":"2021"},
                 {"code":"tax-a","name":"A级纳税人","kind":"RED","authority":"税务局","legalBasis":"x","source":"y",
                  "termMonths":12,"shortestMonths":null,"noticeWorkingDays":0,"items":[],"measures":["I01"]},
                 {"code":"watch","name":"重点关注名单","kind":"ATTENTION","authority":"市场监督管理局","legalBasis":"x",
                  "source":"y","termMonths":null,"shortestMonths":null,"noticeWorkingDays":0,"items":["CF","CN"],
                  "measures":["M09"],"minimumSeverity":"GENERAL"}],"next":null}""");
        book("measures", """
                {"items":[
                 {"code":"M01","group":"A","name":"限制市场或行业准入","content":"不予许可","target":"t","legalBasis":"行政许可法",
                  "executors":"e","mandatory":true,"matters":["LICENSING","TENDER"],"source":"s"},
                 {"code":"M06","group":"B","name":"限制申请财政性资金项目","content":"不予安排","mandatory":true,
                  "legalBasis":"预算法","matters":["SUBSIDY"]},
                 {"code":"M09","group":"B","name":"纳入重点监管范围","content":"提高检查频次","mandatory":false,
                  "legalBasis":"条例","matters":["SUPERVISION"]},
                 {"code":"M14","group":"C","name":"从严审慎授信","content":"从严","mandatory":false,
                  "legalBasis":"办法","matters":["LOAN"]},
                 {"code":"I01","group":"B","name":"绿色通道","content":"优先","mandatory":false,
                  "legalBasis":"办法","matters":["LOAN","LICENSING"]}],"next":null}""");
        book("matters", """
                {"items":[{"code":"LOAN","name":"融资授信"},{"code":"TENDER","name":"招标投标"},
                 {"code":"SUBSIDY","name":"财政资金"},{"code":"SUPERVISION","name":"日常监管"}],"next":null}""");
        for (int year = 2025; year <= 2031; year++) {
            String days = Stream.of("01-01", "10-01", "10-02", "10-05", "10-06", "10-07")
                    .map((year + "-")::concat).collect(Collectors.joining("\",\"", "[\"", "\"]"));
            calendar(year, days);
        }
    }

    /** Announces a year's weekdays that are off; 10 October is worked. */
    public static void calendar(int year, String holidays) {
        SERVER.stubFor(get("/api/catalog/v1/calendar/" + year).willReturn(okJson(
                "{\"year\":%1$d,\"source\":\"国办通知\",\"holidays\":%2$s,\"workdays\":[\"%1$d-10-10\"]}"
                        .formatted(year, holidays))));
    }

    /** A second page of a book after those that it has already. */
    public static void furtherPage(String name, String json) {
        String path = "/api/catalog/v1/" + name;
        SERVER.stubFor(get(urlPathEqualTo(path)).withQueryParam("after", absent()).atPriority(2)
                .willReturn(okJson("{\"items\":[],\"next\":\"p2\"}")));
        SERVER.stubFor(get(urlPathEqualTo(path)).withQueryParam("after", equalTo("p2")).atPriority(2).willReturn(okJson(json)));
    }

    /** From now on the book reads like this, and the feed tells that this code of it changed. */
    public static void publishes(String name, String code, String json) {
        book(name, json);
        SERVER.stubFor(get(urlPathEqualTo(CHANGES)).withQueryParam("after", equalTo("c0")).willReturn(okJson("""
                {"items":[{"sequence":1,"kind":"%s","code":"%s","version":2,"change":"PUBLISHED"}],"next":"c1"}"""
                .formatted(name, code))));
        SERVER.stubFor(get(urlPathEqualTo(CHANGES)).withQueryParam("after", equalTo("c1"))
                .willReturn(okJson("{\"items\":[],\"next\":\"c1\"}")));
    }

    private static void book(String name, String json) {
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/" + name)).willReturn(okJson(json)));
    }
}
