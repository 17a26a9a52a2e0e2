package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RecordFixture;
import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.testing.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class DeadlinesIT extends RepairTest {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void deadlinesSkipTheNationalHolidayAndCountTheWorkedSaturday() {
        clock.moveTo(LocalDate.of(2026, 9, 29));
        RecordFixture record = RecordFixture.penalty();

        Answer forwarded = submitted(record);
        assertThat(forwarded.at("/deadlines/acceptBy")).isEqualTo("2026-10-09");
        assertThat(forwarded.at("/deadlines/totalBy")).isEqualTo("2026-10-19");
        assertThat(forwarded.at("/deadlines/reviewBy")).isEmpty();

        clock.moveTo(LocalDate.of(2026, 10, 8));
        Answer accepted = act(DEPARTMENT, forwarded, "accept").expect(200);
        assertThat(accepted.at("/deadlines/reviewBy")).isEqualTo("2026-10-16");
        assertThat(accepted.at("/deadlines/provisional")).isEqualTo("false");
    }

    @Test
    void aLateCaseShowsAsOverdueAndCanBeListed() {
        RecordFixture record = RecordFixture.penalty();
        Answer forwarded = submitted(record);
        String overdue = CASES + "?overdue=true&subject=" + record.subject();

        clock.moveTo(LocalDate.of(2026, 11, 26));
        assertThat(read(DEPARTMENT, forwarded).at("/deadlines/overdue")).isEqualTo("false");
        assertThat(api.as(DEPARTMENT).get(overdue).expect(200).json().at("/items").size()).isZero();

        clock.moveTo(LocalDate.of(2026, 11, 27));
        assertThat(read(DEPARTMENT, forwarded).at("/deadlines/overdue")).isEqualTo("true");
        assertThat(api.as(DEPARTMENT).get(overdue).expect(200).json().at("/items").size()).isEqualTo(1);
        Answer accepted = act(DEPARTMENT, forwarded, "accept").expect(200);
        assertThat(accepted.at("/deadlines/overdue")).isEqualTo("false");

        clock.moveTo(LocalDate.of(2026, 12, 8));
        assertThat(read(DEPARTMENT, accepted).at("/deadlines/overdue")).isEqualTo("true");
        assertThat(api.get("/actuator/prometheus").expect(200).text()).contains("credit_repair_overdue");
    }

    @Test
    void anExtensionMovesTheResultAndIsGivenOnce() {
        RecordFixture record = RecordFixture.penalty();
        Answer accepted = accepted(record);
        assertThat(accepted.at("/deadlines/reviewBy")).isEqualTo("2026-12-02");

        Answer extended = act(DEPARTMENT, accepted, "extend", "{\"reason\":\"需现场核查\",\"workingDays\":5}").expect(200);

        assertThat(extended.at("/state")).isEqualTo("EXTENDED");
        assertThat(extended.at("/deadlines/reviewBy")).isEqualTo("2026-12-09");
        assertThat(extended.at("/deadlines/totalBy")).isEqualTo("2026-12-14");
        assertThat(act(DEPARTMENT, extended, "extend").expect(409).at("/code")).isEqualTo("repair.case.state");
        act(APPROVER, extended, "approve").expect(200);
    }

    @Test
    void howLongAReviewMayBeExtendedIsTheCataloguesMatter() {
        Answer accepted = accepted(RecordFixture.penalty());
        PEERS.longestExtension(4);

        Answer refused = act(DEPARTMENT, accepted, "extend", "{\"reason\":\"需现场核查\",\"workingDays\":5}").expect(422);
        assertThat(refused.at("/violations/0/message")).contains("1 至 4");

        mongo.dropCollection("rule_books");
        PEERS.down("/api/catalog/.*");
        Answer unknown = act(DEPARTMENT, accepted, "extend", "{\"reason\":\"需现场核查\",\"workingDays\":4}").expect(503);
        assertThat(unknown.header("Retry-After")).isNotEmpty();
        PEERS.reset();
        PEERS.longestExtension(4);
        act(DEPARTMENT, accepted, "extend", "{\"reason\":\"需现场核查\",\"workingDays\":4}").expect(200);
    }

    @Test
    void aYearWithoutPublishedHolidaysMakesADeadlineProvisional() {
        clock.moveTo(LocalDate.of(2026, 12, 28));

        Answer forwarded = submitted(RecordFixture.penalty());

        assertThat(forwarded.at("/deadlines/provisional")).isEqualTo("true");
        assertThat(forwarded.at("/deadlines/totalBy")).isEqualTo("2027-01-11");
    }

    @Test
    void whileTheCatalogueIsDownTheLastGoodCopyCounts() {
        submitted(RecordFixture.penalty());
        PEERS.down("/api/catalog/.*");

        Answer forwarded = submitted(RecordFixture.penalty());

        assertThat(forwarded.at("/deadlines/acceptBy")).isEqualTo("2026-11-26");
    }

    @Test
    void rulesThatWereNeverFetchedAreNotMadeUp() {
        mongo.dropCollection("rule_books");
        PEERS.down("/api/catalog/.*");
        RecordFixture record = RecordFixture.penalty();
        Answer draft = draft(record);

        Answer refused = act(owner(record.subject()), draft, "submit").expect(503);

        assertThat(refused.at("/code")).isEqualTo("peer.unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(read(owner(record.subject()), draft).at("/state")).isEqualTo("DRAFT");
    }
}
