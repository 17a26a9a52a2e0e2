package cn.publiccredit.subject.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "What did we know on 3 March of what held in February?" in every combination. */
class BitemporalIT extends SubjectServiceFixture {

    private final String company = Codes.next("340400");
    private final String records = PREFIX + "/subjects/" + company + "/records";
    private final List<Batch> batches = new ArrayList<>();

    @BeforeEach
    void threeMonthsOfKnowledge() {
        // Decided in January and February; known in March, corrected in April; the February one known in May only.
        at(LocalDate.of(2026, 3, 1), Row.about(company, "某公司", "一月", LocalDate.of(2026, 1, 10)).with("NR", "罚一千"));
        at(LocalDate.of(2026, 4, 1), Row.about(company, "某公司", "一月", LocalDate.of(2026, 1, 10)).with("NR", "罚两千")
                .number(7));
        at(LocalDate.of(2026, 5, 1), Row.about(company, "某公司", "二月", LocalDate.of(2026, 2, 10)).with("NR", "警告"));
        clock.moveTo(LocalDate.of(2026, 6, 1));
    }

    private void at(LocalDate day, Row row) {
        clock.moveTo(day);
        Batch batch = Batch.of("CF", HUAINAN_MARKET, clock.instant());
        batches.add(batch);
        batch.into(intake, row);
    }

    private List<String> contents(String query) {
        List<String> found = new ArrayList<>();
        province().get(records + query).expect(200).json().get("items")
                .forEach(r -> found.add(r.get("data").get("NR").asString()));
        return found;
    }

    @Test
    void bothTimesMayBeAskedAboutInAnyCombination() {
        assertThat(contents("")).containsExactly("警告", "罚两千");
        assertThat(contents("?asOf=2026-01-31")).containsExactly("罚两千");
        assertThat(contents("?asOf=2026-01-01")).isEmpty();
        assertThat(contents("?knownAt=2026-03-03")).containsExactly("罚一千");
        assertThat(contents("?knownAt=2026-04-15")).containsExactly("罚两千");
        assertThat(contents("?knownAt=2026-02-28")).isEmpty();
        assertThat(contents("?asOf=2026-02-20&knownAt=2026-03-03")).containsExactly("罚一千");
        assertThat(contents("?asOf=2026-02-20&knownAt=2026-05-02")).containsExactly("警告", "罚两千");
        assertThat(contents("?asOf=2026-02-01&knownAt=2026-05-02")).containsExactly("罚两千");
        assertThat(contents("?knownAt=2026-03-01T11:59:00%2B08:00")).isEmpty();
    }

    @Test
    void whatHasRunOutIsJudgedByTheDayThatIsAskedAbout() {
        clock.moveTo(LocalDate.of(2027, 3, 1));
        assertThat(province().get(records).expect(200).json().get("items").findValuesAsString("state"))
                .containsExactly("EXPIRED", "EXPIRED");
        assertThat(province().get(records + "?asOf=2026-06-01").expect(200).json().get("items").findValuesAsString("state"))
                .containsExactly("ACTIVE", "ACTIVE");
        assertThat(province().get(records + "?knownAt=2026-06-01").expect(200).json().get("items")
                .findValuesAsString("state")).containsExactly("ACTIVE", "ACTIVE");
    }

    @Test
    void aRepairEndsNothingBeforeTheDayOnWhichItTookEffect() {
        String id = province().get(records + "?asOf=2026-01-31").expect(200).at("/items/0/id");
        service().post(PREFIX + "/records/" + id + "/publicity-stop", Map.of("case", "X-2", "decidedBy", "approver",
                "reason", "已履行", "effectiveDate", "2026-05-20")).expect(200);
        Answer before = province().get(records + "?asOf=2026-05-19").expect(200);
        assertThat(before.json().get("items").findValuesAsString("state")).containsExactly("ACTIVE", "ACTIVE");
        assertThat(before.json().get("items").get(1).get("publicity").get("stoppedAt").isNull()).isTrue();
        Answer onTheDay = province().get(records + "?asOf=2026-05-20").expect(200);
        assertThat(onTheDay.json().get("items").findValuesAsString("state")).containsExactly("ACTIVE", "REPAIRED");
        assertThat(onTheDay.at("/items/1/publicity/stoppedAt")).startsWith("2026-06-01");
        assertThat(province().get(records + "?asOf=2026-05-20&knownAt=2026-05-31").expect(200).json().get("items")
                .findValuesAsString("state")).as("not known yet").containsExactly("ACTIVE", "ACTIVE");
    }

    private String january(LocalDate asOf, String more) {
        Answer then = province().get(records + "?asOf=" + asOf + more).expect(200);
        int at = then.json().get("items").findValuesAsString("documentNumber").indexOf("一月");
        return then.at("/items/" + at + "/state") + " " + then.at("/items/" + at + "/publicity/until");
    }

