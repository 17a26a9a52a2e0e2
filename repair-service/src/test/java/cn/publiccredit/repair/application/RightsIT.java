package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RightsIT extends RepairTest {

    private static final Token CITY = Token.of("city-suzhou", "city-operator").division("341300");
    private static final Token OTHER_CITY = Token.of("city-huainan", "city-operator").division("340400");
    private static final Token OTHER_DEPARTMENT =
            Token.of("dept-tax", "department-user").org("11341300MB7654321X").division("341300");
    private static final Token BANK = Token.of("demo-bank", "bank").org("91340000MA0BANK01X");
    private static final Token AUDITOR = Token.of("auditor", "auditor");

    @Test
    void aStrangersCaseDoesNotExist() {
        RecordFixture record = RecordFixture.penalty();
        Token stranger = owner(RecordFixture.newSubject());
        Answer draft = draft(record);
        String path = CASES + "/" + draft.at("/id");

        api.as(stranger).get(path).expect(404);
        api.as(stranger).get(path + "/decision").expect(404);
        api.as(stranger).get(CASES + "?subject=" + record.subject()).expect(404);
        for (String action : List.of("submit", "withdraw")) {
            act(stranger, draft, action).expect(404);
        }
        assertThat(api.as(stranger).post(CASES, petition(record)).expect(404).at("/code")).isEqualTo("repair.record.unknown");
        assertThat(api.as(AUDITOR).get("/api/repair/v1/audit?subject=" + record.subject()).expect(200).text())
                .contains("REFUSED", "case.read", "case.submit", "owner-");
    }

    @Test
    void aDraftIsTheSubjectsOwnBusiness() {
        Answer draft = draft(RecordFixture.penalty());

        read(DEPARTMENT, draft).expect(404);
        read(CITY, draft).expect(404);
        read(APPROVER, draft).expect(404);
    }

    @Test
    void onlyTheDeterminingDepartmentOrItsCityHandles() {
        RecordFixture record = RecordFixture.penalty();
        Answer forwarded = submitted(record);

        act(OTHER_DEPARTMENT, forwarded, "accept").expect(404);
        act(OTHER_CITY, forwarded, "accept").expect(404);
        act(APPROVER, forwarded, "accept").expect(403);
        act(owner(record.subject()), forwarded, "accept").expect(403);
        act(BANK, forwarded, "accept").expect(403);
        assertThat(act(CITY, forwarded, "accept").expect(200).at("/state")).isEqualTo("ACCEPTED");
    }

    @Test
    void onlyAnApproverOfTheDivisionDecides() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);

        act(DEPARTMENT, accepted, "approve").expect(403);
        act(owner(record.subject()), accepted, "approve").expect(403);
        act(Token.of("approver-huainan", "repair-approver").division("340400"), accepted, "approve").expect(404);
        act(Token.of("approver-nowhere", "repair-approver"), accepted, "reject").expect(404);
        act(Token.of("approver-suzhou", "repair-approver").division("341300"), accepted, "reject").expect(200);
    }

    @Test
    void whoeverAcceptedCannotApprove() {
        RecordFixture record = RecordFixture.penalty();
        Token both = Token.of("both", "department-user", "repair-approver").org(RecordFixture.DEPARTMENT).division("341300");
        Answer accepted = act(both, submitted(record), "accept").expect(200);

        assertThat(act(both, accepted, "approve").expect(409).at("/code")).isEqualTo("repair.case.four-eyes");
        assertThat(act(both, accepted, "reject").expect(409).at("/code")).isEqualTo("repair.case.four-eyes");
        act(APPROVER, accepted, "approve").expect(200);
        assertThat(api.as(AUDITOR).get("/api/repair/v1/audit?subject=" + record.subject() + "&limit=100").expect(200).text())
                .contains("\"action\":\"case.approve\"").contains("REFUSED");
    }

    @Test
    void withoutATokenNothingIsShown() {
        Answer forwarded = submitted(RecordFixture.penalty());

        api.get(CASES + "/" + forwarded.at("/id")).expect(401);
        api.get(CASES).expect(401);
        api.get("/api/repair/v1/eligible").expect(401);
        api.post(CASES, "{}").expect(401);
    }

    @Test
    void everyoneGetsTheListThatIsHis() {
        RecordFixture record = RecordFixture.penalty();
        Answer forwarded = submitted(record);
        String ofSubject = CASES + "?subject=" + record.subject();

        assertThat(ids(api.as(owner(record.subject())).get(CASES))).containsExactly(forwarded.at("/id"));
        assertThat(ids(api.as(DEPARTMENT).get(CASES + "?state=FORWARDED&limit=500"))).contains(forwarded.at("/id"));
        assertThat(ids(api.as(CITY).get(ofSubject))).containsExactly(forwarded.at("/id"));
        assertThat(ids(api.as(OTHER_CITY).get(ofSubject))).isEmpty();
        assertThat(ids(api.as(OTHER_CITY).get(CASES + "?limit=500"))).doesNotContain(forwarded.at("/id"));
        assertThat(ids(api.as(OTHER_DEPARTMENT).get(ofSubject))).isEmpty();
        Token province = Token.of("province", "province-operator").division("340000");
        assertThat(api.as(province).get(ofSubject).expect(400).at("/code")).isEqualTo("purpose.required");
        assertThat(ids(api.as(province).purpose("日常监管").get(ofSubject))).containsExactly(forwarded.at("/id"));
        assertThat(ids(api.as(Token.ofService("report-service")).purpose("信用报告").get(ofSubject)))
                .containsExactly(forwarded.at("/id"));
        api.as(DEPARTMENT).get(CASES + "?state=NONSENSE").expect(400);
    }

    @Test
    void aBankLearnsOfRepairsThatTookEffectAndNothingElse() {
        RecordFixture open = RecordFixture.penalty();
        RecordFixture done = RecordFixture.of(open.subject());
        submitted(open);
        Answer effective = effective(done);
        String ofSubject = CASES + "?subject=" + open.subject();

        assertThat(api.as(BANK).get(ofSubject).expect(400).at("/code")).isEqualTo("purpose.required");
        Answer seen = api.as(BANK).purpose("LOAN").get(ofSubject).expect(200);

        assertThat(ids(seen)).containsExactly(effective.at("/id"));
        assertThat(seen.at("/items/0/decision/number")).isEqualTo(effective.at("/decision/number"));
        assertThat(seen.text()).doesNotContain("罚款已于", "缴款凭证", "dept-market", "owner-");
        read(BANK, effective).expect(403);
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        String subject = RecordFixture.newSubject();
        List<String> newestFirst = IntStream.range(0, 5)
                .mapToObj(i -> draft(RecordFixture.of(subject)).at("/id")).toList().reversed();

        Answer first = api.as(owner(subject)).get(CASES + "?limit=2").expect(200);
        Answer second = api.as(owner(subject)).get(CASES + "?limit=2&after=" + first.at("/next")).expect(200);
        Answer last = api.as(owner(subject)).get(CASES + "?limit=2&after=" + second.at("/next")).expect(200);

        assertThat(Stream.of(first, second, last).flatMap(a -> ids(a).stream())).hasSize(5)
                .containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(last.at("/next")).isEmpty();
        api.as(owner(subject)).get(CASES + "?after=nonsense").expect(400);
    }

    private static List<String> ids(Answer list) {
        return list.expect(200).json().at("/items").valueStream().map(item -> item.at("/id").asString()).toList();
    }
}
