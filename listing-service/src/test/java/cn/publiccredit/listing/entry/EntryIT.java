package cn.publiccredit.listing.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.listing.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.Token;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EveryStore
class EntryIT extends ListingFixture {

    @Test
    void anyoneSeesEntriesOfRedAndBlackListsInForce() {
        String name = uniqueName("公开");
        String subject = SubjectServiceFixture.organisation(name);
        published("market-serious", subject);
        published("tax-a", subject);
        String watched = published("watch", subject);

        Answer all = api.get(V1 + "/public/entries?subject=" + subject).expect(200);
        assertThat(all.json().at("/items").valueStream().map(e -> e.at("/kind").asString()))
                .containsExactly("RED", "BLACK");
        assertThat(api.get(V1 + "/public/entries?list=tax-a&subject=" + subject).json().at("/items").size()).isEqualTo(1);
        assertThat(api.get(V1 + "/public/entries?kind=BLACK&subject=" + subject).json().at("/items").size()).isEqualTo(1);
        String part = URLEncoder.encode(name.substring(2, 10), StandardCharsets.UTF_8);
        assertThat(api.get(V1 + "/public/entries?q=" + part).json().at("/items").size()).isEqualTo(2);
        assertThat(api.get(V1 + "/public/entries?q=" + subject).json().at("/items").size()).isEqualTo(2);
        String id = all.at("/items/0/id");
        api.get(V1 + "/public/entries/" + id).expect(200);
        api.get(V1 + "/public/entries/" + entryOf(watched)).expect(404);
        for (String odd : List.of("%00", ".*", "%5B", "%5CE", "(")) {
            assertThat(api.get(V1 + "/public/entries?q=" + odd).status()).isIn(200, 400);
        }
        assertThat(api.get(V1 + "/public/entries?q=.*&subject=" + subject).json().at("/items").size()).isZero();
    }

    @Test
    void anEntryEndsWithItsTermWithoutAnybodyWritingItDown() {
        String subject = SubjectServiceFixture.organisation(uniqueName("期满"));
        String caseId = published("market-serious", subject);
        LocalDate until = today().plusMonths(36);
        clock.moveTo(until);
        assertThat(api.get(V1 + "/public/entries?subject=" + subject).json().at("/items").size()).isEqualTo(1);
        assertThat(api.as(AUDITOR).get(V1 + "/cases/" + caseId).at("/state")).isEqualTo("PUBLISHED");
        clock.moveTo(until.plusDays(1));
        assertThat(api.get(V1 + "/public/entries?subject=" + subject).json().at("/items").size()).isZero();
        Answer history = api.as(PROVINCE).purpose("核查").get(V1 + "/entries?subject=" + subject).expect(200);
        assertThat(history.at("/items/0/state")).isEqualTo("EXITED");
        assertThat(history.at("/items/0/exit/kind")).isEqualTo("EXPIRY");
        assertThat(history.at("/items/0/exit/at")).isEqualTo(until.plusDays(1).toString());
        assertThat(api.as(AUDITOR).get(V1 + "/cases/" + caseId).at("/state")).isEqualTo("EXITED");
        assertThat(api.as(AUDITOR).get(V1 + "/cases?state=EXITED&subject=" + subject).at("/items/0/id")).isEqualTo(caseId);
        assertThat(api.as(AUDITOR).get(V1 + "/cases?state=PUBLISHED&subject=" + subject).at("/items")).isEqualTo("[]");
    }

    @Test
    void aRepairEndsTheEntryOnceAndClosesItsCase() {
        String subject = SubjectServiceFixture.organisation(uniqueName("修复"));
        String caseId = published("market-serious", subject);
        String entry = entryOf(caseId);
        Map<String, Object> exit = exit("repair-1");
        Answer ended = api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit", exit).expect(200);
        assertThat(ended.at("/state")).isEqualTo("EXITED");
        assertThat(ended.at("/exit/kind")).isEqualTo("REPAIRED");
        Answer again = api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit", exit).expect(200);
        assertThat(again.at("/exit")).isEqualTo(ended.at("/exit"));
        Answer other = api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit", exit("repair-2")).expect(409);
        assertThat(other.at("/code")).isEqualTo("listing.entry.exited");
        assertThat(other.at("/detail")).contains("repair-1");

        awaitState(caseId, "EXITED");
        assertThat(api.get(V1 + "/public/entries?subject=" + subject).at("/items")).isEqualTo("[]");
        api.get(V1 + "/public/entries/" + entry).expect(404);
        assertThat(api.as(PROVINCE).purpose("核查").get(V1 + "/entries?state=EXITED&subject=" + subject)
                .at("/items/0/exit/reason")).isEqualTo("已完成信用修复");
    }

