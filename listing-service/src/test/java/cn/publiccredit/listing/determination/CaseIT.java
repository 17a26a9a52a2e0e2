package cn.publiccredit.listing.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.listing.CatalogFixture;
import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.listing.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryStore
class CaseIT extends ListingFixture {

    @Test
    void aCaseGoesFromProposalOverNoticeAndApprovalByAnotherPersonToAPublishedEntry() throws Exception {
        String name = uniqueName("淮南甲");
        String subject = SubjectServiceFixture.organisation(name);

        Answer proposed = propose("market-serious", subject);
        assertThat(proposed.at("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.header("Location")).endsWith("/cases/" + proposed.at("/id"));
        assertThat(proposed.header("ETag")).isNotEmpty();
        String id = proposed.at("/id");
        step(DEPARTMENT, id, "notify", Map.of("deliveredOn", today().toString(), "way", "直接送达")).expect(200);
        step(DEPARTMENT, id, "statement", Map.of("text", "放弃陈述、申辩", "waived", true)).expect(200);
        step(DEPARTMENT, id, "determine", document()).expect(200);
        assertThat(api.get(V1 + "/public/entries?subject=" + subject).at("/items")).isEqualTo("[]");
        assertThat(step(APPROVER, id, "approve", Map.of("note", "同意")).expect(200).at("/state")).isEqualTo("APPROVED");

        Answer published = awaitState(id, "PUBLISHED");
        assertThat(published.json().at("/history").valueStream().map(line -> line.at("/state").asString()))
                .containsExactly("PROPOSED", "NOTIFIED", "HEARD", "DETERMINED", "APPROVED", "PUBLISHED");
        assertThat(published.at("/history/4/by")).isEqualTo("approver");
        assertThat(published.at("/steps/0/state")).isEqualTo("DONE");
        Answer entry = api.as(CITY).purpose("日常监管").get(V1 + "/entries/" + published.at("/entry")).expect(200);
        assertThat(entry.at("/state")).isEqualTo("PUBLISHED");
        assertThat(entry.at("/subjectName")).isEqualTo(name);
        assertThat(entry.at("/until")).isEqualTo(today().plusMonths(36).toString());
        assertThat(entry.at("/measures")).isEqualTo("[\"M01\",\"M06\",\"M14\"]");
        assertThat(entry.at("/documentNumber")).isEqualTo("淮市监严〔2026〕7号");
        assertThat(entry.at("/authority")).isEqualTo("市场监督管理局");
    }

    @Test
    void aSecondPersonMustApprove() {
        Token both = Token.of("both", "department-user", "list-approver").division("340400").org(MARKET_OFFICE);
        String subject = SubjectServiceFixture.organisation(uniqueName("四眼"));
        String mine = api.as(both).post(V1 + "/cases", proposal("tax-a", subject)).expect(201).at("/id");
        step(DEPARTMENT, mine, "notify", Map.of("deliveredOn", today().toString(), "way", "公告")).expect(200);
        step(DEPARTMENT, mine, "determine", document()).expect(200);
        Answer asProposer = step(both, mine, "approve", Map.of()).expect(409);
        assertThat(asProposer.at("/code")).isEqualTo("listing.case.four-eyes");
        assertThat(asProposer.at("/detail")).contains("提出人");

        String theirs = notified("tax-a", subject);
        step(both, theirs, "determine", document()).expect(200);
        Answer asDeterminer = step(both, theirs, "approve", Map.of()).expect(409);
        assertThat(asDeterminer.at("/code")).isEqualTo("listing.case.four-eyes");
        assertThat(asDeterminer.at("/detail")).contains("认定人");
        assertThat(api.as(AUDITOR).get(V1 + "/audit?subject=" + subject + "&limit=100").at("/items"))
                .contains("REFUSED").contains("listing.case.four-eyes");

        step(APPROVER, theirs, "approve", Map.of()).expect(200);
    }

    @Test
    void anotherDivisionsApproverAndAnotherDepartmentAreNotToldThatTheCaseExists() {
        String id = determined("market-serious", SubjectServiceFixture.organisation(uniqueName("外地")));
        for (Token stranger : List.of(OTHER_APPROVER, OTHER_DEPARTMENT, OTHER_CITY)) {
            api.as(stranger).get(V1 + "/cases/" + id).expect(404);
            assertThat(api.as(stranger).get(V1 + "/cases?limit=500").expect(200).text()).doesNotContain(id);
        }
        step(OTHER_APPROVER, id, "approve", Map.of()).expect(404);
        step(OTHER_DEPARTMENT, id, "reject", Map.of("reason", "x")).expect(404);
        step(OTHER_CITY, id, "reject", Map.of("reason", "x")).expect(404);
        for (Token entitled : List.of(DEPARTMENT, CITY, PROVINCE, APPROVER, AUDITOR)) {
            api.as(entitled).get(V1 + "/cases/" + id).expect(200);
            assertThat(api.as(entitled).get(V1 + "/cases?limit=500").expect(200).text()).contains(id);
        }
    }

    @Test
    void whoHasNotTheRoleIsRefused() {
        String id = determined("market-serious", SubjectServiceFixture.organisation(uniqueName("角色")));
        step(BANK, id, "approve", Map.of()).expect(403);
        step(DEPARTMENT, id, "approve", Map.of()).expect(403);
        step(APPROVER, id, "notify", Map.of()).expect(403);
        api.as(BANK).post(V1 + "/cases", Map.of()).expect(403);
        api.as(BANK).get(V1 + "/cases").expect(403);
        api.get(V1 + "/cases/" + id).expect(401);
        Token homeless = Token.of("homeless", "department-user").org(MARKET_OFFICE);
        api.as(homeless).post(V1 + "/cases", proposal("tax-a", SubjectServiceFixture.newCode())).expect(403);
    }

    @Test
    void theSubjectSeesItsCaseFromTheNoticeOnAndIsHeard() {
        String subject = SubjectServiceFixture.organisation(uniqueName("当事人"));
        Token owner = Token.of("enterprise", "subject-user").subject(subject);
        Token other = Token.of("enterprise2", "subject-user").subject(SubjectServiceFixture.newCode());
        String id = propose("market-serious", subject).at("/id");
        api.as(owner).get(V1 + "/cases/" + id).expect(404);
        assertThat(api.as(owner).get(V1 + "/cases").expect(200).at("/items")).isEqualTo("[]");
        step(DEPARTMENT, id, "notify", Map.of("deliveredOn", today().toString(), "way", "邮寄")).expect(200);
        Answer seen = api.as(owner).get(V1 + "/cases/" + id).expect(200);
        assertThat(seen.at("/actions")).contains("statement");
        assertThat(api.as(owner).get(V1 + "/cases").expect(200).at("/items")).contains(id);
        api.as(other).get(V1 + "/cases/" + id).expect(404);
        step(other, id, "statement", Map.of("text", "我要说")).expect(404);
        Answer heard = step(owner, id, "statement", Map.of("text", "处罚已申请行政复议")).expect(200);
        assertThat(heard.at("/state")).isEqualTo("HEARD");
        assertThat(heard.at("/statements/0/recordedBy")).isEqualTo("enterprise");
    }

    @Test
    void nothingIsDeterminedBeforeTheNoticePeriodInWorkingDaysHasEnded() {
        // Tuesday 2026-09-29; 1, 2, 5, 6, 7 October are off, Saturday 10 October is worked.
        clock.moveTo(LocalDate.of(2026, 9, 29));
        String id = notified("market-serious", SubjectServiceFixture.organisation(uniqueName("告知")));
        Answer told = api.as(DEPARTMENT).get(V1 + "/cases/" + id);
        // 30 September, 8, 9, 10 and 12 October.
        assertThat(told.at("/noticeUntil")).isEqualTo("2026-10-12");
        step(DEPARTMENT, id, "statement", Map.of("text", "有异议")).expect(200);
        clock.moveTo(LocalDate.of(2026, 10, 12));
        Answer early = step(DEPARTMENT, id, "determine", document()).expect(409);
        assertThat(early.at("/code")).isEqualTo("listing.case.notice-period");
        assertThat(early.at("/detail")).contains("2026-10-12");
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases/" + id).at("/state")).isEqualTo("HEARD");
        clock.moveTo(LocalDate.of(2026, 10, 13));
        assertThat(step(DEPARTMENT, id, "determine", document()).expect(200).at("/state")).isEqualTo("DETERMINED");
    }

    @Test
    void aNoticeThatWasToldWithoutKnowingTheHolidaysIsCountedAnewWhenTheyAreKnown() {
        clock.moveTo(LocalDate.of(2032, 12, 30));
        String id = notified("market-serious", SubjectServiceFixture.organisation(uniqueName("年末")));
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases/" + id).at("/noticeUntil")).isEqualTo("2033-01-06");
        CatalogFixture.calendar(2033, "[\"2033-01-03\",\"2033-01-04\",\"2033-01-05\"]");
        clock.moveTo(LocalDate.of(2033, 1, 7));
        Answer early = step(DEPARTMENT, id, "determine", document()).expect(409);
        assertThat(early.at("/detail")).contains("2033-01-11");
    }

    @Test
    void aChangeNeedsTheVersionThatItIsBasedOn() {
        String id = propose("market-serious", SubjectServiceFixture.organisation(uniqueName("版本"))).at("/id");
        Map<String, String> notice = Map.of("deliveredOn", today().toString(), "way", "直接送达");
        String path = V1 + "/cases/" + id + "/notify";
        String before = version(id);
        api.as(DEPARTMENT).post(path, notice).expect(428);
        api.as(DEPARTMENT).with("If-Match", "\"999\"").post(path, notice).expect(412);
        api.as(DEPARTMENT).with("If-Match", before).post(path, notice).expect(200);
        api.as(DEPARTMENT).with("If-Match", before).post(path, notice).expect(412);
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases/" + id).json().at("/history").size()).isEqualTo(2);
    }

    @Test
    void anIllegalStepIsRefusedNamingTheStateAndWhatIsPossible() {
        String id = propose("market-serious", SubjectServiceFixture.organisation(uniqueName("状态"))).at("/id");
        Answer refused = step(APPROVER, id, "approve", Map.of()).expect(409);
        assertThat(refused.at("/code")).isEqualTo("listing.case.state");
        assertThat(refused.at("/detail")).contains("已提出").contains("批准").contains("告知、驳回");
        Answer english = api.as(APPROVER).with("If-Match", version(id)).with("Accept-Language", "en")
                .post(V1 + "/cases/" + id + "/approve", Map.of()).expect(409);
        assertThat(english.at("/detail")).contains("PROPOSED").contains("notify, reject");
    }

    @Test
    void ofSeveralApprovalsAtOnceExactlyOneWinsAndOneEntryIsPublished() throws Exception {
        String subject = SubjectServiceFixture.organisation(uniqueName("并发"));
        String id = determined("market-serious", subject);
        String seen = version(id);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 8).mapToObj(i -> {
                Callable<Integer> approve = () -> {
                    start.await();
                    return api.as(Token.of("approver-" + i, "list-approver").division("340000")).with("If-Match", seen)
                            .post(V1 + "/cases/" + id + "/approve", Map.of()).status();
                };
                return pool.submit(approve);
            }).toList();
            start.countDown();
            int won = 0;
            for (Future<Integer> answer : answers) {
                int status = answer.get();
                assertThat(status).isIn(200, 409, 412);
                won += status == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        awaitState(id, "PUBLISHED");
        assertThat(api.get(V1 + "/public/entries?subject=" + subject).json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void aRejectedCaseGoesNoFurther() {
        String id = determined("market-serious", SubjectServiceFixture.organisation(uniqueName("驳回")));
        Answer without = step(APPROVER, id, "reject", Map.of()).expect(422);
        assertThat(without.at("/violations/0/field")).isEqualTo("reason");
        Answer rejected = step(APPROVER, id, "reject", Map.of("reason", "证据不足")).expect(200);
        assertThat(rejected.at("/state")).isEqualTo("REJECTED");
        assertThat(rejected.at("/actions")).isEqualTo("[]");
        step(APPROVER, id, "approve", Map.of()).expect(409);
    }

    @Test
    void aCaseRestsOnASeriousActiveRecordOfTheListsItemsThatTheDepartmentMaySee() {
        String subject = SubjectServiceFixture.organisation(uniqueName("依据"));
        String other = SubjectServiceFixture.organisation(uniqueName("别家"));
        assertThat(violation(subject, subject, "CF", "GENERAL", "ACTIVE", "340400")).isEqualTo("severity");
        assertThat(violation(subject, subject, "XK", "SERIOUS", "ACTIVE", "340400")).isEqualTo("item");
        assertThat(violation(subject, subject, "CF", "SERIOUS", "REPAIRED", "340400")).isEqualTo("active");
        assertThat(violation(subject, other, "CF", "SERIOUS", "ACTIVE", "340400")).isEqualTo("known");
        assertThat(violation(subject, subject, "CF", "SERIOUS", "ACTIVE", "341300")).isEqualTo("known");

        String record = UUID.randomUUID().toString();
        SubjectServiceFixture.record(record, subject, "CF", "SERIOUS", "ACTIVE", "x", "340403");
        Map<String, Object> body = proposal("market-serious", subject);
        body.put("record", record);
        String id = api.as(DEPARTMENT).post(V1 + "/cases", body).expect(201).at("/id");
        ListingCase stored = Objects.requireNonNull(mongo.findById(id, ListingCase.class));
        assertThat(stored.record()).isEqualTo(new RecordSeen(record, "CF", 3, "SERIOUS", "皖市监罚〔2026〕1号"));
        assertThat(stored.judgedBy().noticeWorkingDays()).isEqualTo(5);
    }

    private String violation(
            String subject, String owner, String item, String severity, String state, String division) {
        String record = UUID.randomUUID().toString();
        SubjectServiceFixture.record(record, owner, item, severity, state, "x", division);
        Map<String, Object> body = proposal("market-serious", subject);
        body.put("record", record);
        return api.as(DEPARTMENT).post(V1 + "/cases", body).expect(422).at("/violations/0/rule");
    }

    @Test
    void aBadProposalIsRefusedWithEveryReason() {
        Answer empty = api.as(DEPARTMENT).post(V1 + "/cases", Map.of()).expect(422);
        assertThat(empty.json().at("/violations").size()).isEqualTo(3);
        String subject = SubjectServiceFixture.organisation(uniqueName("校验"));
        Map<String, Object> unknownField = new HashMap<>(proposal("tax-a", subject));
        unknownField.put("subjekt", "x");
        api.as(DEPARTMENT).post(V1 + "/cases", unknownField).expect(422);
        assertThat(api.as(DEPARTMENT).post(V1 + "/cases", proposal("no-such", subject)).expect(422)
                .at("/violations/0/field")).isEqualTo("list");
        assertThat(api.as(DEPARTMENT).post(V1 + "/cases", proposal("tax-a", "91340400MA000000XX")).expect(422)
                .at("/violations/0/rule")).isEqualTo("uscc");
        assertThat(api.as(DEPARTMENT).post(V1 + "/cases", proposal("tax-a", SubjectServiceFixture.newCode())).expect(422)
                .at("/violations/0/rule")).isEqualTo("known");
        api.as(DEPARTMENT).post(V1 + "/cases", "{").expect(400);
    }

    @Test
    void aNoticeCannotBeDeliveredBeforeTheProposalOrInTheFuture() {
        String id = propose("market-serious", SubjectServiceFixture.organisation(uniqueName("送达"))).at("/id");
        for (LocalDate day : List.of(today().minusDays(1), today().plusDays(1))) {
            Answer refused = step(DEPARTMENT, id, "notify", Map.of("deliveredOn", day.toString(), "way", "x")).expect(422);
            assertThat(refused.at("/violations/0/field")).isEqualTo("deliveredOn");
        }
    }

    @Test
    void theSameKeyedProposalMakesOneCase() {
        String subject = SubjectServiceFixture.organisation(uniqueName("幂等"));
        String key = UUID.randomUUID().toString();
        Answer first = api.as(DEPARTMENT).with("Idempotency-Key", key)
                .post(V1 + "/cases", proposal("tax-a", subject)).expect(201);
        Answer second = api.as(DEPARTMENT).with("Idempotency-Key", key)
                .post(V1 + "/cases", proposal("tax-a", subject)).expect(201);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + subject).json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void withoutSubjectServiceNoCaseIsBegun() {
        String subject = SubjectServiceFixture.organisation(uniqueName("对端"));
        propose("tax-a", subject);
        SubjectServiceFixture.answering(WireMock.serverError());
        Answer refused = api.as(DEPARTMENT).post(V1 + "/cases", proposal("tax-a", subject)).expect(503);
        assertThat(refused.at("/code")).isEqualTo("peer.unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        SubjectServiceFixture.healthy();
        await().until(
                () -> api.as(DEPARTMENT).get(V1 + "/cases?subject=" + subject).json().at("/items").size() == 1);
    }

    @Test
    void casesComeInPagesNewestFirst() {
        String subject = SubjectServiceFixture.organisation(uniqueName("分页"));
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> propose("tax-a", subject).at("/id")).toList();
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            Answer page = api.as(DEPARTMENT).get(V1 + "/cases?limit=2&subject=" + subject + "&after=" + next).expect(200);
            page.json().at("/items").forEach(item -> read.add(item.at("/id").asString()));
            next = page.at("/next");
        } while (!next.isEmpty());
        assertThat(read).containsExactlyInAnyOrderElementsOf(made);
        api.as(DEPARTMENT).get(V1 + "/cases?after=bm9wZR94").expect(400);
        api.as(DEPARTMENT).get(V1 + "/cases?after=!!").expect(400);
        api.as(DEPARTMENT).get(V1 + "/cases?limit=501").expect(400);
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?state=PROPOSED&subject=" + subject).json().at("/items").size())
                .isEqualTo(5);
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?state=EXITED&subject=" + subject).json().at("/items").size())
                .isZero();
    }
}
