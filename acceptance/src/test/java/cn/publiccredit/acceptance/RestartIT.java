package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Financing.Drawn;
import cn.publiccredit.local.demo.Journey;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import cn.publiccredit.local.launch.PartStatus;
import cn.publiccredit.local.launch.UpOutcome;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./credit down} and {@code up} promise, of the whole suite with its real parts. */
@ExtendWith(RunningSuite.class)
class RestartIT {

    private static final List<String> AUDITED = List.of("subject", "listing", "repair", "report");

    @Test
    void downAndUpKeepRecordsReportsAndAuditTrail(Started suite) throws InterruptedException {
        Journey before = Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai")));
        before.openAccount();
        before.collecting().uploadRegistration();
        before.collecting().uploadPenalties();
        ShownPenalty penalty = before.publicView().penaltyIsShown();
        Drawn report = before.financing().drawReport(before.financing().consent());

        suite.launcher().down();
        assertThat(suite.launcher().status()).extracting(PartStatus::state).containsOnly(PartStatus.State.STOPPED);
        assertThat(suite.launcher().up()).isInstanceOf(UpOutcome.Started.class);

        assertThat(before.publicView().penaltyIsShown()).isEqualTo(penalty);
        assertThat(before.verifying().byNumber(report)).as("changes since the report").isEmpty();
        assertThat(before.verifying().byFile(report)).isEmpty();
        Door auditor = suite.door().as("auditor");
        for (String service : AUDITED) {
            Reply proof = auditor.get("/api/" + service + "/v1/audit/verification").expect(200);
            assertThat(proof.json().path("whole").asBoolean()).as(proof.text()).isTrue();
        }
    }

    @Test
    void aSecondUpSaysSoAndChangesNothing(Started suite) throws InterruptedException {
        List<Long> before = processes(suite);
        assertThat(suite.launcher().up()).isInstanceOf(UpOutcome.AlreadyRunning.class);
        assertThat(processes(suite)).isEqualTo(before);
    }

    @Test
    void everythingTogetherStaysBelowThreeGibibytes(Started suite) {
        long megabytes = suite.launcher().status().stream().mapToLong(PartStatus::residentMegabytes).sum();
        assertThat(megabytes).isPositive().isLessThan(3 * 1024);
    }

    private static List<Long> processes(Started suite) {
        return suite.launcher().status().stream().flatMap(part -> part.child().stream()).map(child -> child.pid()).toList();
    }
}
