package cn.publiccredit.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two codes prove to be one subject: what stands under either is found under both, until the merger is undone. */
class MergedSubjectIT extends ListingFixture {

    private final String oldName = uniqueName("原名");
    private final String old = SubjectServiceFixture.organisation(oldName);
    private final String now = SubjectServiceFixture.organisation(uniqueName("现名"));
    private final Token ownerOfOld = Token.of("owner-old", "subject-user").subject(old);
    private final Token ownerOfNow = Token.of("owner-now", "subject-user").subject(now);

    private static List<String> texts(Answer answer, String list, String field) {
        return answer.expect(200).json().at(list).findValuesAsString(field);
    }

    private Answer screened(Map<String, String> one, Map<String, String> other) {
        return api.as(CITY).post(V1 + "/screenings",
                Map.of("subjects", List.of(one, other), "matter", "LOAN", "purpose", "贷前审查")).expect(200);
    }

    private Answer publicly(String query) {
        return api.get(V1 + "/public/entries?" + query).expect(200);
    }

    @Test
    void aScreeningByEitherCodeOrTheFormerNameHitsTheEntriesOfBothAndEachOnlyOnce() {
        String first = entryOf(published("market-serious", old));
        assertThat(screened(Map.of("uscc", old), Map.of("uscc", now)).json().at("/results").findValuesAsString("status"))
                .containsExactly("HIT", "CLEAR");
        SubjectServiceFixture.merge(old, now);
        String second = entryOf(published("watch", now));

        Answer answer = screened(Map.of("uscc", old), Map.of("uscc", now));
        for (int i = 0; i < 2; i++) {
            assertThat(answer.at("/results/" + i + "/status")).isEqualTo("HIT");
            assertThat(answer.at("/results/" + i + "/subject/id")).isEqualTo(now);
            assertThat(texts(answer, "/results/" + i + "/entries", "id")).as("newest first").containsExactly(second, first);
            assertThat(answer.at("/results/" + i + "/entries/1/subject")).isEqualTo(old);
            assertThat(answer.at("/results/" + i + "/entries/1/subjectNow")).isEqualTo(now);
            assertThat(answer.at("/results/" + i + "/entries/0/subjectNow")).isEmpty();
            assertThat(texts(answer, "/results/" + i + "/measures", "code")).doesNotHaveDuplicates().isNotEmpty();
        }
        assertThat(screened(Map.of("name", oldName), Map.of("uscc", now)).at("/results/0/status")).isEqualTo("HIT");

        SubjectServiceFixture.undo(old);
        Answer after = screened(Map.of("uscc", old), Map.of("uscc", now));
        assertThat(texts(after, "/results/0/entries", "id")).containsExactly(first);
        assertThat(texts(after, "/results/1/entries", "id")).containsExactly(second);
        assertThat(after.at("/results/0/subject/id")).isEqualTo(old);
    }

    @Test
    void entriesOfEitherCodeAreListedUnderBothAndSayWhoStandsForThemNow() {
        String first = entryOf(published("market-serious", old));
        String second = entryOf(published("tax-a", now));
        assertThat(texts(publicly("subject=" + now), "/items", "id")).containsExactly(second);
        SubjectServiceFixture.merge(old, now);
        for (String code : List.of(old, now)) {
            Answer answer = publicly("subject=" + code);
            assertThat(texts(answer, "/items", "id")).containsExactly(second, first);
            assertThat(answer.at("/items/1/subject")).isEqualTo(old);
            assertThat(answer.at("/items/1/subjectNow")).isEqualTo(now);
            assertThat(answer.at("/items/0/subjectNow")).isEmpty();
            assertThat(texts(publicly("q=" + code), "/items", "id")).containsExactlyInAnyOrder(first, second);
            assertThat(texts(api.as(BANK).purpose("贷前审查").get(V1 + "/entries?subject=" + code), "/items", "id"))
                    .containsExactly(second, first);
            Answer firstPage = publicly("limit=1&subject=" + code);
            assertThat(texts(publicly("limit=1&subject=" + code + "&after=" + firstPage.at("/next")), "/items", "id"))
                    .containsExactly(first);
        }
        assertThat(publicly("list=market-serious&subject=" + now).json().at("/items").size()).isEqualTo(1);
        assertThat(api.get(V1 + "/public/entries/" + first).expect(200).at("/subjectNow")).isEqualTo(now);
        SubjectServiceFixture.undo(old);
        assertThat(texts(publicly("subject=" + old), "/items", "id")).containsExactly(first);
        assertThat(texts(publicly("subject=" + now), "/items", "id")).containsExactly(second);
        assertThat(api.get(V1 + "/public/entries/" + first).expect(200).at("/subjectNow")).isEmpty();
    }

