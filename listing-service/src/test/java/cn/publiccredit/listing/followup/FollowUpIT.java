package cn.publiccredit.listing.followup;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.listing.SubjectServiceFixture;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** From a broken commitment to the proposed case of the list that its template names. */
class FollowUpIT extends ListingFixture {

    static final String BODY = MARKET_OFFICE;

    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    @Qualifier(FollowUpLook.WORKER)
    LeasedWorker look;

    @Autowired
    @Qualifier(FollowUpSteps.WORKER)
    LeasedWorker steps;

    private final String company = SubjectServiceFixture.organisation(uniqueName("承诺"));

    /** One look through all that is open. */
    private void looked() {
        mongo.updateFirst(Query.query(where("_id").is(FollowUpLook.ID)),
                new Update().set("work.due", Instant.EPOCH).set("work.attempts", 0), FollowUpLook.COLLECTION);
        look.wake();
        await().atMost(LONG).until(() -> mongo.exists(Query.query(where("_id").is(FollowUpLook.ID)
                .and("work.due").gt(clock.instant()).and("work.attempts").is(0)), FollowUpLook.COLLECTION));
    }

    private Document done(CommitmentFixture commitment) {
        Query done = Query.query(where("_id").is(commitment.id() + "-2").and("work.due").isNull().and("steps.1.state").is("DONE"));
        await().atMost(LONG).until(() -> mongo.exists(done, FollowUp.COLLECTION));
        return Objects.requireNonNull(mongo.findOne(done, Document.class, FollowUp.COLLECTION));
    }

    private Answer listingCase(Token who, CommitmentFixture commitment) {
        return api.as(who).get(V1 + "/cases/" + commitment.caseId());
    }

    @Test
    void aBreachLeadsToOneProposedCaseOfItsBodyAndItsNumberIsTold() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null).settled();
        CommitmentFixture.open(broken);

        looked();
        done(broken);
        looked();

        Answer proposed = listingCase(DEPARTMENT, broken).expect(200);
        assertThat(proposed.at("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.at("/list")).isEqualTo("watch");
        assertThat(proposed.at("/record")).isEqualTo(broken.record());
        assertThat(proposed.at("/reasons")).contains("340400202606010001", "材料不实");
        assertThat(proposed.at("/history/0/by")).isEqualTo("平台");
        listingCase(OTHER_DEPARTMENT, broken).expect(404);
        assertThat(broken.told()).singleElement().satisfies(told -> {
            assertThat(told.getHeader("If-Match")).isEqualTo("\"7\"");
            assertThat(told.getBodyAsString()).contains("\"listingCase\":\"" + broken.caseId() + "\"");
        });
        step(DEPARTMENT, broken.caseId(), "notify", Map.of("deliveredOn", today().toString(), "way", "直接送达")).expect(200);
        assertThat(traces("case.propose", company)).hasSize(1);
    }

    @Test
    void aPeerThatIsDownIsAskedAgainUntilTheNumberIsToldAndThereIsStillOneCase() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null);
        broken.settling(CommitmentFixture.down(), okJson(broken.json("PROPOSED", broken.caseId())));
        CommitmentFixture.open(broken);

        looked();

        assertThat(done(broken).getList("steps", Document.class).get(1).getInteger("attempts")).isPositive();
        assertThat(broken.told()).extracting(LoggedRequest::getBodyAsString).hasSize(2);
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + company).expect(200).json().at("/items")).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostIsNotAskedForTwice() {
        CommitmentFixture broken = CommitmentFixture.of(company);
        broken.reading("OPEN", "PROPOSED", broken.caseId());
        CommitmentFixture.open(broken);

        looked();
        done(broken);

        assertThat(broken.told()).isEmpty();
        assertThat(listingCase(DEPARTMENT, broken).expect(200).at("/state")).isEqualTo("PROPOSED");
    }

    @Test
    void aBreachThatWasPutRightMeanwhileLeavesNoProposedCase() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "LAPSED", null);
        CommitmentFixture.open(broken);

        looked();
        done(broken);

        assertThat(listingCase(DEPARTMENT, broken).expect(200).at("/state")).isEqualTo("REJECTED");
        assertThat(broken.told()).isEmpty();
    }

    @Test
    void aWorkerThatDiedBetweenCaseAndMarkOpensNoSecondOne() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null).settled();
        CommitmentFixture.open(broken);
        looked();
        done(broken);
        steps.stop();
        try {
            mongo.updateFirst(Query.query(where("_id").is(broken.id() + "-2")), new Update().set("steps.0.state", "PENDING")
                    .set("steps.1.state", "PENDING").set("work.due", Instant.EPOCH), FollowUp.COLLECTION);
        } finally {
            steps.start();
        }

        done(broken);

        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + company).expect(200).json().at("/items")).hasSize(1);
    }

    @Test
    void whatThePlatformMayNotProposeStaysOnTheBodysDesk() {
        CommitmentFixture unknown = CommitmentFixture.of(company).leadingTo("no-such-list").reading("OPEN", "OPEN", null);
        CommitmentFixture serious = CommitmentFixture.of(company).leadingTo("market-serious").reading("OPEN", "OPEN", null);
        CommitmentFixture persons = CommitmentFixture.of(company).persons();
        CommitmentFixture early = CommitmentFixture.of(company).notInRecord();
        CommitmentFixture.open(unknown, serious, persons, early);

        looked();

        assertThat(done(unknown).getString("refused")).contains("no-such-list");
        assertThat(done(serious).getString("refused")).contains("CN", "严重");
        assertThat(List.of(unknown, serious)).allSatisfy(one -> assertThat(one.told()).isEmpty());
        assertThat(mongo.exists(Query.query(where("commitment").in(persons.id(), early.id())), FollowUp.COLLECTION)).isFalse();
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + company).expect(200).json().at("/items")).isEmpty();
    }
}
