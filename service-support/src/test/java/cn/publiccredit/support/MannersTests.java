package cn.publiccredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MannersTests {

    private static final Token CLERK = Token.of("dept-market", "department-user").division("340400");

    @Autowired
    Api api;

    @Test
    void publicPathsNeedNoToken() {
        assertThat(api.get("/api/sample/v1/public/things").expect(200).text()).contains("公开");
    }

    @Test
    void otherPathsWithoutATokenAnswer401InChineseAndSayWhatToDo() {
        Answer answer = api.get("/api/sample/v1/things/x").expect(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.at("/code")).isEqualTo("request.unauthenticated");
        assertThat(answer.at("/detail")).contains("请先登录");
        assertThat(answer.at("/instance")).isEqualTo("/api/sample/v1/things/x");
    }

    @Test
    void anExpiredOrForeignTokenIs401EvenOnPublicPaths() {
        assertThat(api.with("Authorization", "Bearer " + CLERK.expired()).get("/api/sample/v1/public/things").status())
                .isEqualTo(401);
        assertThat(api.with("Authorization", "Bearer " + CLERK.issuedBy("http://elsewhere"))
                .get("/api/sample/v1/things/x").status()).isEqualTo(401);
    }

    @Test
    void aRoleThatMayNotIs403() {
        Answer answer = api.as(Token.of("person", "subject-user")).purpose("本人查询")
                .get("/api/sample/v1/things/x").expect(403);
        assertThat(answer.at("/code")).isEqualTo("request.forbidden");
        assertThat(answer.at("/detail")).contains("联系");
    }

    @Test
    void aMissingPurposeIsNamedWithItsRemedy() {
        Answer answer = api.as(CLERK).get("/api/sample/v1/things/x").expect(400);
        assertThat(answer.at("/code")).isEqualTo("purpose.required");
        assertThat(answer.at("/detail")).contains("Credit-Purpose");
    }

    @Test
    void claimsBecomeATypedCaller() {
        Answer answer = api.as(CLERK).purpose("日常监管").get("/api/sample/v1/things/x").expect(200);
        assertThat(answer.at("/caller")).isEqualTo("dept-market");
        assertThat(answer.at("/division")).isEqualTo("340400");
    }

    @Test
    void englishIsSpokenToThoseWhoAskForIt() {
        assertThat(api.with("Accept-Language", "en-GB").get("/api/sample/v1/things/x").at("/detail")).startsWith("Sign in");
    }

    @Test
    void englishMessagesHaveNoChineseInThem() {
        Answer answer = api.as(CLERK).with("Accept-Language", "en")
                .post("/api/sample/v1/things", "{\"name\":").expect(400);
        assertThat(answer.at("/detail")).contains("it is no valid JSON").doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void anUnknownFieldIsAnErrorThatNamesIt() {
        Answer answer = api.as(CLERK).post("/api/sample/v1/things", "{\"name\":\"a\",\"nmae\":\"b\"}").expect(422);
        assertThat(answer.at("/violations/0/field")).isEqualTo("nmae");
        assertThat(answer.at("/violations/0/rule")).isEqualTo("unknown-field");
    }

    @Test
    void brokenJsonIs400AndNeverAStackTrace() {
        Answer answer = api.as(CLERK).post("/api/sample/v1/things", "{\"name\":").expect(400);
        assertThat(answer.at("/code")).isEqualTo("request.malformed");
        assertThat(answer.text()).doesNotContain("tools.jackson");
    }

    @Test
    void anUnexpectedFailureIs500WithoutInternalNames() {
        Answer answer = api.as(CLERK).post("/api/sample/v1/things", "{\"name\":\"broken\"}").expect(500);
        assertThat(answer.at("/code")).isEqualTo("request.failed");
        assertThat(answer.text()).doesNotContain("internal detail", "IllegalState");
    }

    @Test
    void nothingThereIs404AndAWrongMethod405() {
        assertThat(api.as(CLERK).get("/api/sample/v1/nothing").expect(404).at("/code")).isEqualTo("request.not-found");
        assertThat(api.as(CLERK).delete("/api/sample/v1/things").expect(405).at("/code"))
                .isEqualTo("request.method-not-allowed");
    }

    @Test
    void theApiDocumentIsOpenAndNamesThePaths() {
        Answer answer = api.get("/api/sample/v1/openapi").expect(200);
        assertThat(answer.at("/openapi")).startsWith("3.1");
        assertThat(answer.text()).contains("/api/sample/v1/things/{subject}");
    }

    @Test
    void healthAnswersByPingAndMetricsAreScrapable() {
        assertThat(api.get("/actuator/health/readiness").expect(200).at("/status")).isEqualTo("UP");
        assertThat(api.get("/actuator/prometheus").expect(200).text()).contains("credit_audit_write");
        assertThat(api.get("/actuator/env").status()).isIn(401, 404);
    }
}
