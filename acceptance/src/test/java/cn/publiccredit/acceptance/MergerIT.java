package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.client.AccountDesk;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Journey;
import cn.publiccredit.local.demo.Listing.Listed;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two codes prove to be one company: the whole suite gives the whole truth under either, until the merger is undone. */
@ExtendWith(RunningSuite.class)
class MergerIT {

    private static final String MERGES = "/api/subject/v1/governance/merges";

    @Test
    void whatStandsUnderEitherCodeIsScreenedShownReportedAndRepairedUnderBoth(Started suite) {
        Journey before = company(suite);
        before.collecting().uploadPenalties();
        ShownPenalty penalty = before.publicView().penaltyIsShown();
        Listed listed = before.listing().list(penalty);
        Journey after = company(suite);
        String old = before.company().uscc();
        String now = after.company().uscc();
        after.financing().screen("CLEAR");
        Reply earlier = report(suite.door().as(before.company().account()), old);
        Door second = secondOperator(suite, before.company().run());

        Reply proposed = suite.door().as("province").post(MERGES, Map.of("subject", old, "into", now,
                "reason", "换发统一社会信用代码", "evidence", "（虚构样例）登记机关证明")).expect(201);
        assertThat(decide(suite.door().as("province"), proposed, "approve").status()).as("not alone").isEqualTo(403);
        decide(second, proposed, "approve").expect(200);

        for (String code : List.of(old, now)) {
            Reply screened = screened(suite, code);
            assertThat(screened.at("/results/0/status")).as(screened.text()).isEqualTo("HIT");
            assertThat(screened.at("/results/0/subject/id")).isEqualTo(now);
            assertThat(screened.json().at("/results/0/entries")).hasSize(1);
            assertThat(screened.at("/results/0/entries/0/subjectNow")).isEqualTo(now);
            assertThat(entries(suite, code)).isEqualTo(1);
            Reply report = report(suite.door().as(after.company().account()), code);
            assertThat(report.at("/subject")).isEqualTo(now);
            assertThat(report.text()).contains(penalty.documentNumber(), listed.listName(), old);
        }
        Reply page = suite.door().get("/subjects/" + old);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/subjects/" + now);
        assertThat(suite.door().get("/subjects/" + now).expect(200).text())
                .contains("/records/" + penalty.id(), listed.listName(), old);
        Reply verdict = suite.door().get("/api/report/v1/public/verifications/" + earlier.at("/number") + "?code="
                + earlier.at("/verificationCode")).expect(200);
        assertThat(verdict.at("/genuine")).isEqualTo("true");
        assertThat(verdict.json().at("/changes").findValuesAsString("kind")).contains("MERGED");

        Reply accepted = after.repairing().accept(after.repairing().apply(penalty, listed));
        after.repairing().approve(accepted);
        assertThat(screened(suite, now).at("/results/0/status")).isEqualTo("CLEAR");
        assertThat(entries(suite, old)).isZero();

        undo(suite, second, old);
        assertThat(screened(suite, old).at("/results/0/subject/id")).isEqualTo(old);
        assertThat(suite.door().get("/subjects/" + old).status()).isEqualTo(200);
        Reply stranger = suite.door().as(after.company().account()).get("/api/repair/v1/cases/" + accepted.at("/id"));
        assertThat(stranger.status()).as("no longer its own").isEqualTo(404);
    }

    private static Journey company(Started suite) {
        Journey journey = Journey.on(suite.suite(), Clock.system(ZoneId.of("Asia/Shanghai")));
        journey.openAccount();
        journey.collecting().uploadRegistration();
        return journey;
    }

    private static Door secondOperator(Started suite, String run) {
        String name = "province-" + run;
        AccountDesk.of(suite.suite()).open(new AccountDesk.Account(
                name, "虚构样例运营人员", "province-operator", Map.of("division", List.of("340000"))));
        return suite.door().as(name);
    }

    private static Reply decide(Door who, Reply seen, String decision) {
        return who.with("If-Match", seen.etag()).post(MERGES + "/" + seen.at("/subject") + "/" + decision);
    }

    private static void undo(Started suite, Door second, String old) {
        Door province = suite.door().as("province");
        Reply merged = province.get(MERGES + "/" + old).expect(200);
        Reply proposed = province.with("If-Match", merged.etag())
                .post(MERGES + "/" + old + "/undo", Map.of("reason", "（虚构样例）经核实为两家企业")).expect(200);
        decide(second, proposed, "approve").expect(200);
    }

    private static Reply screened(Started suite, String code) {
        return suite.door().asClient("demo-bank").post("/api/listing/v1/screenings", Map.of(
                "subjects", List.of(Map.of("uscc", code)), "matter", "LOAN", "purpose", "LOAN")).expect(200);
    }

    private static int entries(Started suite, String code) {
        return suite.door().get("/api/listing/v1/public/entries?subject=" + code).expect(200).json().path("items").size();
    }

    private static Reply report(Door owner, String code) {
        return owner.post("/api/report/v1/reports",
                Map.of("subject", code, "template", "enterprise-full", "purpose", "SELF")).expect(201);
    }
}
