package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Financing.Drawn;
import cn.publiccredit.local.demo.Journey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service is down: the others answer fully or say honestly that they cannot. */
@ExtendWith(RunningSuite.class)
class MissingPeerIT {

    private static Journey newCompany(Started suite) {
        Journey journey = Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai")));
        journey.openAccount();
        journey.collecting().uploadRegistration();
        return journey;
    }

    @Test
    void withoutTheListsThereIsNoReportAndNoScreeningButTheSearchWorks(Started suite) {
        Journey journey = newCompany(suite);
        String consent = journey.financing().consent();
        Door bank = suite.door().asClient("demo-bank");
        Map<String, Object> wanted = Map.of("subject", journey.company().uscc(), "template", "enterprise-full",
                "purpose", "LOAN", "matter", "LOAN", "consent", consent);
        suite.launcher().kill("listing-service");
        try {
            Reply report = bank.post("/api/report/v1/reports", wanted);
            assertThat(report.status()).as(report.text()).isEqualTo(503);
            assertThat(report.text()).as("what is missing is named").contains("名单");
            assertThat(report.header("Retry-After")).as("when to come again").matches("[1-9]\\d*");
            Reply screening = bank.post("/api/listing/v1/screenings", Map.of("subjects",
                    List.of(Map.of("uscc", journey.company().uscc())), "matter", "LOAN", "purpose", "LOAN"));
            assertThat(screening.status()).as(screening.text()).isEqualTo(503);
            assertThat(screening.header("Retry-After")).as("when to come again").matches("[1-9]\\d*");
            assertThat(suite.door().get("/api/subject/v1/public/subjects?q=" + journey.company().uscc()).expect(200)
                    .json().path("items")).hasSize(1);
        } finally {
            suite.start("listing-service");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> bank.post("/api/report/v1/reports", wanted).status() == 201);
        Drawn drawn = journey.financing().drawReport(consent);
        assertThat(journey.verifying().byNumber(drawn)).isEmpty();
    }

    @Test
    void withoutTheCatalogueCollectionGoesOnWithTheLastGoodRulesAndSaysSo(Started suite) {
        Journey before = newCompany(suite);
        before.collecting().uploadPenalties();
        suite.launcher().kill("catalog-service");
        try {
            Journey journey = Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai")));
            String batch = journey.collecting().uploadPenalties().batch().id();
            Reply told = suite.door().as("dept-market").get("/api/subject/v1/batches/" + batch).expect(200);
            assertThat(told.at("/catalogueNote")).as(told.text()).containsPattern("\\p{IsHan}{4,}");
        } finally {
            suite.start("catalog-service");
        }
    }
}