    private void saysThatItWasPutRight(LocalDate on, Row row) {
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).take(intake, row.putRight(on));
    }

    private Row januaryRow() {
        return Row.about(company, "某公司", "一月", LocalDate.of(2026, 1, 10)).with("NR", "罚两千").with("ZGRQ", "2026-05-20");
    }

    @Test
    void whatItsSourceSaysWasPutRightWasNotSoBeforeThatDay() {
        saysThatItWasPutRight(LocalDate.of(2026, 5, 20), januaryRow());
        clock.moveTo(LocalDate.of(2026, 7, 1));
        assertThat(january(LocalDate.of(2026, 7, 1), "")).isEqualTo("REPAIRED 2026-05-19");
        assertThat(january(LocalDate.of(2026, 5, 20), "")).isEqualTo("REPAIRED 2026-05-19");
        assertThat(january(LocalDate.of(2026, 5, 19), "")).as("nor was its publicity cut short").isEqualTo("ACTIVE 2027-01-10");
        assertThat(january(LocalDate.of(2026, 5, 20), "&knownAt=2026-05-31")).as("not known yet").isEqualTo("ACTIVE 2027-01-10");
        assertThat(january(LocalDate.of(2026, 5, 20), "&knownAt=2026-06-02")).isEqualTo("REPAIRED 2026-05-19");
        assertThat(january(LocalDate.of(2026, 5, 19), "&knownAt=2026-06-02")).isEqualTo("ACTIVE 2027-01-10");
    }

    @Test
    void whatCameAlreadyPutRightWasMisconductUntilThen() {
        String other = Codes.next("340400");
        String of = PREFIX + "/subjects/" + other + "/records?asOf=";
        saysThatItWasPutRight(LocalDate.of(2026, 5, 20), Row.about(other, "某公司", "三月", LocalDate.of(2026, 3, 10)));
        assertThat(province().get(of + "2026-03-09").expect(200).json().get("items")).isEmpty();
        assertThat(province().get(of + "2026-05-19").expect(200).at("/items/0/state")).isEqualTo("ACTIVE");
        assertThat(province().get(of + "2026-05-20").expect(200).at("/items/0/state")).isEqualTo("REPAIRED");
    }

    @Test
    void ofADecisionAndItsSourcesWordTheEarlierDayCounts() {
        String id = province().get(records + "?asOf=2026-01-31").expect(200).at("/items/0/id");
        saysThatItWasPutRight(LocalDate.of(2026, 5, 20), januaryRow());
        clock.moveTo(LocalDate.of(2026, 6, 20));
        service().post(PREFIX + "/records/" + id + "/publicity-stop", Map.of("case", "X-3", "decidedBy", "approver",
                "reason", "已履行", "effectiveDate", "2026-06-10")).expect(200);
        assertThat(january(LocalDate.of(2026, 5, 19), "")).isEqualTo("ACTIVE 2027-01-10");
        assertThat(january(LocalDate.of(2026, 5, 25), "")).isEqualTo("REPAIRED 2026-05-19");
        clock.moveTo(LocalDate.of(2026, 6, 25));
        saysThatItWasPutRight(LocalDate.of(2026, 6, 15), januaryRow().with("ZGRQ", "2026-06-15"));
        assertThat(january(LocalDate.of(2026, 6, 9), "")).as("its source has corrected the day").isEqualTo("ACTIVE 2027-01-10");
        assertThat(january(LocalDate.of(2026, 6, 12), "")).as("by the decision").isEqualTo("REPAIRED 2027-01-10");
        assertThat(january(LocalDate.of(2026, 6, 15), "")).isEqualTo("REPAIRED 2026-06-14");
    }

    @Test
    void whatHasEndedIsStillToldOfAndSaysOnWhichDayItHeld() {
        String licensed = Codes.next("340400");
        String licences = PREFIX + "/subjects/" + licensed + "/records?item=XK";
        clock.moveTo(LocalDate.of(2026, 1, 20));
        Batch.of("XK", HUAINAN_MARKET, clock.instant()).take(intake, Row.about(licensed, "某许可公司", "许可", LocalDate.of(2026, 1, 10))
                .valid(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 30)));
        clock.moveTo(LocalDate.of(2026, 6, 1));
        assertThat(province().get(licences + "&asOf=2026-01-09").expect(200).json().get("items")).isEmpty();
        for (String[] day : new String[][] {{"2026-01-31", "false"}, {"2026-02-01", "true"}, {"2026-04-30", "true"}, {"2026-05-01", "false"}}) {
            Answer then = province().get(licences + "&asOf=" + day[0]).expect(200);
            assertThat(then.at("/items/0/validity/inForce")).as(day[0]).isEqualTo(day[1]);
            assertThat(then.at("/items/0/validity/to")).isEqualTo("2026-04-30");
        }
        assertThat(province().get(licences).expect(200).at("/items/0/validity/inForce")).isEqualTo("false");
        assertThat(province().get(licences + "&knownAt=2026-03-01").expect(200).at("/items/0/validity/inForce")).isEqualTo("true");
        assertThat(province().get(records).expect(200).at("/items/0/validity/from")).as("by the document").isEqualTo("2026-02-10");
    }

    @Test
    void everyVersionNamesBatchAndRowOrTheDecisionThatMadeIt() {
        String id = province().get(records + "?asOf=2026-01-31").expect(200).at("/items/0/id");
        service().post(PREFIX + "/records/" + id + "/publicity-stop", Map.of("case", "X-1", "decidedBy", "approver",
                "reason", "已履行", "effectiveDate", "2026-06-01")).expect(200);
        Answer versions = province().get(records + "/" + id + "/versions").expect(200);
        assertThat(versions.json().get("items")).hasSize(3);
        assertThat(versions.at("/items/0/cause/reason")).isEqualTo("已履行");
        assertThat(versions.at("/items/0/cause/batch")).isEmpty();
        assertThat(versions.at("/items/1/cause/batch")).isEqualTo(batches.get(1).id());
        assertThat(versions.at("/items/1/cause/row")).isEqualTo("7");
        assertThat(versions.at("/items/1/data/NR")).isEqualTo("罚两千");
        assertThat(versions.at("/items/2/cause/batch")).isEqualTo(batches.get(0).id());
        assertThat(versions.at("/items/2/data/NR")).isEqualTo("罚一千");
        assertThat(versions.at("/items/2/knownUntil")).isEqualTo(versions.at("/items/1/knownFrom"));
        assertThat(versions.at("/items/0/cause/actor")).isEqualTo("approver");
        assertThat(owner(company).get(records + "/" + id + "/versions").expect(200).at("/items/1/cause/actor"))
                .as("the subject learns which batch, not which clerk").isEmpty();
        owner(Codes.next("340400")).purpose("x").get(records + "/" + id + "/versions").expect(403);
    }

    @Test
    void pagesOfWhatWasKnownThenLeaveNothingOutThoughDatesWereCorrectedSince() {
        String corrected = Codes.next("340400");
        int day = 10;
        for (String document : List.of("甲", "丙", "乙")) {
            at(LocalDate.of(2026, 3, 1), Row.about(corrected, "更正公司", document, LocalDate.of(2026, 1, day++)).with("NR", document));
        }
        at(LocalDate.of(2026, 4, 1), Row.about(corrected, "更正公司", "甲", LocalDate.of(2026, 2, 28)).with("NR", "甲改"));
        at(LocalDate.of(2026, 4, 1), Row.about(corrected, "更正公司", "乙", LocalDate.of(2025, 12, 1)).with("NR", "乙改"));
        clock.moveTo(LocalDate.of(2026, 6, 1));
        List<String> paged = new ArrayList<>();
        String after = "";
        for (int page = 0; page == 0 || (!after.isEmpty() && page < 9); page++) {
            Answer answer = province().get(PREFIX + "/subjects/" + corrected + "/records?knownAt=2026-03-03&limit=1" + after).expect(200);
            answer.json().get("items").forEach(r -> paged.add(r.get("data").get("NR").asString()));
            after = answer.at("/next").isEmpty() ? "" : "&after=" + answer.at("/next");
        }
        assertThat(paged).containsExactly("甲", "丙", "乙");
    }

    @Test
    void versionsArePagedAcrossTheOnesKeptBesideTheDocument() {
        for (int i = 0; i < 30; i++) {
            at(LocalDate.of(2026, 6, 2).plusDays(i), Row.about(company, "某公司", "一月", LocalDate.of(2026, 1, 10))
                    .with("NR", "第" + i + "次"));
        }
        String id = province().get(records + "?asOf=2026-01-31").expect(200).at("/items/0/id");
        List<String> numbers = new ArrayList<>();
        String after = "";
        do {
            Answer page = province().get(records + "/" + id + "/versions?limit=7" + after).expect(200);
            page.json().get("items").forEach(v -> numbers.add(v.get("version").asString()));
            after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        assertThat(numbers).hasSize(32).doesNotHaveDuplicates().startsWith("32", "31").endsWith("2", "1");
        assertThat(contents("?asOf=2026-01-31&knownAt=2026-03-03")).containsExactly("罚一千");
        province().get(records + "/" + id + "/versions?after=rubbish").expect(400);
    }
}
