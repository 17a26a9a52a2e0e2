package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Journey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class RefusalsIT {

    private static Journey journey;

    @BeforeAll
    static void aCompanyOfHuainan(Started suite) {
        journey = Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai")));
        journey.openAccount();
        journey.collecting().uploadRegistration();
        journey.collecting().uploadPenalties();
    }

    private static String records() {
        return "/api/subject/v1/subjects/" + journey.company().uscc() + "/records";
    }

    private static void isRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.at("/code")).isEqualTo(code);
        assertThat(reply.at("/detail")).as("a Chinese sentence").containsPattern("\\p{IsHan}{6,}");
    }

    @Test
    void withoutATokenTheGatewaySaysSo(Started suite) {
        isRefused(suite.door().get(records()), 401, "gateway.unauthenticated");
        isRefused(suite.door().with("Authorization", "Bearer rubbish").get(records()), 401, "gateway.unauthenticated");
    }

    @Test
    void anEnterpriseMayNotUpload(Started suite) {
        isRefused(suite.door().as("enterprise").post("/api/subject/v1/batches?item=CF", "text/csv",
                "CF_WSH\n".getBytes(StandardCharsets.UTF_8)), 403, "request.forbidden");
    }

    @Test
    void anotherCityDoesNotLearnThatANonPublicRecordExists(Started suite) {
        Door huainan = suite.door().as("city-huainan").purpose("日常监管");
        String record = huainan.get(records() + "?item=CF").expect(200).at("/items/0/id");
        assertThat(record).isNotEmpty();
        Reply refused = suite.door().as("city-suzhou").purpose("日常监管").get(records() + "/" + record);
        assertThat(refused.status()).as(refused.text()).isEqualTo(404);
        assertThat(refused.at("/detail")).containsPattern("\\p{IsHan}{6,}");
    }

    @Test
    void aBankWithoutALiveConsentIsToldThatItNeedsOne(Started suite) {
        isRefused(suite.door().asClient("demo-bank").purpose("LOAN").get(records()), 403, "consent.required");
        isRefused(suite.door().asClient("demo-bank").post("/api/report/v1/reports", Map.of("subject",
                journey.company().uscc(), "template", "enterprise-full", "purpose", "LOAN")), 403, "consent.required");
    }

    @Test
    void aRevokedConsentEndsAtOnce(Started suite) {
        String consent = journey.financing().consent();
        Door bank = suite.door().asClient("demo-bank").purpose("LOAN").with("Credit-Consent", consent);
        bank.get(records()).expect(200);
        Door company = suite.door().as(journey.company().account());
        Reply given = company.get("/api/subject/v1/consents/" + consent).expect(200);
        company.with("If-Match", given.etag()).post("/api/subject/v1/consents/" + consent + "/revoke").expect(200);
        isRefused(bank.get(records()), 403, "consent.required");
    }

    @Test
    void readingWithoutAPurposeIsRefused(Started suite) {
        isRefused(suite.door().as("city-huainan").get(records()), 400, "purpose.required");
    }

    @Test
    void everyReadIsInATrailThatIsWhole(Started suite) {
        suite.door().as("city-huainan").purpose("日常监管").get(records()).expect(200);
        Door auditor = suite.door().as("auditor");
        Reply trail = auditor.get("/api/subject/v1/audit?subject=" + journey.company().uscc() + "&actor=city-huainan");
        assertThat(trail.expect(200).at("/items/0/purpose")).isEqualTo("日常监管");
        for (String service : List.of("catalog", "subject", "listing", "repair", "report")) {
            Reply proof = auditor.get("/api/" + service + "/v1/audit/verification").expect(200);
            assertThat(proof.at("/whole")).as(service + " " + proof.text()).isEqualTo("true");
        }
    }
}
