package cn.publiccredit.repair.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import org.junit.jupiter.api.Test;

class EligibilityIT extends RepairTest {

    private static final String ELIGIBLE = "/api/repair/v1/eligible";

    @Test
    void aSubjectSeesWhatCanBeRepairedNowAndFromWhen() {
        RecordFixture now = RecordFixture.penalty();
        String subject = now.subject();
        RecordFixture later = RecordFixture.of(subject).earliestRepair("2027-02-01");
        RecordFixture open = RecordFixture.of(subject);
        String openCase = draft(open).at("/id");
        PEERS.recordsOf(subject, now, later, open, RecordFixture.of(subject).state("REPAIRED"),
                RecordFixture.of(subject).severity("NONE"));

        Answer list = api.as(owner(subject)).get(ELIGIBLE).expect(200);

        assertThat(list.json().at("/items").findValuesAsString("record")).containsExactly(now.id(), later.id(), open.id());
        assertThat(list.json().at("/items").findValuesAsString("eligible")).containsExactly("true", "false", "false");
        assertThat(list.at("/items/1/earliestRepair")).isEqualTo("2027-02-01");
        assertThat(list.at("/items/1/unmet/0/message")).contains("自 2027-02-01 起");
        assertThat(list.at("/items/2/openCase")).isEqualTo(openCase);
        assertThat(api.as(owner(subject)).with("Accept-Language", "en").get(ELIGIBLE + "?subject=" + subject).expect(200)
                .at("/items/1/unmet/0/message")).contains("possible from 2027-02-01");
    }

    @Test
    void nobodyElseSeesThem() {
        api.as(owner(RecordFixture.newSubject())).get(ELIGIBLE + "?subject=" + RecordFixture.newSubject()).expect(404);
        api.as(DEPARTMENT).get(ELIGIBLE).expect(403);
    }

    @Test
    void withoutTheRecordsThereIsNoAnswer() {
        PEERS.down("/api/subject/.*");

        Answer refused = api.as(owner(RecordFixture.newSubject())).get(ELIGIBLE).expect(503);

        assertThat(refused.at("/code")).isEqualTo("peer.unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }
}
