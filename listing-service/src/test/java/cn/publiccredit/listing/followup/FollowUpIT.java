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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** From a broken commitment to the proposed case of the list that its template names. */
class FollowUpIT extends ListingFixture {

    static final String BODY = MARKET_OFFICE;

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
        await().until(() -> mongo.exists(Query.query(where("_id").is(FollowUpLook.ID)
                .and("work.due").gt(clock.instant()).and("work.attempts").is(0)), FollowUpLook.COLLECTION));
    }

    private Document done(CommitmentFixture commitment) {
        Query done = Query.query(where("_id").is(commitment.id() + "-2").and("work.due").isNull().and("steps.1.state").is("DONE"));
        await().until(() -> mongo.exists(done, FollowUp.COLLECTION));
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
        assertThat(found(DEPARTMENT, broken).get(0).at("/state").asString()).isEqualTo("SETTLED");
        assertThat(broken.told()).isEmpty();
    }

    @Test
    void aCaseThatItsBodyHasGoneOnWithStaysTheFollowUpsCaseAlsoWhenTheBreachIsSettledOtherwise() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null);
        broken.settling(CommitmentFixture.down(), CommitmentFixture.down());
        CommitmentFixture.open(broken);
        looked();
        await().until(() -> !broken.told().isEmpty());
        step(DEPARTMENT, broken.caseId(), "notify", Map.of("deliveredOn", today().toString(), "way", "直接送达")).expect(200);

        broken.reading("NOT_PROPOSED", "NOT_PROPOSED", null);
        done(broken);

        assertThat(listingCase(DEPARTMENT, broken).expect(200).at("/state")).isEqualTo("NOTIFIED");
        JsonNode one = found(DEPARTMENT, broken).get(0);
        assertThat(one.at("/state").asString()).isEqualTo("PROPOSED");
        assertThat(one.at("/listingCase").asString()).isEqualTo(broken.caseId());
    }

    @Test
    void withACaseThatItsBodyHasRejectedTheFollowUpIsOver() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null);
        broken.settling(CommitmentFixture.down(), CommitmentFixture.down());
        CommitmentFixture.open(broken);
        looked();
        await().until(() -> !broken.told().isEmpty());
        step(DEPARTMENT, broken.caseId(), "reject", Map.of("reason", "情节轻微")).expect(200);

        broken.reading("NOT_PROPOSED", "NOT_PROPOSED", null);
        done(broken);

        assertThat(listingCase(DEPARTMENT, broken).expect(200).at("/history/1/note")).as("in its body's words").isEqualTo("情节轻微");
        JsonNode one = found(DEPARTMENT, broken).get(0);
        assertThat(one.at("/state").asString()).isEqualTo("SETTLED");
        assertThat(one.at("/listingCase").isNull()).isTrue();
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
        CommitmentFixture persons = CommitmentFixture.of(company).persons().reading("OPEN", "OPEN", null);
        CommitmentFixture early = CommitmentFixture.of(company).notInRecord();
        CommitmentFixture.open(unknown, serious, persons, early);

        looked();

        done(unknown);
        done(serious);
        done(persons);
        assertThat(reasons(unknown)).singleElement().asString().startsWith("known").contains("no-such-list");
        assertThat(reasons(serious)).hasSize(2).anySatisfy(why -> assertThat(why).startsWith("item").contains("CN"))
                .anySatisfy(why -> assertThat(why).startsWith("severity").contains("严重"));
        assertThat(reasons(persons)).singleElement().asString().startsWith("person");
        assertThat(found(CITY, early)).as("what is not in the record yet is looked at later").isEmpty();
        assertThat(List.of(unknown, serious, persons)).allSatisfy(one -> assertThat(one.told()).isEmpty());
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + company).expect(200).json().at("/items")).isEmpty();
    }

    /** Why it cannot be proposed, rule by rule. */
    private List<String> reasons(CommitmentFixture commitment) {
        JsonNode one = found(DEPARTMENT, commitment).get(0);
        assertThat(one.at("/state").asString()).isEqualTo("NOT_POSSIBLE");
        assertThat(one.at("/listingCase").isNull()).isTrue();
        return one.at("/reasons").valueStream().map(why -> why.at("/rule").asString() + " " + why.at("/message").asString()).toList();
    }

    private JsonNode found(Token who, CommitmentFixture commitment) {
        return api.as(who).get(V1 + "/follow-ups?commitment=" + commitment.id()).expect(200).json().at("/items");
    }

    @Test
    void itsBodyAndThoseAboveItReadWhatThePlatformDidAndNobodyElse() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null).settled();
        CommitmentFixture persons = CommitmentFixture.of(company).persons().reading("OPEN", "OPEN", null);
        CommitmentFixture.open(broken, persons);
        looked();
        done(broken);
        done(persons);

        for (Token who : List.of(DEPARTMENT, CITY, PROVINCE, AUDITOR)) {
            JsonNode one = found(who, broken).get(0);
            assertThat(one.at("/id").asString()).isEqualTo(broken.id() + "-2");
            assertThat(one.at("/state").asString()).isEqualTo("PROPOSED");
            assertThat(one.at("/listingCase").asString()).isEqualTo(broken.caseId());
            assertThat(one.at("/list").asString()).isEqualTo("watch");
            assertThat(one.at("/authority/uscc").asString()).isEqualTo(BODY);
        }
        assertThat(found(OTHER_DEPARTMENT, broken)).isEmpty();
        assertThat(found(OTHER_CITY, broken)).isEmpty();
        api.as(BANK).get(V1 + "/follow-ups").expect(403);
        api.get(V1 + "/follow-ups").expect(401);
        api.as(CITY).get(V1 + "/follow-ups?state=NEVER").expect(400);
        assertThat(ids(CITY, "state=NOT_POSSIBLE&")).contains(persons.id() + "-2").doesNotContain(broken.id() + "-2");
        assertThat(ids(CITY, "state=PROPOSED&")).contains(broken.id() + "-2").doesNotContain(persons.id() + "-2");
        assertThat(ids(CITY, "")).contains(broken.id() + "-2", persons.id() + "-2").doesNotHaveDuplicates();
        assertThat(api.as(CITY).with("Accept-Language", "en").get(V1 + "/follow-ups?commitment=" + persons.id()).expect(200)
                .at("/items/0/reasons/0/message")).startsWith("It is a natural person's");
        assertThat(traces("follow-up.read", company)).isNotEmpty();
    }

    /** All, one on a page. */
    private List<String> ids(Token who, String query) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.as(who).get(V1 + "/follow-ups?" + query + "limit=1" + after).expect(200);
            page.json().at("/items").forEach(one -> ids.add(one.at("/id").asString()));
            after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        return ids;
    }

    @Test
    void whatCouldNotBeProposedIsLookedAtAgainAfterADay() {
        CommitmentFixture gone = CommitmentFixture.of(company).leadingTo("no-such-list").reading("OPEN", "NOT_PROPOSED", null);
        CommitmentFixture open = CommitmentFixture.of(company).leadingTo("no-such-list").reading("OPEN", "OPEN", null);
        CommitmentFixture.open(gone, open);
        looked();
        done(gone);
        done(open);
        clock.forward(Duration.ofHours(23));
        looked();
        assertThat(mongo.exists(Query.query(where("_id").is(gone.id() + "-2").and("work.due").ne(null)), FollowUp.COLLECTION))
                .as("not yet").isFalse();
        assertThat(reasons(gone)).hasSize(1);

        clock.forward(Duration.ofHours(2));
        looked();

        await().untilAsserted(() -> assertThat(found(DEPARTMENT, gone).get(0).at("/state").asString())
                .as("its body has settled it").isEqualTo("SETTLED"));
        done(open);
        assertThat(reasons(open)).hasSize(1);
    }

    @Test
    void whatCanBeProposedADayLaterIsProposedThen() {
        CommitmentFixture broken = CommitmentFixture.of(company).reading("OPEN", "OPEN", null).settled();
        SubjectServiceFixture.record(broken.record(), company, "XK", "GENERAL", "ACTIVE", BODY, "340400");
        CommitmentFixture.open(broken);
        looked();
        done(broken);
        assertThat(reasons(broken)).singleElement().asString().startsWith("item");

        SubjectServiceFixture.record(broken.record(), company, "CN", "GENERAL", "ACTIVE", BODY, "340400");
        clock.forward(Duration.ofHours(25));
        looked();

        await().until(() -> !broken.told().isEmpty());
        done(broken);
        JsonNode one = found(DEPARTMENT, broken).get(0);
        assertThat(one.at("/state").asString()).isEqualTo("PROPOSED");
        assertThat(one.at("/reasons")).isEmpty();
        assertThat(one.at("/listingCase").asString()).isEqualTo(broken.caseId());
    }
}