    @Test
    void theSubjectSeesTheHistoryOfBothCodesWithAnAccountOfEither() {
        String ended = entryOf(published("market-serious", old));
        api.as(SERVICE).post(V1 + "/entries/" + ended + "/exit",
                Map.of("case", "repair-m", "kind", "REPAIRED", "reason", "已修复")).expect(200);
        api.as(ownerOfNow).purpose("本人查询").get(V1 + "/entries/" + ended).expect(404);
        SubjectServiceFixture.merge(old, now);
        for (Token owner : List.of(ownerOfOld, ownerOfNow)) {
            api.as(owner).get(V1 + "/entries/" + ended).expect(200);
            for (String code : List.of(old, now)) {
                assertThat(texts(api.as(owner).get(V1 + "/entries?subject=" + code), "/items", "id")).containsExactly(ended);
            }
        }
        SubjectServiceFixture.undo(old);
        api.as(ownerOfNow).purpose("本人查询").get(V1 + "/entries/" + ended).expect(404);
        assertThat(api.as(ownerOfNow).get(V1 + "/entries?subject=" + old).expect(400).at("/code")).isEqualTo("purpose.required");
    }

    @Test
    void aCaseAboutARecordOfEitherCodeIsProposedUnderBothAndKeepsTheRecordsAndTheSubjectIsHeardWithEitherAccount() {
        String record = UUID.randomUUID().toString();
        SubjectServiceFixture.record(record, old, "CF", "SERIOUS", "ACTIVE", "x", "340403");
        Map<String, Object> body = proposal("market-serious", now);
        body.put("record", record);
        assertThat(api.as(DEPARTMENT).post(V1 + "/cases", body).expect(422).at("/violations/0/rule")).isEqualTo("known");
        String earlier = notified("tax-a", old);
        SubjectServiceFixture.merge(old, now);
        Answer proposed = api.as(DEPARTMENT).post(V1 + "/cases", body).expect(201);
        assertThat(proposed.at("/subject")).isEqualTo(old);
        String later = proposed.at("/id");
        for (String code : List.of(old, now)) {
            assertThat(texts(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + code), "/items", "id"))
                    .containsExactly(later, earlier);
        }
        api.as(ownerOfNow).get(V1 + "/cases/" + earlier).expect(200);
        assertThat(texts(api.as(ownerOfNow).get(V1 + "/cases"), "/items", "id")).containsExactly(earlier);
        assertThat(step(ownerOfNow, earlier, "statement", Map.of("text", "有异议")).expect(200).at("/state"))
                .isEqualTo("HEARD");
        SubjectServiceFixture.undo(old);
        api.as(ownerOfNow).get(V1 + "/cases/" + earlier).expect(404);
        assertThat(api.as(ownerOfNow).get(V1 + "/cases").expect(200).at("/items")).isEqualTo("[]");
        assertThat(texts(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + old), "/items", "id"))
                .as("where the record is").containsExactly(later, earlier);
        assertThat(api.as(DEPARTMENT).get(V1 + "/cases?subject=" + now).expect(200).at("/items")).isEqualTo("[]");
    }

    @Test
    void withoutSubjectServiceNothingIsSaidAboutASubjectAndListsGoOn() {
        published("market-serious", old);
        SubjectServiceFixture.answering(WireMock.serverError());
        for (Answer refused : List.of(
                api.get(V1 + "/public/entries?subject=" + old),
                api.get(V1 + "/public/entries?q=" + old),
                api.as(PROVINCE).purpose("核查").get(V1 + "/entries?subject=" + old),
                api.as(DEPARTMENT).get(V1 + "/cases?subject=" + old))) {
            assertThat(refused.expect(503).at("/code")).isEqualTo("peer.unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
        assertThat(publicly("limit=500").text()).contains(old);
        SubjectServiceFixture.answering(WireMock.notFound());
        assertThat(api.get(V1 + "/public/entries?subject=" + old).status()).as("a refusal is no answer").isEqualTo(503);
        SubjectServiceFixture.healthy();
        await().until(
                () -> api.get(V1 + "/public/entries?subject=" + old).status() == 200);
    }
}
