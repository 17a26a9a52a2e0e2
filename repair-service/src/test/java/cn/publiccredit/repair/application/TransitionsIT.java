package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransitionsIT extends RepairTest {

    @Test
    void anActionThatTheStateDoesNotAllowSaysWhatIsPossible() {
        RecordFixture record = RecordFixture.penalty();
        Answer forwarded = submitted(record);

        Answer refused = act(APPROVER, forwarded, "approve").expect(409);

        assertThat(refused.at("/code")).isEqualTo("repair.case.state");
        assertThat(refused.at("/detail")).contains("已推送认定单位", "受理、不予受理、撤回");
        Answer english = api.as(APPROVER).with("If-Match", forwarded.header("ETag")).with("Accept-Language", "en")
                .post(CASES + "/" + forwarded.at("/id") + "/approve", "{}").expect(409);
        assertThat(english.at("/detail")).contains("FORWARDED", "accept, refuse, withdraw");
    }

    @Test
    void nothingCanBeDoneWithARefusedCase() {
        RecordFixture record = RecordFixture.penalty();
        Answer refused = act(DEPARTMENT, submitted(record), "refuse").expect(200);
        assertThat(refused.at("/state")).isEqualTo("NOT_ACCEPTED");
        assertThat(refused.json().at("/history").findValuesAsString("note")).contains("情况需要");

        for (String action : List.of("submit", "withdraw")) {
            assertThat(act(owner(record.subject()), refused, action).expect(409).at("/code")).isEqualTo("repair.case.state");
        }
        for (String action : List.of("accept", "refuse", "extend")) {
            assertThat(act(DEPARTMENT, refused, action).expect(409).at("/code")).isEqualTo("repair.case.state");
        }
        for (String action : List.of("approve", "reject", "revoke")) {
            assertThat(act(APPROVER, refused, action).expect(409).at("/code")).isEqualTo("repair.case.state");
        }
    }

    @Test
    void aRejectedCaseLeavesTheRecordAsItIs() {
        RecordFixture record = RecordFixture.penalty();
        Answer rejected = act(APPROVER, accepted(record), "reject").expect(200);

        assertThat(rejected.at("/state")).isEqualTo("REJECTED");
        assertThat(PEERS.postsTo("/api/subject/v1/records/" + record.id() + "/publicity-stop")).isEmpty();
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        RecordFixture record = RecordFixture.penalty();
        Answer draft = draft(record);
        Token owner = owner(record.subject());
        String submit = CASES + "/" + draft.at("/id") + "/submit";

        assertThat(api.as(owner).post(submit, "{}").expect(428).at("/code")).isEqualTo("request.precondition-required");
        act(owner, draft, "submit").expect(200);
        assertThat(act(DEPARTMENT, draft, "accept").expect(412).at("/code")).isEqualTo("request.stale");
    }

    @Test
    void ofTwoSimultaneousApprovalsOneCounts() throws Exception {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);
        List<Callable<Answer>> approvals = IntStream.range(0, 6).<Callable<Answer>>mapToObj(i -> () ->
                act(Token.of("approver-" + i, "repair-approver").division("340000"), accepted, "approve")).toList();

        List<Answer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            answers = threads.invokeAll(approvals).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() != 200).allMatch(a -> a.status() == 412 || a.status() == 409);
        Answer done = eventually(record, accepted, a -> a.at("/state").equals("EFFECTIVE"));
        assertThat(done.json().at("/history").findValuesAsString("state")).containsOnlyOnce("APPROVED", "EFFECTIVE");
        assertThat(PEERS.postsTo("/api/subject/v1/records/" + record.id() + "/publicity-stop")).hasSize(1);
    }

    @Test
    void badBodiesAreRefusedWithAllThatIsWrong() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);

        Answer extend = act(DEPARTMENT, accepted, "extend", "{\"reason\":\" \",\"workingDays\":0}").expect(422);
        assertThat(extend.json().at("/violations").findValuesAsString("field")).containsExactly("reason", "workingDays");
        act(DEPARTMENT, accepted, "extend", "{\"reason\":\"x\",\"workingDays\":31}").expect(422);
        act(APPROVER, accepted, "reject", "{}").expect(422);
        act(APPROVER, accepted, "reject", "{\"reason\":\"x\",\"unknown\":1}").expect(422);
        api.as(owner(record.subject())).post(CASES, "{}").expect(422);
        api.as(owner(record.subject())).post(CASES, "[]").expect(400);
        api.as(owner(record.subject())).post(CASES, "{\"record\":\"x\",\"materials\":[{\"text\":\"无名\"}]}").expect(422);
        api.as(owner(record.subject())).post(CASES, "{\"record\":\"x\",\"materials\":[null],\"listEntries\":[null]}").expect(422);
        assertThat(read(owner(record.subject()), accepted).at("/version")).isEqualTo(accepted.at("/version"));
    }
}
