package cn.publiccredit.subject.collection;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.fixture.Codes;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** Stands in for catalog-service: the shipped items, with tags; can fall silent. */
final class Catalogue {

    /** A source that is registered, for unpaid sums (QS); all others are not. */
    static final String REGISTERED = Codes.of("11340400", 770_001);

    static final String REGISTERED_NAME = "虚构样例·登记在册局";

    /** Registered in Suzhou; a test has it send from elsewhere. */
    static final String REGISTERED_IN_SUZHOU = Codes.of("11341300", 770_002);

    /** Registered in Suzhou, too, and for no item. */
    static final String REGISTERED_FOR_NOTHING = Codes.of("11341300", 770_003);

    /** A city that is published, and there is from 2027 on. */
    static final String CITY_OF_2027 = "349900";

    private static final WireMockServer SERVER = started();

    private static boolean asItShould;

    private Catalogue() {}

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    static String url() {
        return SERVER.baseUrl();
    }

    /** Answers again as it should; whether it had not. */
    static boolean speaks() {
        if (asItShould) {
            return false;
        }
        asItShould = true;
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("""
                        {"type":"about:blank","title":"t","status":404,"detail":"d","code":"request.not-found"}""")));
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/code-sets/divisions")).atPriority(5).willReturn(aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8").withBody(divisions())));
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/items")).atPriority(5).willReturn(json("""
                {"items":[{"code":"CF","name":"行政处罚"},{"code":"DJ","name":"登记"},{"code":"XK","name":"许可"},
                 {"code":"RY","name":"荣誉"}],"next":null}""")));
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/sources")).atPriority(5).willReturn(json("""
                {"items":[{"uscc":"%s","name":"%s","division":"340400","items":["QS"]},
                 {"uscc":"%s","name":"虚构样例·迁址局","division":"341300","items":["QS"]},
                 {"uscc":"%s","name":"虚构样例·无应报条目局","division":"341300","items":[]}],"next":null}"""
                .formatted(REGISTERED, REGISTERED_NAME, REGISTERED_IN_SUZHOU, REGISTERED_FOR_NOTHING))));
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/calendar/2026")).atPriority(5).willReturn(json("""
                {"year":2026,"version":1,"source":"样例","holidays":["2026-05-01","2026-05-04","2026-05-05"],
                 "workdays":["2026-05-09"]}""")));
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/masks")).atPriority(5)
                .willReturn(json("{\"items\":" + Items.masks() + ",\"next\":null}")));
        for (String code : new String[] {"DJ", "XK", "CF", "QS", "YC", "QR"}) {
            String path = "/api/catalog/v1/items/" + code;
            SERVER.stubFor(get(urlPathEqualTo(path)).atPriority(5).willReturn(aResponse()
                    .withHeader("Content-Type", "application/json;charset=UTF-8")
                    .withHeader("ETag", "\"1-" + code + "\"").withBody(Items.json(code))));
            SERVER.stubFor(get(urlPathEqualTo(path)).atPriority(4).withHeader("If-None-Match", equalTo("\"1-" + code
                    + "\""))
                    .willReturn(aResponse().withStatus(304)));
        }
        return true;
    }

    private static String divisions() {
        return Items.divisions().replaceFirst("\"entries\": *\\[", """
                $0{"code":"%s","name":"虚构新设市","parent":"340000","validFrom":"2027-01-01","validTo":null},"""
                .formatted(CITY_OF_2027));
    }

    /** A newer version of an item, until it speaks again. */
    static void saysOf(String code, int version, String text) {
        asItShould = false;
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/items/" + code)).atPriority(3).willReturn(
                json(text.replaceFirst("\"version\": *\\d+", "\"version\":" + version))
                        .withHeader("ETag", "\"" + version + "-" + code + "\"")));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json;charset=UTF-8").withBody(body);
    }

    static void answersWith(int status) {
        asItShould = false;
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(status)));
    }

    static void hangsUp() {
        asItShould = false;
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    static void talksRubbish() {
        asItShould = false;
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse()
                .withHeader("Content-Type", "application/json").withBody("<html>")));
    }

    static int confirmations(String code) {
        return SERVER.findAll(getRequestedFor(urlPathEqualTo("/api/catalog/v1/items/" + code))
                .withHeader("If-None-Match", equalTo("\"1-" + code + "\""))).size();
    }
}
