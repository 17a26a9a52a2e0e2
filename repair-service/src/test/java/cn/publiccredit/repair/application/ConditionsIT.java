package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsIT extends RepairTest {

    private static final Token SECOND_APPROVER = Token.of("approver-2", "repair-approver").division("340000");

    @Test
    void everyUnmetConditionIsNamedAtOnce() {
        RecordFixture record = RecordFixture.penalty().earliestRepair("2027-03-01");
        PEERS.record(record);
        Token owner = owner(record.subject());
        Answer draft = api.as(owner).post(CASES, Map.of("record", record.id(), "listEntries", List.of("e-none"))).expect(201);

        Answer refused = act(owner, draft, "submit").expect(422);

        assertThat(refused.at("/code")).isEqualTo("repair.case.conditions");
        assertThat(rules(refused)).containsExactly("shortest-period", "duty-done", "commitment", "own-entry");
        assertThat(refused.text()).contains("自 2027-03-01 起可以申请修复");
        assertThat(read(owner, draft).at("/state")).isEqualTo("DRAFT");
    }

    @Test
    void thePeriodIsReadAnewWhenTheCaseIsSubmitted() {
        RecordFixture record = RecordFixture.penalty().earliestRepair("2026-11-24");
        Answer draft = draft(record);
        assertThat(rules(act(owner(record.subject()), draft, "submit").expect(422))).containsExactly("shortest-period");

        clock.moveTo(LocalDate.of(2026, 11, 24));

        act(owner(record.subject()), draft, "submit").expect(200);
    }

    @Test
    void aRecordThatWasRepairedMeanwhileIsNotRepairedAgain() {
        RecordFixture record = RecordFixture.penalty();
        Answer draft = draft(record);
        PEERS.record(record.state("REPAIRED"));

        assertThat(rules(act(owner(record.subject()), draft, "submit").expect(422))).containsExactly("not-repaired");
    }

    @Test
    void aRepairedOrHarmlessRecordGetsNoCase() {
        RecordFixture repaired = RecordFixture.penalty().state("REPAIRED");
        RecordFixture licence = RecordFixture.penalty().severity("NONE");
        PEERS.record(repaired);
        PEERS.record(licence);

        assertThat(api.as(owner(repaired.subject())).post(CASES, petition(repaired)).expect(409).at("/code"))
                .isEqualTo("repair.record.repaired");
        assertThat(api.as(owner(licence.subject())).post(CASES, petition(licence)).expect(422).at("/code"))
                .isEqualTo("repair.record.not-repairable");
    }

    @Test
    void aRecordHasOneCaseAtATime() {
        RecordFixture record = RecordFixture.penalty();
        Answer first = draft(record);

        Answer second = api.as(owner(record.subject())).post(CASES, petition(record)).expect(409);
        assertThat(second.at("/code")).isEqualTo("repair.case.open");
        assertThat(second.at("/detail")).contains(first.at("/id"));
        act(owner(record.subject()), first, "submit").expect(200);
        api.as(owner(record.subject())).post(CASES, petition(record)).expect(409);
    }

    @Test
    void falseMaterialBarsTheSubjectForThreeYearsAndIsPublished() {
        RecordFixture record = RecordFixture.penalty();
        String subject = record.subject();
        Answer effective = effective(record);

        Answer proposed = act(DEPARTMENT, effective, "revoke", "{\"reason\":\"缴款凭证系伪造\"}").expect(200);
        assertThat(proposed.at("/state")).isEqualTo("EFFECTIVE");
        assertThat(proposed.at("/revocation/proposedBy")).isEqualTo("dept-market");
        Answer revoked = act(SECOND_APPROVER, proposed, "revoke").expect(200);
        assertThat(revoked.at("/state")).isEqualTo("REVOKED");
        assertThat(revoked.at("/revocation/barredUntil")).isEqualTo("2029-11-23");

        RecordFixture another = RecordFixture.of(subject);
        Answer draft = draft(another);
        clock.moveTo(LocalDate.of(2029, 11, 23));
        Answer refused = act(owner(subject), draft, "submit").expect(422);
        assertThat(rules(refused)).containsExactly("false-material");
        assertThat(refused.text()).contains("2029-11-23");
        assertThat(api.get("/api/repair/v1/public/decisions?subject=" + subject).expect(200).at("/items/0/state"))
                .isEqualTo("REVOKED");

        clock.moveTo(LocalDate.of(2029, 11, 24));
        act(owner(subject), draft, "submit").expect(200);
    }

    @Test
    void aRevocationNeedsTwoPeople() {
        RecordFixture record = RecordFixture.penalty();
        Answer effective = effective(record);

        Answer proposed = act(APPROVER, effective, "revoke").expect(200);

        assertThat(act(APPROVER, proposed, "revoke").expect(409).at("/code")).isEqualTo("repair.case.four-eyes");
        assertThat(read(APPROVER, proposed).at("/state")).isEqualTo("EFFECTIVE");
    }

    private static List<String> rules(Answer refused) {
        return refused.json().at("/violations").findValuesAsString("rule");
    }
}
