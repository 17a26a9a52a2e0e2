package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.client.SuiteFailure;
import cn.publiccredit.local.demo.Journey;
import cn.publiccredit.local.demo.Listing.Listed;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process is killed in the middle: after its restart everything finishes, counts reconcile, nothing is doubled. */
@ExtendWith(RunningSuite.class)
class KilledProcessIT {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final int ROWS = 6_000;

    private static Journey newCompany(Started suite) {
        Journey journey = Journey.on(suite.suite(), CLOCK);
        journey.openAccount();
        journey.collecting().uploadRegistration();
        return journey;
    }

    @Test
    void subjectServiceInTheMiddleOfABatch(Started suite) {
        Journey journey = newCompany(suite);
        Door clerk = suite.door().as("dept-market");
        byte[] file = ManyPenalties.of(journey.company(), ROWS);
        String batch = "/api/subject/v1/batches/" + clerk.post("/api/subject/v1/batches?item=CF", "text/csv", file)
                .expect(202).at("/id");
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> {
            Reply now = clerk.get(batch).expect(200);
            return Integer.parseInt(now.at("/counts/received")) > 0 || now.at("/state").equals("DONE");
        });
        assertThat(clerk.get(batch).at("/state")).as("killed in the middle").isEqualTo("RUNNING");
        suite.killAndRestart("subject-service");

        await().atMost(Duration.ofSeconds(120)).until(() -> clerk.get(batch).at("/state").equals("DONE"));
        Reply done = clerk.get(batch);
        assertThat(done.at("/counts/received")).isEqualTo(String.valueOf(ROWS));
        assertThat(done.at("/counts/accepted")).as(done.text()).isEqualTo(String.valueOf(ROWS - ManyPenalties.wrong(ROWS)));
        assertThat(done.at("/counts/rejected")).isEqualTo(String.valueOf(ManyPenalties.wrong(ROWS)));
        assertThat(done.at("/counts/duplicate")).isEqualTo("0");
        assertThat(publicRecords(suite, journey.company().uscc())).hasSize(ROWS - ManyPenalties.wrong(ROWS)).doesNotHaveDuplicates();
    }

    private static List<String> publicRecords(Started suite, String uscc) {
        List<String> numbers = new ArrayList<>();
        String after = "";
        do {
            Reply page = suite.door().get("/api/subject/v1/public/records?item=CF&limit=500&subject=" + uscc
                    + (after.isEmpty() ? "" : "&after=" + after)).expect(200);
            page.json().path("items").forEach(item -> numbers.add(item.path("documentNumber").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        return numbers;
    }

    @Test
    void repairServiceBetweenTwoSteps(Started suite) {
        Journey journey = newCompany(suite);
        journey.collecting().uploadPenalties();
        ShownPenalty penalty = journey.publicView().penaltyIsShown();
        Listed entry = journey.listing().list(penalty);
        Reply accepted = journey.repairing().accept(journey.repairing().apply(penalty, entry));
        String path = "/api/repair/v1/cases/" + accepted.at("/id");
        Door department = suite.door().as("dept-market").purpose("依法履职");

        suite.launcher().kill("listing-service");
        suite.door().as("approver").purpose("依法履职").with("If-Match", accepted.etag())
                .post(path + "/approve", Map.of("note", "符合修复条件")).expect(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> department.get(path).at("/steps/0/state").equals("DONE"));
        suite.launcher().kill("repair-service");
        suite.start("listing-service");
        suite.start("repair-service");

        await().atMost(Duration.ofSeconds(120)).until(() -> department.get(path).at("/state").equals("EFFECTIVE"));
        journey.publicView().penaltyIsGone(penalty);
        assertThat(journey.publicView().listEntries()).isZero();
        Reply decisions = suite.door().get("/api/repair/v1/public/decisions?subject=" + journey.company().uscc()).expect(200);
        assertThat(decisions.json().path("items")).as("one decision, issued once").hasSize(1);
    }

    @Test
    void reportServiceDuringReports(Started suite) throws Exception {
        Journey journey = newCompany(suite);
        String consent = journey.financing().consent();
        Map<String, Object> wanted = Map.of("subject", journey.company().uscc(), "template", "enterprise-full",
                "purpose", "LOAN", "matter", "LOAN", "consent", consent);
        Door bank = suite.door().asClient("demo-bank");
        List<String> answered = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String key = journey.company().run() + "-" + i;
                calls.add(threads.submit(() -> numberOf(bank.with("Idempotency-Key", key), wanted)));
            }
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10))
                    .until(() -> calls.stream().anyMatch(Future::isDone));
            suite.killAndRestart("report-service");
            for (Future<String> call : calls) {
                answered.add(call.get());
            }
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < answered.size(); i++) {
            Door again = bank.with("Idempotency-Key", journey.company().run() + "-" + i);
            // A key whose request died is free again when its process is taken for dead.
            await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> !numberOf(again, wanted).isEmpty());
            String number = numberOf(again, wanted);
            if (!answered.get(i).isEmpty()) {
                assertThat(number).as("an acknowledged report stays the same").isEqualTo(answered.get(i));
            }
            numbers.add(number);
            assertThat(bank.purpose("LOAN").with("Credit-Consent", consent)
                    .get("/api/report/v1/reports/" + number + ".pdf").status()).isEqualTo(200);
        }
        assertThat(numbers).as("one report a key").hasSize(answered.size());
    }

    private static String numberOf(Door bank, Map<String, Object> wanted) {
        try {
            Reply reply = bank.post("/api/report/v1/reports", wanted);
            return reply.status() == 201 ? reply.at("/number") : "";
        } catch (SuiteFailure died) {
            return "";
        }
    }
}
