package cn.publiccredit.catalog.editing;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class RetirementIT {

    @Autowired
    Api api;

    @Autowired
    MovingClock clock;

    @AfterEach
    void timeGoesBack() {
        clock.reset();
    }

    private static String at(String code) {
        return BASE + "/matters/" + code;
    }

    private Answer retire(String code, Map<String, Object> ending) {
        return Catalogue.of(api).retire(at(code), ending);
    }

    private Answer propose(String code, Map<String, Object> ending) {
        return Catalogue.of(api).proposeRetirement(at(code), ending);
    }

    @Test
    void fromItsLastDayOnACodeIsGoneAndThePastStays() {
        String code = newCode();
        LocalDate today = LocalDate.now(clock);
        Catalogue.of(api).publish("matters", matter(code, "旧"));
        Catalogue.of(api).publish("matters", matter(code, "新"));

        Answer retired = retire(code, Map.of("from", today.plusDays(10), "reason", "依据已废止")).expect(200);
        assertThat(retired.at("/status")).isEqualTo("RETIRED");
        assertThat(api.get(BASE + "/matters/" + code).expect(200).at("/retiredFrom")).isEqualTo(today.plusDays(10).toString());
        assertThat(api.get(BASE + "/matters/" + code + "?asOf=" + today.plusDays(9)).expect(200).at("/name")).isEqualTo("新");
        api.get(BASE + "/matters/" + code + "?asOf=" + today.plusDays(10)).expect(404);

        clock.moveTo(today.plusDays(10));
        api.get(BASE + "/matters/" + code).expect(404);
        assertThat(api.as(Catalogue.EDITOR).get(BASE + "/matters/" + code + "/versions").expect(200).text()).contains("依据已废止");
    }

    @Test
    void aRetiredCodeCanBeginAnewWithItsNextVersion() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "旧"));
        retire(code, Map.of("reason", "停用")).expect(200);
        api.get(BASE + "/matters/" + code).expect(404);

        assertThat(Catalogue.of(api).publish("matters", matter(code, "重启")).at("/version")).isEqualTo("2");
        assertThat(api.get(BASE + "/matters/" + code).expect(200).at("/name")).isEqualTo("重启");
    }

    @Test
    void whatOtherContentNamesCannotBeRetired() {
        Answer refused = propose("LOAN", Map.of("reason", "试")).expect(409);

        assertThat(refused.at("/code")).isEqualTo("catalog.version.still-needed");
        assertThat(refused.at("/detail")).contains("measures/M14");
    }

    @Test
    void whatIsProposedChangesNothingUntilAnotherPersonAgrees() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "在用"));
        Answer proposed = propose(code, Map.of("reason", "依据已废止")).expect(201);

        assertThat(proposed.header("Location")).isEqualTo(at(code) + "/retirement");
        assertThat(proposed.at("/proposedBy")).isEqualTo("editor-zhang");
        assertThat(api.get(at(code)).expect(200).at("/status")).isEqualTo("PUBLISHED");
        assertThat(api.as(Catalogue.APPROVER).get(BASE + "/retirements?limit=500").expect(200).text()).contains(code);
        api.as(Catalogue.APPROVER).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "").expect(200);
        api.get(at(code)).expect(404);
        assertThat(api.as(Catalogue.APPROVER).get(BASE + "/retirements?limit=500").expect(200).text()).doesNotContain(code);
        assertThat(api.as(Catalogue.EDITOR).get(at(code) + "/versions").json().at("/items/0/events")
                .findValuesAsString("action"))
                .containsExactly("OPENED", "PUBLISHED", "RETIREMENT_PROPOSED", "RETIRED");
    }

    @Test
    void whoeverProposedARetirementCannotApproveIt() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "自"));
        Answer proposed = api.as(Catalogue.BOTH).with("If-Match", api.get(at(code)).header("ETag"))
                .post(at(code) + "/retirement", Map.of("reason", "试")).expect(201);

        assertThat(api.as(Catalogue.BOTH).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "")
                .expect(409).at("/code")).isEqualTo("catalog.four-eyes");
        api.get(at(code)).expect(200);
        api.as(Catalogue.APPROVER).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "").expect(200);
    }

    @Test
    void aDecisionIsAboutTheProposalThatWasRead() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "改"));
        Answer first = propose(code, Map.of("reason", "甲")).expect(201);
        String proposal = at(code) + "/retirement";

        assertThat(propose(code, Map.of("reason", "乙")).expect(409).at("/code")).isEqualTo("catalog.retirement.exists");
        api.as(Catalogue.EDITOR).delete(proposal).expect(428);
        api.as(Catalogue.EDITOR).with("If-Match", first.header("ETag")).delete(proposal).expect(204);
        api.as(Catalogue.EDITOR).get(proposal).expect(404);
        propose(code, Map.of("reason", "乙")).expect(201);
        api.as(Catalogue.APPROVER).post(at(code) + "/retire", "").expect(428);
        api.as(Catalogue.APPROVER).with("If-Match", first.header("ETag")).post(at(code) + "/retire", "").expect(412);
        assertThat(api.as(Catalogue.APPROVER).get(proposal).expect(200).at("/reason")).isEqualTo("乙");
    }

    @Test
    void aRetirementProposedForADayThatIsPastByNowIsNotApproved() {
        String code = newCode();
        LocalDate day = LocalDate.now(clock).plusDays(1);
        Catalogue.of(api).publish("matters", matter(code, "迟"));
        Answer proposed = propose(code, Map.of("reason", "试", "from", day)).expect(201);
        clock.moveTo(day.plusDays(1));

        assertThat(api.as(Catalogue.APPROVER).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "")
                .expect(422).at("/violations/0/field")).isEqualTo("from");
    }

    @Test
    void aRetirementOfAVersionThatWasOvertakenLapses() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "旧"));
        Answer proposed = propose(code, Map.of("reason", "试")).expect(201);
        Catalogue.of(api).publish("matters", matter(code, "新"));

        assertThat(api.as(Catalogue.APPROVER).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "")
                .expect(404).at("/code")).isEqualTo("catalog.retirement.unknown");
        assertThat(api.get(at(code)).at("/name")).isEqualTo("新");
        assertThat(api.as(Catalogue.APPROVER).get(BASE + "/retirements?limit=500").expect(200).text()).doesNotContain(code);
        assertThat(api.as(Catalogue.EDITOR).get(at(code) + "/versions").json().at("/items/0/events").findValuesAsString("action"))
                .containsExactly("OPENED", "PUBLISHED", "RETIREMENT_PROPOSED", "RETIREMENT_LAPSED");
    }

    @Test
    void aProposalNeedsItsReasonTheTagOfWhatWasReadAndAnEditor() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "权"));
        String tag = api.get(at(code)).header("ETag");

        propose(code, Map.of()).expect(422);
        propose(code, Map.of("reason", "试", "from", "2020-01-01")).expect(422);
        api.as(Catalogue.EDITOR).post(at(code) + "/retirement", Map.of("reason", "试")).expect(428);
        api.as(Catalogue.APPROVER).with("If-Match", tag).post(at(code) + "/retirement", Map.of("reason", "试")).expect(403);
        api.get(at(code) + "/retirement").expect(401);
        Answer proposed = propose(code, Map.of("reason", "试")).expect(201);
        api.as(Catalogue.EDITOR).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "").expect(403);
        api.as(Catalogue.APPROVER).with("If-Match", proposed.header("ETag")).post(at(code) + "/retire", "").expect(200);
        assertThat(api.as(Catalogue.EDITOR).with("If-Match", "*").post(at(code) + "/retirement", Map.of("reason", "试"))
                .expect(409).at("/code")).isEqualTo("catalog.version.not-published");
    }
}
