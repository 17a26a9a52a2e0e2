package cn.publiccredit.subject.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.PublicityRule;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.testing.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PublicityIT extends SubjectServiceFixture {

    private static final String PUBLIC = PREFIX + "/public";

    private final String company = Codes.next("340400");
    private final LocalDate today = LocalDate.of(2026, 6, 1);

    private void accept(Row... rows) {
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake, rows);
    }

    private Row row(String document, LocalDate date) {
        return Row.about(company, "淮南市光明食品有限公司", document, date);
    }

    private List<String> shown() {
        List<String> numbers = new ArrayList<>();
        for (JsonNode item : api.get(PUBLIC + "/records?limit=500&subject=" + company).expect(200).json().get("items")) {
            numbers.add(item.get("documentNumber").asString());
        }
        return numbers;
    }

    private String idOf(String document) {
        for (JsonNode item : api.get(PUBLIC + "/records?limit=500&subject=" + company).expect(200).json().get("items")) {
            if (item.get("documentNumber").asString().equals(document)) {
                return item.get("id").asString();
            }
        }
        throw new AssertionError(document + " is not public");
    }

    @Test
    void publicity_ends_by_itself_on_the_day_that_the_longest_time_is_over() {
        clock.moveTo(today);
        accept(row("A", today));
        assertThat(shown()).containsExactly("A");
        clock.moveTo(LocalDate.of(2027, 6, 1));
        assertThat(shown()).containsExactly("A");
        clock.moveTo(LocalDate.of(2027, 6, 2));
        assertThat(shown()).isEmpty();
        assertThat(province().get(PREFIX + "/subjects/" + company + "/records").expect(200).at("/items/0/state"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void the_source_may_ask_for_a_shorter_publicity_but_not_for_a_longer_one() {
        clock.moveTo(today);
        accept(row("kurz", today).until(today.plusMonths(1)), row("lang", today).number(3).until(today.plusYears(9)));
        String base = PUBLIC + "/records?subject=" + company;
        assertThat(api.get(base).expect(200).json().get("items").findValuesAsString("until"))
                .containsExactlyInAnyOrder("2026-07-01", "2027-06-01");
        clock.moveTo(today.plusMonths(1).plusDays(1));
        assertThat(shown()).containsExactly("lang");
    }

    @Test
    void what_the_rule_does_not_show_and_who_is_a_person_is_not_public() {
        clock.moveTo(today);
        accept(row("minor", today).publicity(Row.HIDDEN),
                Row.aboutPerson("李四", "34040319910101" + company.substring(13, 17), "person" + company, today).number(3));
        assertThat(shown()).isEmpty();
        assertThat(api.get(PUBLIC + "/records?limit=500").text()).doesNotContain("person" + company);
        assertThat(api.get(PUBLIC + "/subjects?limit=500&q=李四").json().get("items")).isEmpty();
    }

    @Test
    void a_person_s_record_that_the_rule_shows_bears_no_full_name_and_no_number() {
        clock.moveTo(today);
        String id = "34040319920202" + company.substring(13, 17);
        accept(Row.aboutPerson("欧阳修远", id, "shown" + company, today)
                .publicity(new PublicityRule(true, 3, 12, true)));
        Document stored = mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "shown" + company)).first();
        assertThat(stored).isNotNull();
        Answer answer = api.get(PUBLIC + "/records/" + stored.getString("_id")).expect(200);
        assertThat(answer.at("/subjectName")).isEqualTo("欧**");
        assertThat(answer.text()).doesNotContain(id);
    }

    @Test
    void hidden_columns_are_left_out_and_partial_ones_masked() {
        clock.moveTo(today);
        accept(row("masks", today).with("FRDB", "王小明").with("FR_ZJHM", "340403198802022345")
                .with("LXDH", "13955504321").with("BZ", "内部").with("NR", "罚款").with("UNKNOWN", "x"));
        Answer answer = api.get(PUBLIC + "/records/" + idOf("masks")).expect(200);
        assertThat(answer.json().get("data").propertyNames()).containsExactlyInAnyOrder("MC", "WSH", "FRDB", "NR");
        assertThat(answer.at("/data/FRDB")).isEqualTo("王**");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void numbers_of_people_in_the_facts_about_a_company_are_masked() {
        clock.moveTo(today);
        accept(row("facts", today).with("NR", "法定代表人张三（身份证号340102199001011236，电话13855501234）拒不改正"));
        String shown = "法定代表人张三（身份证号3401************36，电话138****1234）拒不改正";
        assertThat(api.get(PUBLIC + "/records/" + idOf("facts")).expect(200).at("/data/NR")).isEqualTo(shown);
        assertThat(api.get(PUBLIC + "/records?subject=" + company).expect(200).at("/items/0/data/NR")).isEqualTo(shown);
        assertThat(province().get(PREFIX + "/subjects/" + company + "/records").expect(200).at("/items/0/data/NR"))
                .as("nobody needs them in a text").isEqualTo(shown);
    }

    @Test
    void a_stopped_record_is_gone_at_once_and_the_same_case_again_changes_nothing() {
        clock.moveTo(today);
        accept(row("stop", today.minusMonths(4)));
        String id = idOf("stop");
        Map<String, String> order = Map.of("case", "R-1", "decidedBy", "approver", "reason", "已纠正并履行义务",
                "effectiveDate", today.toString());
        Answer first = service().post(PREFIX + "/records/" + id + "/publicity-stop", order).expect(200);
        assertThat(first.at("/state")).isEqualTo("REPAIRED");
        assertThat(first.at("/publicity/stoppedAt")).startsWith("2026-06-01T");
        assertThat(first.at("/version")).isEqualTo("2");
        assertThat(shown()).isEmpty();
        api.get(PUBLIC + "/records/" + id).expect(404);
        assertThat(service().post(PREFIX + "/records/" + id + "/publicity-stop", order).expect(200).at("/version"))
                .isEqualTo("2");
        assertThat(service().post(PREFIX + "/records/" + id + "/sharing-stop", order).expect(200).at("/version"))
                .isEqualTo("3");
        Map<String, String> other = Map.of("case", "R-2", "decidedBy", "x", "reason", "y");
        assertThat(service().post(PREFIX + "/records/" + id + "/publicity-stop", other).expect(409).at("/code"))
                .isEqualTo("subject.record.repaired");
        province().post(PREFIX + "/records/" + id + "/publicity-stop", order).expect(403);
        service().post(PREFIX + "/records/nowhere/publicity-stop", order).expect(404);
        service().post(PREFIX + "/records/" + id + "/publicity-stop", Map.of("case", "R-1")).expect(422);
    }

    @Test
    void a_breach_found_after_the_repair_is_public_and_one_from_before_it_is_not() {
        clock.moveTo(today);
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).take(intake, row("breach", today.minusMonths(6)).foundOn(today.minusMonths(4)));
        String id = idOf("breach");
        Map<String, String> order = Map.of("case", "R-3", "decidedBy", "approver", "reason", "已纠正", "effectiveDate", today.toString());
        service().post(PREFIX + "/records/" + id + "/publicity-stop", order).expect(200);
        clock.forward(Duration.ofDays(9));
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).take(intake,
                row("breach", today.minusMonths(6)).with("NR", "更正").foundOn(today.minusMonths(3)));
        assertThat(shown()).as("what the repair covers").isEmpty();
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).take(intake,
                row("breach", today.minusMonths(6)).with("NR", "再次违诺").foundOn(today.plusDays(8)));
        assertThat(shown()).containsExactly("breach");
        assertThat(service().post(PREFIX + "/records/" + id + "/sharing-stop", order).expect(200).at("/state"))
                .as("an order that comes late does not cover it").isEqualTo("ACTIVE");
    }

    @Test
    void a_disputed_record_stays_public_and_bears_the_mark() {
        clock.moveTo(today);
        accept(row("disputed", today));
        String id = idOf("disputed");
        mongo.getCollection("records").updateOne(new Document("_id", id),
                new Document("$set", new Document("current.state", "DISPUTED")));
        assertThat(api.get(PUBLIC + "/records/" + id).expect(200).at("/disputed")).isEqualTo("true");
        assertThat(province().get(PREFIX + "/subjects/" + company + "/records/" + id).expect(200).at("/disputed"))
                .isEqualTo("true");
    }

    @Test
    void lists_are_newest_first_and_pages_follow_each_other_without_gap_or_repeat() {
        clock.moveTo(today);
        for (int i = 0; i < 7; i++) {
            accept(row("P" + i, today.minusDays(i / 2)));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.get(PUBLIC + "/records?limit=3&subject=" + company + "&after=" + after).expect(200);
            page.json().get("items").forEach(item -> seen.add(item.get("documentDate").asString()
                    + item.get("documentNumber").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.stream().map(s -> s.substring(0, 10)).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(api.get(PUBLIC + "/records?limit=3&count=true&subject=" + company).at("/count")).isEqualTo("7");
        api.get(PUBLIC + "/records?after=rubbish").expect(400);
        api.get(PUBLIC + "/records?limit=501").expect(400);
    }

    @Test
    void records_are_found_by_item_and_by_division_of_their_source() {
        clock.moveTo(today);
        accept(row("division", today));
        String subject = "&subject=" + company;
        assertThat(items("/records?division=340400&item=CF" + subject)).hasSize(1);
        assertThat(items("/records?division=340000" + subject)).hasSize(1);
        assertThat(items("/records?division=330000" + subject)).as("another province").isEmpty();
        assertThat(items("/records?division=341300" + subject)).isEmpty();
        assertThat(items("/records?item=XK" + subject)).isEmpty();
        api.get(PUBLIC + "/records?division=淮南".replace("淮南", "huainan")).expect(400);
    }

    private JsonNode items(String path) {
        return api.get(PUBLIC + path).expect(200).json().get("items");
    }

    @Test
    void the_subject_page_tells_register_data_division_and_what_is_public_now() {
        clock.moveTo(today);
        Batch.of("DJ", HUAINAN_MARKET, clock.instant()).into(intake,
                Row.registering(company, "淮南市光明食品有限公司", LocalDate.of(2010, 1, 2), "淮南市谢家集区2号"));
        accept(row("one", today), row("two", today).number(3), row("minor", today).number(4).publicity(Row.HIDDEN));
        Answer page = api.get(PUBLIC + "/subjects/" + company).expect(200);
        assertThat(page.at("/name")).isEqualTo("淮南市光明食品有限公司");
        assertThat(page.at("/divisionName")).isEqualTo("淮南市");
        assertThat(page.at("/registered/date")).isEqualTo("2010-01-02");
        assertThat(page.at("/counts/CF")).isEqualTo("2");
        assertThat(page.at("/asOf")).isEqualTo("2026-06-01");
        clock.moveTo(today.plusYears(2));
        assertThat(api.get(PUBLIC + "/subjects/" + company).expect(200).at("/counts/CF")).isEmpty();
        api.get(PUBLIC + "/subjects/" + Codes.next("340400")).expect(404);
    }

    private static final PublicityRule PERSONS_SHOWN =
            new PublicityRule(true, 3, 12, true);

    private JsonNode shownOfPerson(String document) {
        for (JsonNode item : api.get(PUBLIC + "/records?limit=500&item=CF").expect(200).json().get("items")) {
            if (item.get("documentNumber").asString().equals(document)) {
                return item;
            }
        }
        throw new AssertionError(document + " is not public");
    }

    @Test
    void a_natural_person_shows_only_where_the_item_says_so_and_then_masked_wherever_the_name_stands() {
        clock.moveTo(today);
        String number = "340403199001011234";
        accept(Row.aboutPerson("张三丰", number, "人隐" + company, today).number(2),
                Row.aboutPerson("张三丰", number, "人显" + company, today).number(3).publicity(PERSONS_SHOWN)
                        .with("NR", "对张三丰（身份证号340403199001011234，电话13855501234）罚款").with("FRDB", "李四光")
                        .with("LXDH", "13855501234"));
        String all = api.get(PUBLIC + "/records?limit=500").expect(200).text();
        assertThat(all).doesNotContain("人隐" + company).doesNotContain("张三丰").doesNotContain(number)
                .doesNotContain("13855501234").doesNotContain("李四光");
        JsonNode record = shownOfPerson("人显" + company);
        assertThat(record.get("subjectName").asString()).isEqualTo("张**");
        assertThat(record.at("/data/MC").asString()).isEqualTo("张**");
        assertThat(record.at("/data/NR").asString()).startsWith("对张**（身份证号3404************34");
        assertThat(record.at("/data/ZJHM").isMissingNode()).isTrue();
        assertThat(record.get("subject").isNull()).as("nothing ties a person's records together").isTrue();
        String id = mongo.getCollection("records").find(new org.bson.Document("_id", record.get("id").asString()))
                .map(d -> d.getString("subject")).first();
        assertThat(api.get(PUBLIC + "/records?subject=" + id).expect(200).json().get("items")).isEmpty();
    }

    @Test
    void a_record_that_turns_out_to_be_a_person_s_is_masked_as_one() {
        clock.moveTo(today);
        accept(bySomebody(SubjectKind.ORGANISATION, "张三丰商行").publicity(PERSONS_SHOWN));
        assertThat(shownOfPerson("改" + company).get("subjectName").asString()).isEqualTo("张三丰商行");
        accept(bySomebody(SubjectKind.PERSON, "张三丰").publicity(PERSONS_SHOWN));
        JsonNode record = shownOfPerson("改" + company);
        assertThat(record.get("subjectName").asString()).isEqualTo("张**");
        assertThat(record.get("subject").isNull()).isTrue();
        assertThat(record.at("/data/MC").asString()).isEqualTo("张**");
    }

    /** Of an item whose natural key has no code in it: who it is about may be put right. */
    private Row bySomebody(SubjectKind kind, String name) {
        return new Row(2, "改" + company, new IncomingSubject(kind, null, name, null, null, null, null),
                Map.of("MC", name, "WSH", "改" + company), Severity.GENERAL, today, null, PERSONS_SHOWN);
    }

    @Test
    void of_a_minor_nothing_is_shown_whatever_the_item_says() {
        clock.moveTo(today);
        accept(Row.aboutPerson("小明明", "340403201001011234", "少" + company, today).number(2).publicity(PERSONS_SHOWN),
                Row.aboutPerson("大明明", "340403200806011234", "成年" + company, today).number(3).publicity(PERSONS_SHOWN));
        assertThat(api.get(PUBLIC + "/records?limit=500").expect(200).text())
                .doesNotContain("少" + company).contains("成年" + company);
    }
}
