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
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;

/** Stands in for catalog-service: the shipped items, with tags; can fall silent. */
final class Catalogue {

    private static final WireMockServer SERVER = started();

    private Catalogue() {}

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    static String url() {
        return SERVER.baseUrl();
    }

    /** Answers again as it should. */
    static void speaks() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("""
                        {"type":"about:blank","title":"t","status":404,"detail":"d","code":"request.not-found"}""")));
        SERVER.stubFor(get(urlPathEqualTo("/api/catalog/v1/code-sets/divisions")).atPriority(5).willReturn(aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8").withBody(Items.divisions())));
        for (String code : new String[] {"DJ", "XK", "CF"}) {
            String path = "/api/catalog/v1/items/" + code;
            SERVER.stubFor(get(urlPathEqualTo(path)).atPriority(5).willReturn(aResponse()
                    .withHeader("Content-Type", "application/json;charset=UTF-8")
                    .withHeader("ETag", "\"1-" + code + "\"").withBody(Items.json(code))));
            SERVER.stubFor(get(urlPathEqualTo(path)).atPriority(4).withHeader("If-None-Match", equalTo("\"1-" + code
                    + "\""))
                    .willReturn(aResponse().withStatus(304)));
        }
    }

    static void answersWith(int status) {
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(status)));
    }

    static void hangsUp() {
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    static void talksRubbish() {
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse()
                .withHeader("Content-Type", "application/json").withBody("<html>")));
    }

    static int confirmations(String code) {
        return SERVER.findAll(getRequestedFor(urlPathEqualTo("/api/catalog/v1/items/" + code))
                .withHeader("If-None-Match", equalTo("\"1-" + code + "\""))).size();
    }
}
