package cn.publiccredit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceIT extends ListingFixture {

    @Test
    void theApiDocumentNamesEveryEndpoint() {
        Answer document = api.get(V1 + "/openapi").expect(200);
        assertThat(document.json().at("/paths").propertyNames()).contains(
                V1 + "/cases", V1 + "/cases/{id}", V1 + "/cases/{id}/notify", V1 + "/cases/{id}/statement",
                V1 + "/cases/{id}/determine", V1 + "/cases/{id}/approve", V1 + "/cases/{id}/reject", V1 + "/entries",
                V1 + "/entries/{id}", V1 + "/entries/{id}/exit", V1 + "/public/entries", V1 + "/screenings",
                V1 + "/screenings/{receipt}", V1 + "/follow-ups");
        api.get("/actuator/health/readiness").expect(200);
    }

    @Test
    void badInputIsToldAndNeverAServerError() {
        for (String path : List.of("/cases", "/screenings", "/cases/x/notify", "/cases/x/approve", "/entries/x/exit")) {
            for (String body : List.of("", "null", "[]", "{", "\"\"", "{\"subjects\":{}}", "{\"deliveredOn\":\"never\"}",
                    "{\"list\":1e999,\"subject\":[]}", "{\"reasons\":\"" + "长".repeat(100_000) + "\"}", "\u0000")) {
                for (var caller : List.of(DEPARTMENT, APPROVER, SERVICE)) {
                    Answer answer = api.as(caller).with("If-Match", "*")
                            .post(V1 + path, "application/json", body.getBytes(StandardCharsets.UTF_8));
                    assertThat(answer.status()).as(path + " " + body).isBetween(400, 499);
                    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                }
            }
        }
        for (String path : List.of("/cases/%00", "/entries/%F0%9F%92%A9", "/public/entries?limit=x", "/public/entries?kind=x",
                "/cases?state=x", "/entries?after=%00", "/screenings/..%2F..", "/public/entries?subject=%7B%22%24ne%22%3A1%7D")) {
            assertThat(api.as(PROVINCE).purpose("测试").get(V1 + path).status()).as(path).isLessThan(500);
        }
    }

    @Test
    void theTrailIsWholeAfterAllOfThis() {
        published("tax-a", SubjectServiceFixture.organisation(uniqueName("链")));
        assertThat(api.as(AUDITOR).get(V1 + "/audit/verification").expect(200).at("/whole")).isEqualTo("true");
    }
}
