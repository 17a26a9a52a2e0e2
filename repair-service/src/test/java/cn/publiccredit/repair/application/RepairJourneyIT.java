package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class RepairJourneyIT extends RepairTest {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aCaseGoesFromDraftToEffectAndEveryPeerIsToldOnce() {
        RecordFixture record = RecordFixture.penalty();
        String subject = record.subject();
        PEERS.entriesOf(subject,
                entry("e-other", subject, "another-record", "PUBLISHED"),
                entry("e-mine-" + record.id(), subject, record.id(), "PUBLISHED") + ","
                        + entry("e-gone", subject, record.id(), "EXITED"));

        Answer draft = draft(record);
        assertThat(draft.at("/state")).isEqualTo("DRAFT");
        assertThat(draft.header("Location")).isEqualTo(CASES + "/" + draft.at("/id"));
        Answer forwarded = act(owner(subject), draft, "submit").expect(200);
        assertThat(forwarded.at("/state")).isEqualTo("FORWARDED");
        assertThat(forwarded.at("/history/1/state")).isEqualTo("SUBMITTED");
        Answer accepted = act(DEPARTMENT, forwarded, "accept").expect(200);
        Answer approved = act(APPROVER, accepted, "approve").expect(200);
        assertThat(approved.at("/state")).isEqualTo("APPROVED");
        assertThat(approved.json().at("/steps").size()).isEqualTo(4);

        Answer done = eventually(record, approved, a -> a.at("/state").equals("EFFECTIVE"));

        assertThat(done.at("/decision/number")).matches("XF20261123\\d{6}");
        assertThat(done.json().at("/steps").findValuesAsString("state")).containsOnly("DONE").hasSize(4);
        assertThat(done.json().at("/history").findValuesAsString("state")).containsExactly(
                "DRAFT", "SUBMITTED", "FORWARDED", "ACCEPTED", "APPROVED", "EFFECTIVE");
        assertThat(PEERS.postsTo("/api/subject/v1/records/" + record.id() + "/publicity-stop")).singleElement()
                .satisfies(r -> assertThat(r.getBodyAsString()).contains("\"case\":\"" + done.at("/id") + "\"")
                        .contains("\"decidedBy\":\"approver\"").contains("\"effectiveDate\":\"2026-11-23\""));
        assertThat(PEERS.postsTo("/api/subject/v1/records/" + record.id() + "/sharing-stop")).hasSize(1);
        assertThat(PEERS.postsTo("/api/listing/v1/entries/e-mine-" + record.id() + "/exit")).singleElement()
                .satisfies(r -> assertThat(r.getBodyAsString()).contains("\"kind\":\"REPAIRED\""));
        assertThat(PEERS.postsTo("/api/listing/v1/entries/e-other/exit")).isEmpty();
        assertThat(PEERS.postsTo("/api/listing/v1/entries/e-gone/exit")).isEmpty();
    }

    @Test
    void aRepairedRecordThatTellsOfMisconductAgainMayBeRepairedAgainByACaseOfItsOwn() {
        RecordFixture record = RecordFixture.penalty();
        Answer first = effective(record);
        PEERS.record(record.state("REPAIRED"));
        assertThat(api.as(owner(record.subject())).post(CASES, petition(record)).expect(409).at("/code")).isEqualTo("repair.record.repaired");
        // Of another breach, in force again.
        PEERS.recordsOf(record.subject(), record);
        assertThat(api.as(owner(record.subject())).get("/api/repair/v1/eligible").expect(200).at("/items/0/eligible")).isEqualTo("true");

        Answer second = effective(record);

        assertThat(second.at("/id")).isNotEqualTo(first.at("/id"));
        assertThat(PEERS.postsTo("/api/subject/v1/records/" + record.id() + "/publicity-stop")).hasSize(2);
        assertThat(read(owner(record.subject()), first).expect(200).at("/state")).isEqualTo("EFFECTIVE");
    }

    @Test
    void anEntryThatTheCaseNamesEndsToo() {
        RecordFixture record = RecordFixture.penalty();
        String subject = record.subject();
        String entry = "e-named-" + record.id();
        PEERS.record(record);
        PEERS.entry(entry, entry(entry, subject, null, "PUBLISHED"));
        PEERS.entriesOf(subject, entry(entry, subject, null, "PUBLISHED"), entry("e-else", subject, null, "PUBLISHED"));
        Answer draft = api.as(owner(subject)).post(CASES, Map.of("record", record.id(), "listEntries", new String[] {entry},
                "statement", "已整改", "commitment", true)).expect(201);

        Answer accepted = act(DEPARTMENT, act(owner(subject), draft, "submit").expect(200), "accept").expect(200);
        eventually(record, act(APPROVER, accepted, "approve").expect(200), a -> a.at("/state").equals("EFFECTIVE"));

        assertThat(PEERS.postsTo("/api/listing/v1/entries/" + entry + "/exit")).hasSize(1);
        assertThat(PEERS.postsTo("/api/listing/v1/entries/e-else/exit")).isEmpty();
    }

    @Test
    void theDecisionCanBeReadAndPrinted() {
        RecordFixture record = RecordFixture.penalty();
        Answer approved = approved(record);
        Token owner = owner(record.subject());
        Answer done = eventually(record, approved, a -> a.at("/state").equals("EFFECTIVE"));
        String path = CASES + "/" + done.at("/id") + "/decision";

        Answer data = api.as(owner).get(path).expect(200);
        assertThat(data.at("/number")).isEqualTo(done.at("/decision/number"));
        assertThat(data.at("/authority")).isEqualTo("宿州市市场监督管理局");

        Answer page = api.as(owner).with("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8").get(path).expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html").containsIgnoringCase("utf-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text()).contains("信用修复决定书", done.at("/decision/number"), "宿州晨星商贸有限公司",
                "2026年11月23日").doesNotContain("{{");
    }

    @Test
    void thereIsNoDecisionBeforeTheEffect() {
        RecordFixture record = RecordFixture.penalty();
        Answer forwarded = submitted(record);

        Answer none = api.as(owner(record.subject())).get(CASES + "/" + forwarded.at("/id") + "/decision").expect(404);

        assertThat(none.at("/code")).isEqualTo("repair.decision.not-issued");
    }

    @Test
    void everybodySeesThatARecordWasRepairedAndNothingElse() {
        RecordFixture record = RecordFixture.penalty();
        effective(record);

        Answer decisions = api.get("/api/repair/v1/public/decisions?subject=" + record.subject()).expect(200);

        assertThat(decisions.json().at("/items").size()).isEqualTo(1);
        assertThat(decisions.at("/items/0/state")).isEqualTo("EFFECTIVE");
        assertThat(decisions.at("/items/0/commitment")).contains("郑重承诺");
        assertThat(decisions.text()).doesNotContain("statement", "缴款凭证", "history", "approver");
    }

    @Test
    void aDraftCanBeCorrectedAndAWithdrawnCaseFreesTheRecord() {
        RecordFixture record = RecordFixture.penalty();
        Token owner = owner(record.subject());
        Answer draft = draft(record);

        Answer edited = api.as(owner).with("If-Match", draft.header("ETag"))
                .put(CASES + "/" + draft.at("/id"), Map.of("statement", "更正后的说明", "commitment", true)).expect(200);
        assertThat(edited.at("/statement")).isEqualTo("更正后的说明");
        act(owner, edited, "withdraw").expect(200);

        Answer again = draft(record);
        assertThat(again.at("/id")).isNotEqualTo(draft.at("/id"));
    }

    @Test
    void theSameKeyedRequestOpensOneCase() {
        RecordFixture record = RecordFixture.penalty();
        PEERS.record(record);
        var keyed = api.as(owner(record.subject())).with("Idempotency-Key", "key-" + record.id());

        Answer first = keyed.post(CASES, petition(record)).expect(201);
        // As after a crash between the write and the answer: the key is forgotten, the case is there.
        mongo.dropCollection("idempotency");
        Answer second = keyed.post(CASES, petition(record)).expect(201);

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    }

    private static String entry(String id, String subject, @Nullable String record, String state) {
        return """
                {"id":"%s","list":"market-serious","listName":"市场监管严重违法失信名单","kind":"BLACK","subject":"%s",
                 "subjectName":"宿州晨星商贸有限公司","record":%s,"state":"%s","measures":["M01"]}"""
                .formatted(id, subject, record == null ? "null" : "\"" + record + "\"", state);
    }
}
