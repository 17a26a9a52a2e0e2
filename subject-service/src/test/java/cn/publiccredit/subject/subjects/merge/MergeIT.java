package cn.publiccredit.subject.subjects.merge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.subject.record.Operation;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.work.Work;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MergeIT extends SubjectServiceFixture {

    private static final String MERGES = PREFIX + "/governance/merges";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private final String old = Codes.next("340400");
    private final String now = Codes.next("340400");
    private final String tag = old.substring(9, 17);

    @Autowired
    private Merges merges;

    @Autowired
    private Subjects subjects;

    private void bothAreKnown() {
        known(old, "淮南旧名" + tag + "有限公司", "旧" + tag);
        known(now, "淮南新名" + tag + "有限公司", "新" + tag);
    }

    private void known(String code, String name, String document) {
        Batch.of("DJ", HUAINAN_MARKET, AT).into(intake, Row.registering(code, name, DAY, "淮南市"));
        Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(1)).into(intake, Row.about(code, name, document, DAY));
    }

    private Api second() {
        return api.as(Token.of("province-2", "province-operator").division("340000")).purpose("日常监管");
    }

    private Answer propose(String from, String into) {
        return province().post(MERGES, Map.of("subject", from, "into", into, "reason", "换发代码", "evidence", "登记机关证明"));
    }

    private Answer approve(Answer proposed) {
        return second().with("If-Match", proposed.header("ETag")).post(MERGES + "/" + proposed.at("/subject") + "/approve", "");
    }

    private List<String> documents(String subject) {
        List<String> found = new ArrayList<>();
        province().get(PREFIX + "/subjects/" + subject + "/records?item=CF").expect(200).json().get("items")
                .forEach(r -> found.add(r.get("documentNumber").asString()));
        return found;
    }

    private List<String> found(String question) {
        List<String> codes = new ArrayList<>();
        api.get(PREFIX + "/public/subjects?limit=500&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .expect(200).json().get("items").forEach(item -> codes.add(item.get("uscc").asString()));
        return codes;
    }

    private String resolved(Map<String, String> query) {
        return service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "审批", "queries", List.of(query)))
                .expect(200).at("/results/0/matches/0/id");
    }

    @Test
    void afterAMergerEveryWayToTheOldCodeLeadsToTheSurvivorAndTheRecordsOfBothAreShown() {
        bothAreKnown();
        assertThat(documents(now)).containsExactly("新" + tag);
        approve(propose(old, now).expect(201)).expect(200);

        assertThat(found(old)).containsExactly(now);
        assertThat(found(now)).containsExactly(now);
        assertThat(found("旧名" + tag)).containsExactly(now);
        assertThat(found("淮南旧名" + tag + "有限公司")).containsExactly(now);
        assertThat(found("新名" + tag)).containsExactly(now);
        assertThat(resolved(Map.of("uscc", old))).isEqualTo(now);
        assertThat(resolved(Map.of("name", "淮南旧名" + tag + "有限公司"))).isEqualTo(now);
        String namesake = Codes.next("340400");
        Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(2)).into(intake, Row.about(namesake, "淮南旧名" + tag + "有限公司", "同" + tag, DAY));
        assertThat(service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "审批", "queries",
                        List.of(Map.of("name", "淮南旧名" + tag + "有限公司")))).expect(200).text())
                .as("another one that bears its old name to the letter").contains(now).contains(namesake);
        Answer page = province().get(PREFIX + "/subjects/" + old).expect(200);
        assertThat(page.at("/id")).isEqualTo(now);
        assertThat(page.at("/formerIds/0")).isEqualTo(old);
        assertThat(api.get(PREFIX + "/public/subjects/" + old).expect(200).at("/uscc")).isEqualTo(now);
        assertThat(api.get(PREFIX + "/public/subjects/" + now).expect(200).at("/counts/CF")).isEqualTo("2");
        assertThat(documents(old)).containsExactlyInAnyOrder("新" + tag, "旧" + tag);
        assertThat(documents(now)).containsExactlyInAnyOrder("新" + tag, "旧" + tag);
        assertThat(api.get(PREFIX + "/public/records?item=CF&subject=" + old).expect(200).json().get("items")).hasSize(2);
        owner(old).get(PREFIX + "/subjects/" + now + "/records").expect(200);
        owner(Codes.next("340400")).purpose("x").get(PREFIX + "/subjects/" + now + "/records").expect(403);
    }

    @Test
    void whatSourcesGoOnToSupplyUnderTheOldCodeShowsWithTheSurvivor() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        Batch.of("CF", SUZHOU_MARKET, AT.plusSeconds(9)).into(intake,
                Row.about(old, "淮南旧名" + tag + "有限公司", "宿" + tag, DAY));
        assertThat(documents(now)).contains("宿" + tag);
        assertThat(province().get(PREFIX + "/subjects/" + now + "/records").expect(200).json().get("items")
                .findValuesAsString("subjectNow")).contains(now);
        // The source's city may see the survivor as soon as the survivor knows of it.
        Awaitility.await().until(() -> city("341300").get(PREFIX + "/subjects/" + now).status() == 200);
        assertThat(city("341300").get(PREFIX + "/subjects?q=" + old).expect(200).at("/items/0/id")).isEqualTo(now);
    }

    @Test
    void theSameDocumentUnderTheOtherCodeOfOneSubjectIsTheSameRecord() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        Row under = Row.about(now, "淮南新名" + tag + "有限公司", "旧" + tag, DAY);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(9)).into(intake, under)).containsExactly(Verdict.UPDATED);
        assertThat(documents(now)).containsExactlyInAnyOrder("新" + tag, "旧" + tag);
        Row before = Row.about(old, "淮南旧名" + tag + "有限公司", "再" + tag, DAY);
        Row after = Row.about(now, "淮南新名" + tag + "有限公司", "再" + tag, DAY).number(3);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(10)).into(intake, before, after))
                .as("in one call").containsExactly(Verdict.ACCEPTED, Verdict.UPDATED);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(11))
                .take(intake, before.incoming(Operation.WITHDRAW, "错报"))).containsExactly(Verdict.UPDATED);
        assertThat(Batch.of("CF", SUZHOU_MARKET, AT.plusSeconds(12)).into(intake, under))
                .as("another source's is another record").containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void undoneByTwoPeopleEverythingIsAsItWasAndTheHistoryTellsIt() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        Answer merged = province().get(MERGES + "/" + old).expect(200);
        Answer undo = province().with("If-Match", merged.header("ETag"))
                .post(MERGES + "/" + old + "/undo", Map.of("reason", "两家企业")).expect(200);
        assertThat(documents(old)).as("not before it is approved").hasSize(2);
        province().with("If-Match", undo.header("ETag")).post(MERGES + "/" + old + "/approve", "").expect(403);
        approve(undo).expect(200);
        assertThat(documents(old)).containsExactly("旧" + tag);
        assertThat(documents(now)).containsExactly("新" + tag);
        assertThat(found("旧名" + tag)).containsExactly(old);
        assertThat(province().get(PREFIX + "/subjects/" + old).expect(200).at("/id")).isEqualTo(old);
        Answer history = province().get(MERGES + "/" + old).expect(200);
        assertThat(history.at("/state")).isEqualTo("UNDONE");
        assertThat(history.json().get("history").findValuesAsString("act"))
                .containsExactly("PROPOSE", "APPROVE", "PROPOSE_UNDO", "APPROVE_UNDO");
        approve(propose(old, now).expect(201)).expect(200);
        assertThat(documents(now)).hasSize(2);
    }

    @Test
    void whatIsSuppliedDuringAMergerIsAfterItsUndoingWhereItWasSuppliedAndItsSourceCanTakeItBack() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        Row during = Row.about(old, "淮南旧名" + tag + "有限公司", "期间" + tag, DAY);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(9)).into(intake, during)).containsExactly(Verdict.ACCEPTED);
        Row earlier = Row.about(now, "淮南新名" + tag + "有限公司", "旧" + tag, DAY);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(10)).into(intake, earlier)).containsExactly(Verdict.UPDATED);
        assertThat(documents(now)).containsExactlyInAnyOrder("新" + tag, "旧" + tag, "期间" + tag);

        undone();
        assertThat(documents(old)).containsExactlyInAnyOrder("旧" + tag, "期间" + tag);
        assertThat(documents(now)).containsExactly("新" + tag);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(11)).into(intake, during)).containsExactly(Verdict.DUPLICATE);
        assertThat(documents(old)).hasSize(2);
        Row first = Row.about(old, "淮南旧名" + tag + "有限公司", "旧" + tag, DAY).number(3);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(12)).take(intake,
                during.incoming(Operation.WITHDRAW, "错报"), first.incoming(Operation.WITHDRAW, "错报")))
                .containsExactly(Verdict.UPDATED, Verdict.UPDATED);
    }

    @Test
    void whatIsFirstAskedToBeTakenBackUnderOneCodeAndThenSuppliedUnderTheOtherIsOneRecordOfTheOther() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        Row before = Row.about(old, "淮南旧名" + tag + "有限公司", "再" + tag, DAY);
        Row after = Row.about(now, "淮南新名" + tag + "有限公司", "再" + tag, DAY).number(3);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(10))
                .take(intake, before.incoming(Operation.WITHDRAW, "错报"), after.incoming()))
                .containsExactly(Verdict.NOTHING_THERE, Verdict.ACCEPTED);
        undone();
        assertThat(documents(now)).containsExactlyInAnyOrder("新" + tag, "再" + tag);
        assertThat(documents(old)).containsExactly("旧" + tag);
    }

    @Test
    void oneAloneMergesNothing() {
        bothAreKnown();
        Answer proposed = propose(old, now).expect(201);
        assertThat(province().with("If-Match", proposed.header("ETag")).post(MERGES + "/" + old + "/approve", "")
                .expect(403).at("/code")).isEqualTo("subject.same-person");
        second().post(MERGES + "/" + old + "/approve", "").expect(428);
        second().with("If-Match", "\"99\"").post(MERGES + "/" + old + "/approve", "").expect(412);
        city("340400").with("If-Match", proposed.header("ETag")).post(MERGES + "/" + old + "/approve", "").expect(403);
        department(HUAINAN_MARKET, "340400").post(MERGES, Map.of("subject", old, "into", now)).expect(403);
        assertThat(documents(now)).hasSize(1);
        Answer rejected = second().with("If-Match", proposed.header("ETag"))
                .post(MERGES + "/" + old + "/reject", Map.of("reason", "证据不足")).expect(200);
        assertThat(rejected.at("/state")).isEqualTo("REJECTED");
        second().with("If-Match", rejected.header("ETag")).post(MERGES + "/" + old + "/approve", "").expect(409);
    }

    @Test
    void whoDecidesSeesBothSideBySideAndThatSomebodyLookedIsKept() {
        bothAreKnown();
        String path = MERGES + "/comparison?subject=" + old + "&into=" + now;
        Answer before = second().get(path).expect(200);
        assertThat(before.at("/subject/name")).isEqualTo("淮南旧名" + tag + "有限公司");
        assertThat(before.at("/into/names/0")).isEqualTo("淮南新名" + tag + "有限公司");
        assertThat(before.at("/subject/registered/address")).isEqualTo("淮南市");
        assertThat(before.at("/subject/records/CF")).isEqualTo("1");
        assertThat(before.at("/into/records/CF")).isEqualTo("1");
        assertThat(owner(old).get(PREFIX + "/subjects/" + old + "/accesses").expect(200).at("/items/0/action")).isEqualTo("merge.compare");
        city("340400").get(path).expect(200);
        approve(propose(old, now).expect(201)).expect(200);
        Answer after = province().get(path).expect(200);
        assertThat(after.at("/into/formerIds/0")).isEqualTo(old);
        assertThat(after.at("/into/records/CF")).isEqualTo("2");
        assertThat(after.at("/subject/records/CF")).isEqualTo("1");

        api.as(Token.of("province", "province-operator").division("340000")).get(path).expect(400);
        department(HUAINAN_MARKET, "340400").get(path).expect(403);
        assertThat(city("341300").get(path).expect(422).json().get("violations").findValuesAsString("field"))
                .containsExactly("subject", "into");
    }

    @Test
    void twoPeopleAreComparedWithTheirNamesMasked() {
        List<String> ids = new ArrayList<>();
        for (String number : List.of("340403198808080310", "340403198808080329")) {
            Batch.of("CF", HUAINAN_MARKET, AT).into(intake, Row.aboutPerson("欧阳样例", number, "人" + number, DAY));
            ids.add(subjects.idOfPerson(number).orElseThrow());
        }
        Answer both = province().get(MERGES + "/comparison?subject=" + ids.get(0) + "&into=" + ids.get(1)).expect(200);
        assertThat(both.at("/subject/name")).startsWith("欧").doesNotContain("样例");
        assertThat(both.text()).doesNotContain("欧阳样例");
    }

    @Test
    void whatIsWrongWithAProposalIsNamedAllAtOnce() {
        bothAreKnown();
        Answer refused = province().post(MERGES, "{}").expect(422);
        assertThat(refused.json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("subject", "into", "reason");
        propose(old, Codes.next("340400")).expect(422);
        city("341300").post(MERGES, Map.of("subject", old, "into", now, "reason", "x")).expect(422);
        propose(old, now).expect(201);
        String third = Codes.next("340400");
        known(third, "淮南第三" + tag + "有限公司", "三" + tag);
        assertThat(propose(old, third).expect(409).at("/code")).isEqualTo("subject.merge.open");
        assertThat(propose(third, old).expect(409).at("/code")).isEqualTo("subject.merge.survivor");
        assertThat(propose(old, now).expect(201).at("/state")).as("the same again is the same").isEqualTo("PROPOSED");
    }

    @Test
    void aSubjectThatAbsorbedOthersMayItselfBeMergedAndTheChainLeadsToTheLast() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        String last = Codes.next("340400");
        known(last, "淮南末" + tag + "有限公司", "末" + tag);
        approve(propose(now, last).expect(201)).expect(200);
        assertThat(province().get(PREFIX + "/subjects/" + old).expect(200).at("/id")).isEqualTo(last);
        assertThat(documents(last)).hasSize(3);
        assertThat(found("旧名" + tag)).containsExactly(last);
        Answer merged = province().get(MERGES + "/" + old).expect(200);
        approve(province().with("If-Match", merged.header("ETag"))
                .post(MERGES + "/" + old + "/undo", Map.of("reason", "误并")).expect(200)).expect(200);
        assertThat(documents(last)).containsExactlyInAnyOrder("新" + tag, "末" + tag);
        assertThat(documents(old)).containsExactly("旧" + tag);
    }

    @Test
    void proposalsThatCrossedCannotCloseACircle() {
        bothAreKnown();
        // Both proposals were written before either looked at the other.
        merges.save(Merge.none(old).then(Merge.State.PROPOSED, event(now), Work.none()));
        merges.save(Merge.none(now).then(Merge.State.PROPOSED, event(old), Work.none()));
        approve(province().get(MERGES + "/" + old).expect(200)).expect(409);
        approve(province().get(MERGES + "/" + now).expect(200)).expect(409);
        assertThat(documents(old)).containsExactly("旧" + tag);
    }

    private static Merge.Event event(String into) {
        return new Merge.Event(Merge.Act.PROPOSE, into, "id-of-province", "province", AT, "换码", null);
    }

    @Test
    void aDecisionWhoseProcessWasKilledBeforeTheSubjectsFollowedIsCarriedOutByTheWorker() {
        bothAreKnown();
        merges.save(Merge.none(old).then(Merge.State.EFFECTIVE, event(now), Work.dueAt(Instant.EPOCH)));
        Awaitility.await().untilAsserted(() -> assertThat(documents(now)).hasSize(2));
        assertThat(Objects.requireNonNull(mongo.getCollection("subjects").find(new Document("_id", old)).first())
                .getString("mergedInto")).isEqualTo(now);
    }

    @Test
    void ofTwoApprovalsAtTheSameMomentOneCounts() throws Exception {
        bothAreKnown();
        Answer proposed = propose(old, now).expect(201);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Answer> one = threads.submit(() -> approve(proposed));
            Future<Answer> other = threads.submit(() -> approve(proposed));
            assertThat(List.of(one.get().status(), other.get().status())).contains(200)
                    .containsAnyOf(409, 412);
        }
        assertThat(province().get(MERGES + "/" + old).expect(200).json().get("history")).hasSize(2);
        assertThat(documents(now)).hasSize(2);
    }

    @Test
    void aNamesakeIsToldTheSurvivorsCodeAndAMergedSubjectIsNoNamesakeOfItsOwn() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        carriedOut();
        Batch.of("DJ", HUAINAN_MARKET, AT.plusSeconds(5)).into(intake,
                Row.registering(old, "淮南新名" + tag + "有限公司", DAY, "淮南市二号"));
        assertThat(namesakes()).isEmpty();
        String namesake = Codes.next("340400");
        Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(6)).into(intake,
                Row.about(namesake, "淮南旧名" + tag + "有限公司", "同" + tag, DAY));
        assertThat(namesakes()).singleElement().satisfies(
                found -> assertThat(strings(found.get("codes"))).containsExactlyInAnyOrder(now, namesake));
    }

    private List<JsonNode> namesakes() {
        return province().get(PREFIX + "/governance/codes?limit=500&kind=ONE_NAME_TWO_CODES").expect(200).json().get("items")
                .valueStream().filter(found -> found.get("names").toString().contains(tag)).toList();
    }

    private JsonNode identity(String id) {
        return service().post(PREFIX + "/subjects/identities", Map.of("ids", List.of(id))).expect(200)
                .json().at("/identities/0");
    }

    @Test
    void servicesAreToldTheSurvivorAndAllIdsUnderEitherCodeAndAfterUndoingEachItsOwn() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        for (String code : List.of(old, now)) {
            assertThat(identity(code).get("asked").asString()).isEqualTo(code);
            assertThat(identity(code).get("id").asString()).isEqualTo(now);
            assertThat(strings(identity(code).get("ids"))).containsExactly(now, old);
        }
        assertThat(api.get(PREFIX + "/public/subjects/" + old).expect(200).at("/formerIds/0")).isEqualTo(old);

        undone();
        for (String code : List.of(old, now)) {
            assertThat(identity(code).get("id").asString()).isEqualTo(code);
            assertThat(strings(identity(code).get("ids"))).containsExactly(code);
        }
    }

    private void carriedOut() {
        Awaitility.await().until(() -> Objects.requireNonNull(mongo.getCollection("subjectMerges")
                .find(new Document("_id", old)).first()).get("work", Document.class).get("due") == null);
    }

    private void undone() {
        carriedOut();
        Answer merged = province().get(MERGES + "/" + old).expect(200);
        approve(province().with("If-Match", merged.header("ETag"))
                .post(MERGES + "/" + old + "/undo", Map.of("reason", "误并")).expect(200)).expect(200);
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void whoLookedIsShownUnderAllCodesInOneOrderPageByPage() {
        bothAreKnown();
        for (String subject : List.of(old, now, old, now, old)) {
            department(HUAINAN_MARKET, "340400").get(PREFIX + "/subjects/" + subject).expect(200);
        }
        approve(propose(old, now).expect(201)).expect(200);
        department(HUAINAN_MARKET, "340400").get(PREFIX + "/subjects/" + old).expect(200);

        Answer all = owner(old).get(PREFIX + "/subjects/" + now + "/accesses?limit=500").expect(200);
        assertThat(all.json().get("items").findValuesAsString("action").stream().filter("subject.read"::equals)).hasSize(6);
        List<String> times = all.json().get("items").findValuesAsString("at");
        assertThat(times).isSortedAccordingTo(Comparator.comparing((String at) -> OffsetDateTime.parse(at)).reversed());
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            // The auditor's own reads add to the trail, before what the first page ends with.
            Answer page = api.as(Token.of("auditor", "auditor"))
                    .get(PREFIX + "/subjects/" + old + "/accesses?limit=3&after=" + after).expect(200);
            page.json().get("items").forEach(item -> paged.add(item.get("at").asString() + item.get("action").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        List<String> known = new ArrayList<>();
        all.json().get("items").forEach(item -> known.add(item.get("at").asString() + item.get("action").asString()));
        assertThat(paged).containsSubsequence(known);
        owner(Codes.next("340400")).get(PREFIX + "/subjects/" + now + "/accesses").expect(403);
        undone();
        owner(old).get(PREFIX + "/subjects/" + now + "/accesses").expect(403);
    }

    @Test
    void aConsentGivenUnderEitherCodeHoldsForTheSubjectAsLongAsTheyAreOne() {
        bothAreKnown();
        String byOld = consent(old);
        String byNow = consent(now);
        bank().with("Credit-Consent", byOld).get(PREFIX + "/subjects/" + now + "/records").expect(403);
        approve(propose(old, now).expect(201)).expect(200);
        for (String consent : List.of(byOld, byNow)) {
            for (String code : List.of(old, now)) {
                assertThat(bank().with("Credit-Consent", consent).get(PREFIX + "/subjects/" + code + "/records?item=CF")
                        .expect(200).json().get("items")).hasSize(2);
            }
        }
        assertThat(owner(old).get(PREFIX + "/consents").expect(200).json().get("items").findValuesAsString("id"))
                .contains(byOld, byNow);
        undone();
        bank().with("Credit-Consent", byOld).get(PREFIX + "/subjects/" + now + "/records").expect(403);
        bank().with("Credit-Consent", byOld).get(PREFIX + "/subjects/" + old + "/records").expect(200);
    }

    private String consent(String subject) {
        return owner(subject).post(PREFIX + "/consents", Map.of("grantee", BANK, "purpose", "贷前审查", "items", List.of("*"),
                "to", LocalDate.now(clock).plusDays(9).toString())).expect(201).at("/id");
    }

    @Test
    void whileADecisionIsCarriedOutBothCodesLeadToHowItWasOrHowItIs() throws Exception {
        bothAreKnown();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            AtomicBoolean over = new AtomicBoolean();
            List<Set<String>> legal = List.of(Set.of(old), Set.of(now), Set.of(old, now));
            Future<?> reading = threads.submit(() -> {
                while (!over.get()) {
                    for (String code : List.of(old, now)) {
                        List<String> ids = strings(identity(code).get("ids"));
                        assertThat(legal).contains(Set.copyOf(ids));
                        assertThat(ids).as("of " + code).contains(code);
                    }
                }
            });
            try {
                for (int i = 0; i < 5; i++) {
                    approve(propose(old, now).expect(201)).expect(200);
                    undone();
                    carriedOut();
                }
            } finally {
                over.set(true);
            }
            reading.get();
        }
    }

    @Test
    void aDecisionThatWasCarriedOutInPartOnlyShowsHowItWasOrHowItIs() {
        bothAreKnown();
        approve(propose(old, now).expect(201)).expect(200);
        carriedOut();
        // As after a kill between the two writes of a merger: the survivor knows it, the other still stands.
        mongo.getCollection("subjects").updateOne(new Document("_id", old), new Document("$unset", new Document("mergedInto", "")));
        assertThat(strings(identity(old).get("ids"))).containsExactly(old);
        assertThat(strings(identity(now).get("ids"))).containsExactly(now, old);
        assertThat(service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "审批", "queries",
                List.of(Map.of("name", "淮南旧名" + tag + " 有限公司")))).expect(200).json().at("/results/0/matches")
                .findValuesAsString("id")).as("one subject, found once").containsExactly(now);
    }
}
