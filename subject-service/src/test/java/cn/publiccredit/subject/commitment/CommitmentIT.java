package cn.publiccredit.subject.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommitmentIT extends SubjectServiceFixture {

    private static final String COMMITMENTS = PREFIX + "/commitments";

    private final String company = Codes.next("340400");
    private final LocalDate today = LocalDate.of(2026, 6, 1);

    @BeforeEach
    void theCompanyIsKnown() {
        clock.moveTo(today);
        Batch.of("DJ", HUAINAN_MARKET, clock.instant()).into(intake,
                Row.registering(company, "淮南承诺" + company + "有限公司", today, "淮南市"));
    }

    private Api body() {
        return department(HUAINAN_MARKET, "340400");
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new HashMap<>();
        request.put("template", "YZ-SP");
        request.put("matter", "食品经营许可");
        request.put("checkBy", "2026-07-01");
        return request;
    }

    private Answer recorded() {
        Map<String, Object> request = request();
        request.put("subject", company);
        request.put("authority", Map.of("name", "淮南市市场监督管理局"));
        return body().post(COMMITMENTS, request).expect(201);
    }

    private Answer found(Answer commitment, String finding, String facts) {
        return body().with("If-Match", current(commitment).header("ETag"))
                .post(COMMITMENTS + "/" + commitment.at("/id") + "/" + finding, Map.of("facts", facts));
    }

    /** As it stands when everything that happened is in the record. */
    private Answer current(Answer commitment) {
        String address = COMMITMENTS + "/" + commitment.at("/id");
        Awaitility.await().until(() -> body().get(address).expect(200).at("/inRecord").equals("true")
                && Objects.requireNonNull(mongo.getCollection("commitments")
                .find(new Document("_id", commitment.at("/id"))).first()).get("work", Document.class).get("due") == null);
        return body().get(address);
    }

    private Answer record() {
        return province().get(PREFIX + "/subjects/" + company + "/records?item=CN").expect(200);
    }

    @Test
    void fromMakingToBreakingToRepairingTheLoopClosesAndEachStateIsInTheRecord() {
        Answer made = recorded();
        assertThat(made.at("/number")).matches("34040020260601\\d{6}");
        assertThat(made.at("/validUntil")).isEqualTo("2027-06-01");
        assertThat(current(made).at("/state")).isEqualTo("MADE");
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("履行中");
        Answer broken = found(made, "break", "擅自改变经营场所").expect(200);
        assertThat(broken.at("/events/1/consequence")).isEqualTo("撤销许可并列为重点监管对象");
        current(made);
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("未履行");
        assertThat(record().at("/items/0/data/CN_WY")).isEqualTo("擅自改变经营场所");
        assertThat(record().at("/items/0/data/BZ")).contains("撤销许可并列为重点监管对象");
        assertThat(record().at("/items/0/severity")).as("by the item's own rule").isEqualTo("GENERAL");
        api.get(PREFIX + "/public/commitments/" + made.at("/id")).expect(404);
        found(made, "repair", "已恢复原状并整改").expect(200);
        current(made);
        assertThat(record().json().get("items")).as("one record, three versions").hasSize(1);
        assertThat(record().at("/items/0/version")).isEqualTo("3");
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("全部履行");
        assertThat(record().at("/items/0/data/BZ")).isEqualTo("违诺后已整改履行：已恢复原状并整改");
        assertThat(found(made, "repair", "再次").expect(409).at("/code")).isEqualTo("subject.commitment.state");
    }

    @Test
    void whatWasReadBeforeItStoodInTheRecordMayBeDecidedOn() {
        Answer made = recorded();
        current(made);
        body().with("If-Match", made.header("ETag")).post(COMMITMENTS + "/" + made.at("/id") + "/break", Map.of("facts", "擅自改变经营场所"))
                .expect(200);
    }

    @Test
    void byTheShippedTemplateAndItemEachStateIsARowThatTheDataStandardWouldTake() {
        Map<String, Object> request = request();
        request.put("template", "voluntary");
        request.put("subject", company);
        Answer made = body().post(COMMITMENTS, request).expect(201);
        current(made);
        assertThat(record().at("/items/0/data/CN_LX")).isEqualTo("主动型");
        for (String[] step : new String[][] {{"break", "抽查发现资质造假"}, {"repair", "已撤回并更正"}, {"break", "再次造假"},
            {"repair", "再次更正"}}) {
            assertThat(broken(record())).isEmpty();
            found(made, step[0], step[1]).expect(200);
            current(made);
            boolean mended = step[0].equals("repair");
            assertThat(publicRecord().json().get("items")).hasSize(mended ? 0 : 1);
            assertThat(record().at("/items/0/state")).isEqualTo(mended ? "REPAIRED" : "ACTIVE");
        }
        assertThat(broken(record())).isEmpty();
        assertThat(record().at("/items/0/version")).isEqualTo("5");
        JsonNode versions = province().get(PREFIX + "/subjects/" + company + "/records/" + record().at("/items/0/id") + "/versions")
                .expect(200).json().get("items");
        assertThat(versions.findValuesAsString("row")).as("a state's number is its row").containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }

    @Test
    void aBreachIsPublicForItsTimeCountedFromTheDayItWasFoundAndNotAfterItWasPutRight() {
        Answer made = madeWith("voluntary").expect(201);
        current(made);
        assertThat(record().at("/items/0/severity")).isEqualTo("NONE");
        assertThat(publicCount()).isEqualTo("1");
        clock.moveTo(LocalDate.of(2026, 8, 1));
        Answer broken = found(made, "break", "抽查发现资质造假").expect(200);
        assertThat(broken.at("/consequences/severity")).isEqualTo("GENERAL");
        assertThat(broken.at("/consequences/measures")).contains("M10");
        current(made);
        assertThat(record().at("/items/0/severity")).isEqualTo("GENERAL");
        assertThat(record().at("/items/0/publicity/until")).isEqualTo("2027-08-01");
        assertThat(record().at("/items/0/earliestRepair")).isEqualTo("2026-11-01");
        assertThat(api.get(PREFIX + "/public/commitments?subject=" + company).expect(200).json().get("items")).isEmpty();
        clock.moveTo(LocalDate.of(2027, 8, 1));
        assertThat(publicRecord().json().get("items")).as("the last day").hasSize(1);
        clock.moveTo(LocalDate.of(2027, 8, 2));
        assertThat(publicRecord().json().get("items")).isEmpty();
        clock.moveTo(LocalDate.of(2026, 9, 1));
        assertThat(body().with("If-Match", current(made).header("ETag"))
                .post(COMMITMENTS + "/" + made.at("/id") + "/repair", Map.of("facts", "已撤回并更正", "on", "2026-07-31"))
                .expect(422).text()).as("put right before it was broken").contains("2026-08-01");
        found(made, "repair", "已撤回并更正").expect(200);
        current(made);
        assertThat(record().at("/items/0/state")).isEqualTo("REPAIRED");
        assertThat(record().at("/items/0/severity")).as("how grave it was stays known").isEqualTo("GENERAL");
        assertThat(publicRecord().json().get("items")).isEmpty();
        assertThat(publicCount()).isEmpty();
        found(made, "break", "再次造假").expect(200);
        current(made);
        assertThat(record().at("/items/0/state")).isEqualTo("ACTIVE");
        assertThat(publicCount()).isEqualTo("1");
    }

    @Test
    void aBreachAfterARepairByDecisionIsPublicAgainAndMayBeRepairedAgain() {
        Answer made = madeWith("approval-replacing").expect(201);
        found(made, "break", "材料不实").expect(200);
        current(made);
        String id = record().at("/items/0/id");
        Map<String, String> first = order("R1");
        clock.forward(Duration.ofHours(1));
        stopped(id, first);
        assertThat(current(made).at("/state")).isEqualTo("REPAIRED");
        assertThat(current(made).at("/events/2/facts")).isEqualTo("申请R1已经批准");
        api.get(PREFIX + "/public/records/" + id).expect(404);
        // No longer excluded.
        current(madeWith("approval-replacing").expect(201));
        clock.forward(Duration.ofHours(1));
        String between = clock.instant().toString();
        clock.forward(Duration.ofHours(1));
        found(made, "break", "再次材料不实").expect(200);
        stopped(id, first);
        assertThat(current(made).at("/state")).as("an order given again repairs nothing that came after it").isEqualTo("BROKEN");
        Answer shown = api.get(PREFIX + "/public/records/" + id).expect(200);
        assertThat(shown.at("/publicity/stoppedAt")).isEmpty();
        assertThat(department(SUZHOU_MARKET, "341300").get(PREFIX + "/subjects/" + company + "/records?item=CN").expect(200).json()
                .get("items").findValuesAsString("id")).as("passed on again").contains(id);
        JsonNode then = province().get(PREFIX + "/subjects/" + company + "/records?item=CN&knownAt=" + between).expect(200).json();
        assertThat(then.get("items").findValuesAsString("state")).containsExactlyInAnyOrder("REPAIRED", "ACTIVE");
        assertThat(then.get("items").findValuesAsString("stoppedAt")).as("then it was stopped").anyMatch(at -> at.startsWith("2026-06"));
        clock.forward(Duration.ofHours(1));
        stopped(id, order("R2"));
        assertThat(current(made).at("/state")).isEqualTo("REPAIRED");
        api.get(PREFIX + "/public/records/" + id).expect(404);
    }

    @Test
    void aRepairByDecisionWhoseProcessDiedBeforeTheCommitmentKnewIsHeardOfWhenItIsOrderedAgain() {
        Answer made = madeWith("approval-replacing").expect(201);
        found(made, "break", "材料不实").expect(200);
        Answer broken = current(made);
        String id = record().at("/items/0/id");
        clock.forward(Duration.ofHours(1));
        stopped(id, order("R3"));
        current(made);
        mongo.getCollection("commitments").updateOne(new Document("_id", made.at("/id")),
                new Document("$set", new Document("state", "BROKEN").append("filed", 2)).append("$pop", new Document("events", 1)));
        assertThat(current(made).json().get("events")).hasSize(broken.json().get("events").size());
        stopped(id, order("R3"));
        assertThat(current(made).at("/state")).isEqualTo("REPAIRED");
    }

    private Map<String, String> order(String number) {
        return Map.of("case", number + "-" + company, "decidedBy", "审批人", "reason", "申请" + number + "已经批准",
                "effectiveDate", LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE).toString());
    }

    private void stopped(String record, Map<String, String> order) {
        service().post(PREFIX + "/records/" + record + "/publicity-stop", order).expect(200);
        service().post(PREFIX + "/records/" + record + "/sharing-stop", order).expect(200);
    }

    private String publicCount() {
        return api.get(PREFIX + "/public/subjects/" + company).expect(200).json().at("/counts/CN").asString("");
    }

    private Answer madeWith(String template) {
        Map<String, Object> request = request();
        request.put("template", template);
        request.put("subject", company);
        return body().post(COMMITMENTS, request);
    }

    @Test
    void whoBrokeACommitmentInPlaceOfProofMakesNoOtherUntilItIsPutRight() {
        Answer made = madeWith("proof-replacing").expect(201);
        assertThat(found(made, "break", "证明内容不实").expect(200).at("/consequences/excluded")).isEqualTo("true");
        assertThat(madeWith("approval-replacing").expect(409).at("/code")).isEqualTo("subject.commitment.excluded");
        madeWith("voluntary").expect(201);
        assertThat(found(made, "repair", "已补正").expect(200).at("/consequences/excluded")).isEqualTo("false");
        madeWith("approval-replacing").expect(201);
    }

    @Test
    void theListThatATemplateNamesIsOnTheBodysDeskUntilItIsSettled() {
        Answer made = madeWith("YZ-MD").expect(201);
        String open = COMMITMENTS + "?followUp=OPEN&subject=" + company;
        assertThat(body().get(open).expect(200).json().get("items")).isEmpty();
        settled(made, Map.of("reason", "x")).expect(409);
        assertThat(found(made, "break", "擅自改变经营场所").expect(200).at("/consequences/followUp/list")).isEqualTo("market-serious");
        assertThat(body().get(open).expect(200).json().get("items")).hasSize(1);
        settled(made, Map.of()).expect(422);
        settled(made, Map.of("reason", "x", "listingCase", "y")).expect(422);
        body().post(COMMITMENTS + "/" + made.at("/id") + "/follow-up", Map.of("listingCase", "case-1")).expect(428);
        assertThat(settled(made, Map.of("listingCase", "case-1")).expect(200).at("/consequences/followUp/state"))
                .isEqualTo("PROPOSED");
        assertThat(body().get(open).expect(200).json().get("items")).isEmpty();
        settled(made, Map.of("listingCase", "case-2")).expect(409);
        Answer other = madeWith("YZ-MD").expect(201);
        found(other, "break", "擅自改变经营场所").expect(200);
        assertThat(found(other, "repair", "已整改").expect(200).at("/consequences/followUp/state")).isEqualTo("LAPSED");
    }

    @Test
    void theListingServiceFindsWhatItNeedsToOpenACaseAndSettlesByItsNumberOnly() {
        Answer made = madeWith("YZ-MD").expect(201);
        found(made, "break", "擅自改变经营场所").expect(200);
        current(made);
        JsonNode open = service().get(COMMITMENTS + "?followUp=OPEN&subject=" + company).expect(200).json().at("/items/0");
        String followUp = open.at("/consequences/followUp/id").asString();
        assertThat(followUp).isEqualTo(made.at("/id") + "-2");
        assertThat(open.at("/record").asString()).isEqualTo(record().at("/items/0/id"));
        String address = COMMITMENTS + "/" + made.at("/id");
        String tag = service().get(address).expect(200).header("ETag");
        service().with("If-Match", tag).post(address + "/follow-up", Map.of("reason", "x")).expect(403);
        service().with("If-Match", tag).post(address + "/break", Map.of("facts", "x")).expect(403);
        assertThat(service().with("If-Match", tag).post(address + "/follow-up", Map.of("listingCase", "follow-up-" + followUp)).expect(200)
                .at("/consequences/followUp/listingCase")).isEqualTo("follow-up-" + followUp);
        service().with("If-Match", tag).post(address + "/follow-up", Map.of("listingCase", "x")).expect(412);
        found(made, "repair", "已整改").expect(200);
        assertThat(found(made, "break", "再次擅自改变").expect(200).at("/consequences/followUp/id"))
                .as("another breach, another follow-up").isEqualTo(made.at("/id") + "-4");
    }

    private Answer settled(Answer commitment, Map<String, Object> settlement) {
        return body().with("If-Match", current(commitment).header("ETag"))
                .post(COMMITMENTS + "/" + commitment.at("/id") + "/follow-up", settlement);
    }

    private Answer publicRecord() {
        return api.get(PREFIX + "/public/records?item=CN&subject=" + company).expect(200);
    }

    private List<BrokenRule> broken(Answer records) {
        Map<String, String> values = new HashMap<>();
        records.json().at("/items/0/data").properties().forEach(e -> values.put(e.getKey(), e.getValue().asString()));
        return Items.broken("CN", values, today);
    }

    @Test
    void aCommitmentThatWasNotCheckedInTimeShowsAsOverdue() {
        Answer made = recorded();
        String overdue = COMMITMENTS + "?overdue=true&subject=" + company;
        assertThat(body().get(overdue).expect(200).json().get("items")).isEmpty();
        clock.moveTo(LocalDate.of(2026, 7, 2));
        assertThat(body().get(overdue).expect(200).at("/items/0/overdue")).isEqualTo("true");
        found(made, "fulfil", "现场核查属实").expect(200);
        assertThat(body().get(overdue).expect(200).json().get("items")).isEmpty();
        current(made);
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("全部履行");
    }

    @Test
    void theCommitmentThatWaitsLongestForItsCheckComesFirstForTheBodyAndItsCityOnly() {
        for (String day : List.of("2026-07-03", "2026-06-20", "2026-07-01")) {
            Map<String, Object> request = request();
            request.put("subject", company);
            request.put("checkBy", day);
            body().post(COMMITMENTS, request).expect(201);
        }
        clock.moveTo(LocalDate.of(2026, 8, 1));

        String overdue = COMMITMENTS + "?overdue=true&limit=1&subject=" + company;
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = city("340400").get(overdue + "&after=" + after).expect(200);
            seen.add(page.at("/items/0/checkBy"));
            after = page.at("/next");
        } while (!after.isEmpty());

        assertThat(seen).containsExactly("2026-06-20", "2026-07-01", "2026-07-03");
        assertThat(city("341300").get(overdue).expect(200).json().get("items")).isEmpty();
        assertThat(province().get(COMMITMENTS + "?subject=" + company).expect(200).json().get("items")).hasSize(3);
    }

    @Test
    void theSubjectCommitsItselfOnlineButDoesNotJudgeItself() {
        Map<String, Object> request = request();
        owner(company).post(COMMITMENTS, request).expect(422);
        request.put("authority", Map.of("uscc", REGISTERED));
        Answer made = owner(company).post(COMMITMENTS, request).expect(201);
        assertThat(owner(company).get(COMMITMENTS).expect(200).json().get("items")).hasSize(1);
        owner(company).with("If-Match", made.header("ETag"))
                .post(COMMITMENTS + "/" + made.at("/id") + "/fulfil", Map.of("facts", "x")).expect(403);
        owner(Codes.next("340400")).get(COMMITMENTS + "/" + made.at("/id")).expect(404);
        department(SUZHOU_MARKET, "341300").get(COMMITMENTS + "/" + made.at("/id")).expect(404);
        city("341300").get(COMMITMENTS + "/" + made.at("/id")).expect(404);
        city("340400").get(COMMITMENTS + "/" + made.at("/id")).expect(200);
        request.put("subject", Codes.next("340400"));
        owner(company).post(COMMITMENTS, request).expect(403);
    }

    @Test
    void nobodyCommitsItselfInTheNameOfABodyThatTheCatalogueDoesNotKnow() {
        Map<String, Object> request = request();
        request.put("authority", Map.of("uscc", HUAINAN_MARKET, "name", "淮南市市场监督管理局", "division", "340400"));
        assertThat(owner(company).post(COMMITMENTS, request).expect(422).at("/violations/0/rule")).isEqualTo("registered");
        request.put("template", "voluntary");
        request.put("authority", Map.of("uscc", REGISTERED, "name", "随便写的名称", "division", "341300"));
        Answer made = owner(company).post(COMMITMENTS, request).expect(201);
        assertThat(made.at("/state")).isEqualTo("MADE");
        assertThat(made.at("/authority/name")).isEqualTo("虚构样例·淮南市公共资源交易中心");
        assertThat(made.at("/authority/division")).isEqualTo("340400");
    }

    @Test
    void whatStandsInForAnApprovalIsNeitherShownNorRecordedBeforeTheBodyAcceptsIt() {
        Map<String, Object> request = request();
        request.put("authority", Map.of("uscc", REGISTERED));
        Answer made = owner(company).post(COMMITMENTS, request).expect(201);
        String address = COMMITMENTS + "/" + made.at("/id");
        assertThat(made.at("/state")).isEqualTo("SUBMITTED");
        api.get(PREFIX + "/public/commitments/" + made.at("/id")).expect(404);
        assertThat(record().json().get("items")).isEmpty();
        owner(company).with("If-Match", made.header("ETag")).post(address + "/accept", Map.of("facts", "x")).expect(403);
        Api accepting = department(REGISTERED, "340400");
        accepting.with("If-Match", made.header("ETag")).post(address + "/fulfil", Map.of("facts", "x")).expect(409);
        assertThat(accepting.with("If-Match", made.header("ETag")).post(address + "/accept", Map.of("facts", "已受理")).expect(200)
                .at("/state")).isEqualTo("MADE");
        api.get(PREFIX + "/public/commitments/" + made.at("/id")).expect(200);
        Awaitility.await().until(() -> accepting.get(address).expect(200).at("/inRecord").equals("true"));
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("履行中");

        Answer other = owner(company).post(COMMITMENTS, request).expect(201);
        String declined = COMMITMENTS + "/" + other.at("/id");
        accepting.with("If-Match", other.header("ETag")).post(declined + "/decline", Map.of("facts", "非本单位事项")).expect(200);
        Awaitility.await().until(() -> accepting.get(declined).expect(200).at("/inRecord").equals("true"));
        assertThat(record().json().get("items")).hasSize(1);
        accepting.with("If-Match", accepting.get(declined).header("ETag")).post(declined + "/accept", Map.of("facts", "x")).expect(409);
    }

    private Answer annulled(Answer commitment, Api who, String step, Map<String, Object> what) {
        return who.with("If-Match", current(commitment).header("ETag"))
                .post(COMMITMENTS + "/" + commitment.at("/id") + "/annulment" + step, what);
    }

    @Test
    void aBreachFoundInErrorIsTakenBackByASecondPersonAndTheRecordIsAsBefore() {
        Answer made = madeWith("proof-replacing").expect(201);
        found(made, "fulfil", "核查属实").expect(200);
        annulled(made, body(), "", Map.of("what", "BREACH", "reason", "x")).expect(422);
        found(made, "break", "误认").expect(200);
        annulled(made, body(), "", Map.of("what", "BREACH")).expect(422);
        assertThat(annulled(made, body(), "", Map.of("what", "BREACH", "reason", "认定对象有误")).expect(200).at("/state")).isEqualTo("BROKEN");
        annulled(made, body(), "", Map.of("what", "BREACH", "reason", "x")).expect(409);
        assertThat(annulled(made, body(), "/approve", Map.of()).expect(403).at("/code")).isEqualTo("subject.same-person");
        annulled(made, owner(company), "/approve", Map.of()).expect(403);
        Answer back = annulled(made, city("340400"), "/approve", Map.of()).expect(200);
        assertThat(back.at("/state")).isEqualTo("FULFILLED");
        assertThat(back.at("/consequences")).as("nothing follows from it").isEmpty();
        current(made);
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("全部履行");
        assertThat(record().at("/items/0/severity")).isEqualTo("NONE");
        assertThat(record().at("/items/0/state")).isEqualTo("ACTIVE");
        assertThat(record().at("/items/0/version")).as("that it was there stays known").isEqualTo("4");
        annulled(made, city("340400"), "/approve", Map.of()).expect(409);
        madeWith("approval-replacing").expect(201);
        found(made, "break", "确已违背").expect(200);
        current(made);
        assertThat(record().json().get("items").findValuesAsString("CN_ZT")).contains("未履行");
    }

    @Test
    void aCommitmentRecordedInErrorIsTakenBackWithItsRecord() {
        Answer made = recorded();
        annulled(made, body(), "", Map.of("reason", "登记对象有误")).expect(200);
        annulled(made, city("340400"), "/reject", Map.of("reason", "对象无误")).expect(200);
        annulled(made, body(), "", Map.of("reason", "登记对象确有误")).expect(200);
        assertThat(annulled(made, city("340400"), "/approve", Map.of()).expect(200).at("/state")).isEqualTo("ANNULLED");
        current(made);
        assertThat(record().at("/items/0/state")).isEqualTo("WITHDRAWN");
        api.get(PREFIX + "/public/commitments/" + made.at("/id")).expect(404);
        assertThat(publicRecord().json().get("items")).isEmpty();
        found(made, "break", "x").expect(409);
    }

    @Test
    void whatTheTemplateKeepsInternalIsNotPublic() {
        Map<String, Object> request = request();
        request.put("template", "YZ-NB");
        request.put("subject", company);
        Answer made = body().post(COMMITMENTS, request).expect(201);
        api.get(PREFIX + "/public/commitments/" + made.at("/id")).expect(404);
        Answer shown = recorded();
        assertThat(api.get(PREFIX + "/public/commitments?subject=" + company).expect(200).json().get("items")
                .findValuesAsString("id")).containsExactly(shown.at("/id"));
    }

    @Test
    void whatIsWrongIsNamedAllAtOnce() {
        Answer refused = body().post(COMMITMENTS, "{}").expect(422);
        assertThat(refused.json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("subject", "template", "matter", "checkBy");
        Map<String, Object> unknown = request();
        unknown.put("subject", company);
        unknown.put("template", "NOPE");
        assertThat(body().post(COMMITMENTS, unknown).expect(422).at("/violations/0/rule")).isEqualTo("known");
        Answer made = recorded();
        found(made, "break", " ").expect(422);
        body().post(COMMITMENTS + "/" + made.at("/id") + "/break", Map.of("facts", "x")).expect(428);
        body().with("If-Match", "\"77\"").post(COMMITMENTS + "/" + made.at("/id") + "/break", Map.of("facts", "x"))
                .expect(412);
    }

    @Test
    void theNumberBearsTheDayOnWhichItWasMadeAndNotThatOfItsEntry() {
        Map<String, Object> request = request();
        request.put("subject", company);
        request.put("madeOn", "2026-05-20");
        assertThat(body().post(COMMITMENTS, request).expect(201).at("/number")).matches("34040020260520\\d{6}");
    }

    @Test
    void theSameKeyedRequestMakesOneCommitment() {
        Map<String, Object> request = request();
        request.put("subject", company);
        Api keyed = body().with("Idempotency-Key", "cn-" + company);
        String first = keyed.post(COMMITMENTS, request).expect(201).at("/id");
        assertThat(keyed.post(COMMITMENTS, request).expect(201).at("/id")).isEqualTo(first);
        assertThat(body().get(COMMITMENTS + "?subject=" + company).expect(200).json().get("items")).hasSize(1);
    }

    @Test
    void aStateWhoseProcessWasKilledBeforeItWasInTheRecordComesIntoItOnce() {
        Answer made = recorded();
        current(made);
        // As a process left it that died after the record was written and before it noted so.
        mongo.getCollection("commitments").updateOne(new Document("_id", made.at("/id")), new Document("$set",
                new Document("filed", 0).append("work", new Document("due", new Date(0))
                        .append("leaseUntil", new Date(0)).append("attempts", 0))));
        assertThat(current(made).at("/inRecord")).isEqualTo("true");
        assertThat(record().json().get("items")).hasSize(1);
        assertThat(record().at("/items/0/version")).isEqualTo("1");
    }

    @Test
    void aPersonsCommitmentIsInThePersonsRecordAndNeverPublic() {
        String number = "340403199001011239";
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake,
                Row.aboutPerson("张三丰", number, "人诺" + company, today));
        String person = Objects.requireNonNull(mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "人诺" + company)).first()).getString("subject");
        Map<String, Object> request = request();
        request.put("subject", person);
        Answer made = body().post(COMMITMENTS, request).expect(201);
        current(made);
        api.get(PREFIX + "/public/commitments/" + made.at("/id")).expect(404);
        assertThat(owner(person).get(PREFIX + "/subjects/" + person + "/records?item=CN").expect(200).json().get("items"))
                .hasSize(1);
        assertThat(api.get(PREFIX + "/public/records?item=CN&limit=500").expect(200).text()).doesNotContain("张");
        department(SUZHOU_MARKET, "341300").post(COMMITMENTS, request).expect(422);
        assertThat(List.of(number)).noneMatch(made.text()::contains);
    }
}
