package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two codes prove to be one subject: with an account of either it repairs what is recorded under both. */
class MergedSubjectIT extends RepairTest {

    private static final Token SECOND_APPROVER = Token.of("approver-2", "repair-approver").division("340000");

    private final RecordFixture record = RecordFixture.penalty();
    private final String old = record.subject();
    private final String now = RecordFixture.newSubject();

    private static List<String> ids(Answer list) {
        return list.expect(200).json().at("/items").valueStream().map(item -> item.at("/id").asString()).toList();
    }

    @Test
    void theOwnerAppliesReadsAndFollowsWithAnAccountOfTheOtherCodeAndOnlyWhileTheyAreOne() {
        PEERS.record(record);
        assertThat(api.as(owner(now)).post(CASES, petition(record)).expect(404).at("/code")).isEqualTo("repair.record.unknown");
        PEERS.merge(old, now);

        Answer draft = api.as(owner(now)).post(CASES, petition(record)).expect(201);
        assertThat(draft.at("/subject")).as("a case keeps the code of its record").isEqualTo(old);
        assertThat(api.as(owner(old)).post(CASES, petition(record)).expect(409).at("/code"))
                .as("one case for one record, whoever applies").isEqualTo("repair.case.open");
        Answer forwarded = act(owner(old), draft, "submit").expect(200);
        for (String mine : List.of(old, now)) {
            read(owner(mine), draft).expect(200);
            assertThat(ids(api.as(owner(mine)).get(CASES))).containsExactly(draft.at("/id"));
            for (String asked : List.of(old, now)) {
                assertThat(ids(api.as(owner(mine)).get(CASES + "?subject=" + asked))).containsExactly(draft.at("/id"));
            }
        }
        assertThat(ids(api.as(Token.ofService("report-service")).purpose("信用报告").get(CASES + "?subject=" + now)))
                .containsExactly(draft.at("/id"));

        PEERS.undo(old);
        read(owner(now), draft).expect(404);
        act(owner(now), forwarded, "withdraw").expect(404);
        api.as(owner(now)).get(CASES + "?subject=" + old).expect(404);
        assertThat(ids(api.as(owner(now)).get(CASES))).isEmpty();
        assertThat(ids(api.as(owner(old)).get(CASES))).containsExactly(draft.at("/id"));
    }

    @Test
    void aRepairThatTookEffectIsPublicUnderBothCodes() {
        Answer effective = effective(record);
        PEERS.merge(old, now);
        for (String code : List.of(old, now)) {
            Answer decisions = api.get("/api/repair/v1/public/decisions?subject=" + code).expect(200);
            assertThat(decisions.at("/items/0/number")).isEqualTo(effective.at("/decision/number"));
        }
        PEERS.undo(old);
        assertThat(api.get("/api/repair/v1/public/decisions?subject=" + now).expect(200).at("/items")).isEqualTo("[]");
    }

    @Test
    void anEntryOfTheOtherCodeMayBeNamedAndFalseMaterialUnderOneCodeBarsTheOther() {
        Answer revoked = act(DEPARTMENT, effective(record), "revoke").expect(200);
        act(SECOND_APPROVER, revoked, "revoke").expect(200);
        RecordFixture another = RecordFixture.of(now);
        String entry = "e-" + record.id();
        PEERS.entry(entry, entry(entry));
        PEERS.record(another);
        Answer draft = api.as(owner(now)).post(CASES, Map.of("record", another.id(), "listEntries", List.of(entry),
                "statement", "已整改", "commitment", true)).expect(201);
        assertThat(rules(act(owner(now), draft, "submit").expect(422))).containsExactly("own-entry");

        PEERS.merge(old, now);
        assertThat(rules(act(owner(now), draft, "submit").expect(422))).containsExactly("false-material");
        PEERS.recordsOf(now, another);
        PEERS.recordsOf(old, another);
        for (String asked : List.of(old, now)) {
            Answer eligible = api.as(owner(now)).get("/api/repair/v1/eligible?subject=" + asked).expect(200);
            assertThat(eligible.at("/items/0/unmet/0/rule")).isEqualTo("false-material");
        }
        api.as(owner(RecordFixture.newSubject())).get("/api/repair/v1/eligible?subject=" + now).expect(404);
        PEERS.undo(old);
        api.as(owner(now)).get("/api/repair/v1/eligible?subject=" + old).expect(404);
        assertThat(api.as(owner(now)).get("/api/repair/v1/eligible").expect(200).at("/items/0/unmet")).isEqualTo("[]");
    }

    @Test
    void withoutSubjectServiceNothingIsSaidAboutASubjectButItsOwnCaseIsShown() {
        Answer draft = draft(record);
        StubMapping down = PEERS.down("/api/subject/.*");
        for (Answer refused : List.of(
                api.as(owner(record.subject())).get(CASES),
                api.as(DEPARTMENT).get(CASES + "?subject=" + old),
                read(owner(now), draft),
                api.get("/api/repair/v1/public/decisions?subject=" + old))) {
            assertThat(refused.expect(503).at("/code")).isEqualTo("peer.unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
        read(owner(old), draft).expect(200);
        api.get("/api/repair/v1/public/decisions").expect(200);
        PEERS.over(down);
        await().until(
                () -> api.get("/api/repair/v1/public/decisions?subject=" + old).status() == 200);
    }

    private static List<String> rules(Answer refused) {
        return refused.json().at("/violations").findValuesAsString("rule");
    }

    private String entry(String id) {
        return """
                {"id":"%s","list":"market-serious","subject":"%s","record":null,"state":"PUBLISHED"}""".formatted(id, old);
    }
}