    @Test
    void anExitIsForThePlatformsServicesOnlyAndMustSayWhyAndBySomeDecision() {
        String entry = entryOf(published("market-serious", SubjectServiceFixture.organisation(uniqueName("退出"))));
        for (Token person : List.of(DEPARTMENT, APPROVER, PROVINCE, BANK)) {
            api.as(person).post(V1 + "/entries/" + entry + "/exit", exit("x")).expect(403);
        }
        assertThat(api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit", Map.of("kind", "EXPIRY")).expect(422)
                .json().at("/violations").size()).isEqualTo(3);
        api.as(SERVICE).post(V1 + "/entries/no-such/exit", exit("x")).expect(404);
        assertThat(api.as(AUDITOR).purpose("审计").get(V1 + "/entries/" + entry).at("/state")).isEqualTo("PUBLISHED");
    }

    @Test
    void whatWasEndedIsHistoryForThoseEntitledOnly() {
        String subject = SubjectServiceFixture.organisation(uniqueName("历史"));
        Token owner = Token.of("owner", "subject-user").subject(subject);
        String entry = entryOf(published("market-serious", subject));
        for (Token reader : List.of(BANK, OTHER_CITY, OTHER_DEPARTMENT)) {
            api.as(reader).purpose("融资授信").get(V1 + "/entries/" + entry).expect(200);
        }
        api.as(SERVICE).post(V1 + "/entries/" + entry + "/exit", exit("repair-3")).expect(200);
        for (Token stranger : List.of(BANK, OTHER_CITY, OTHER_DEPARTMENT, OTHER_APPROVER)) {
            api.as(stranger).purpose("融资授信").get(V1 + "/entries/" + entry).expect(404);
            assertThat(api.as(stranger).purpose("融资授信").get(V1 + "/entries?subject=" + subject).expect(200).at("/items"))
                    .isEqualTo("[]");
        }
        for (Token entitled : List.of(DEPARTMENT, CITY, PROVINCE, APPROVER, AUDITOR)) {
            api.as(entitled).purpose("核查").get(V1 + "/entries/" + entry).expect(200);
            assertThat(api.as(entitled).purpose("核查").get(V1 + "/entries?subject=" + subject).at("/items/0/id"))
                    .isEqualTo(entry);
        }
        for (Token withoutPurpose : List.of(owner, SERVICE)) {
            api.as(withoutPurpose).get(V1 + "/entries/" + entry).expect(200);
            assertThat(api.as(withoutPurpose).get(V1 + "/entries?subject=" + subject).at("/items/0/id")).isEqualTo(entry);
        }
    }

    @Test
    void readingAboutOthersNeedsAPurposeAndLeavesATrace() {
        String subject = SubjectServiceFixture.organisation(uniqueName("用途"));
        String entry = entryOf(published("market-serious", subject));
        assertThat(api.as(BANK).get(V1 + "/entries?subject=" + subject).expect(400).at("/code"))
                .isEqualTo("purpose.required");
        assertThat(api.as(BANK).get(V1 + "/entries/" + entry).expect(400).at("/code")).isEqualTo("purpose.required");
        api.as(BANK).purpose("贷前审查").get(V1 + "/entries?subject=" + subject).expect(200);
        JsonNode trace = traces("entry.read", subject).getFirst();
        assertThat(trace.at("/purpose").asString()).isEqualTo("贷前审查");
        assertThat(trace.at("/actorName").asString()).isEqualTo("demo-bank");
    }

    @Test
    void aNaturalPersonsEntryIsNotPublic() {
        String id = "person-" + SubjectServiceFixture.newCode();
        mongo.insert(EntryFixture.live(id, false));
        assertThat(api.get(V1 + "/public/entries?subject=" + id).at("/items")).isEqualTo("[]");
        assertThat(api.as(BANK).purpose("融资授信").get(V1 + "/entries?subject=" + id).expect(200).at("/items"))
                .isEqualTo("[]");
    }

    private Map<String, Object> exit(String decision) {
        return Map.of("case", decision, "kind", "REPAIRED", "reason", "已完成信用修复", "decidedBy", "repair-approver",
                "effectiveDate", today().toString());
    }
}
