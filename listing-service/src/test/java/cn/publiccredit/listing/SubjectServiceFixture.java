package cn.publiccredit.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.testing.Identifying;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for subject-service: knows the subjects and records that tests tell it of. */
public final class SubjectServiceFixture {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, List<Map<String, Object>>> KNOWN = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final WireMockServer SERVER = start();

    private SubjectServiceFixture() {}

    private static WireMockServer start() {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort().extensions(new Resolving(), new Identifying()));
        server.start();
        return server;
    }

    public static String url() {
        return SERVER.baseUrl();
    }

    /** Back to answering properly. */
    public static void healthy() {
        SERVER.resetAll();
        SERVER.stubFor(post("/api/subject/v1/subjects/resolve").willReturn(aResponse().withTransformers("resolving")));
        SERVER.stubFor(get(urlPathEqualTo("/api/subject/v1/commitments")).atPriority(9)
                .willReturn(okJson("{\"items\":[],\"next\":null}")));
        SERVER.stubFor(post("/api/subject/v1/subjects/identities").willReturn(aResponse().withTransformers(Identifying.NAME)));
    }

    /** Every call is answered like this from now on. */
    public static void answering(ResponseDefinitionBuilder answer) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    public static WireMockServer server() {
        return SERVER;
    }

    /** A code that nobody else in the tests uses. */
    public static String newCode() {
        String body = "91340400MA%07d".formatted(NEXT.incrementAndGet());
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }

    /** A new organisation. @return its code, which is its id, too */
    public static String organisation(String name) {
        String code = newCode();
        Map<String, Object> subject =
                Map.of("id", code, "uscc", code, "name", name, "kind", "ORGANISATION", "division", "340400");
        known(code, subject);
        known(name, subject);
        return code;
    }

    public static void person(String id, String name) {
        known(name, Map.of("id", id, "name", name, "kind", "PERSON"));
    }

    /** Both codes are one subject from now on, the latter stands for it. */
    public static void merge(String old, String now) {
        Identifying.MERGED.put(old, now);
    }

    public static void undo(String old) {
        Identifying.MERGED.remove(old);
    }

    private static List<String> idsOf(String standing) {
        List<String> ids = new ArrayList<>(List.of(standing));
        Identifying.MERGED.forEach((old, now) -> {
            if (now.equals(standing)) {
                ids.add(old);
            }
        });
        return ids;
    }

    private static List<Map<String, Object>> matches(String key) {
        return KNOWN.getOrDefault(key, List.of()).stream().map(subject -> {
            String id = String.valueOf(subject.get("id"));
            String standing = Identifying.MERGED.getOrDefault(id, id);
            List<String> ids = idsOf(standing);
            Map<String, Object> shown = new HashMap<>(
                    standing.equals(id) ? subject : Objects.requireNonNull(KNOWN.get(standing)).getFirst());
            shown.put("formerIds", ids.subList(1, ids.size()));
            return shown;
        }).distinct().toList();
    }

    private static void known(String key, Map<String, Object> subject) {
        KNOWN.computeIfAbsent(key, k -> new ArrayList<>()).add(subject);
    }

    /** A record of the subject, supplied by this organisation of a division. */
    public static void record(
            String id, String subject, String item, String severity, String state, String sourceUscc, String division) {
        Map<String, Object> record = Map.of("id", id, "item", item, "itemVersion", 1, "subject", subject,
                "source", Map.of("uscc", sourceUscc, "name", "某局", "division", division), "severity", severity,
                "state", state, "documentNumber", "皖市监罚〔2026〕1号", "version", 3, "data", Map.of("CF_WSH", "x"));
        SERVER.stubFor(get("/api/subject/v1/records/" + id).willReturn(aResponse()
                .withHeader("Content-Type", "application/json").withBody(JSON.writeValueAsString(record))));
    }

    private static final class Resolving implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            List<Object> results = new ArrayList<>();
            for (JsonNode query : JSON.readTree(event.getRequest().getBody()).get("queries")) {
                String key = query.has("uscc") ? query.get("uscc").asString() : query.get("name").asString();
                results.add(Map.of("query", query, "matches", matches(key)));
            }
            return new ResponseDefinitionBuilder().withStatus(200).withHeader("Content-Type", "application/json")
                    .withBody(JSON.writeValueAsString(Map.of("results", results))).build();
        }

        @Override
        public String getName() {
            return "resolving";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }
}
