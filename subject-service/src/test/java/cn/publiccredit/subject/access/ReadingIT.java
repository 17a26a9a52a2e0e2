package cn.publiccredit.subject.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.subject.record.PublicityRule;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

class ReadingIT extends SubjectServiceFixture {

    private final String company = Codes.next("340400");
    private final String base = PREFIX + "/subjects/" + company;
    private final LocalDate today = LocalDate.of(2026, 6, 1);

    @Autowired
    @Qualifier("auditWriter")
    private SmartLifecycle auditWriter;

    @Autowired
    private MeterRegistry meters;

    private void accept(String item, String source, Row... rows) {
        Batch.of(item, source, clock.instant()).into(intake, rows);
    }

    private Row row(String document) {
        return Row.about(company, "淮南某公司", document, today.minusMonths(1));
    }

    private static List<String> documents(Answer answer) {
        List<String> numbers = new ArrayList<>();
        answer.expect(200).json().get("items").forEach(item -> numbers.add(item.get("documentNumber").asString()));
        return numbers;
    }

    private String idOf(String document) {
        return Objects.requireNonNull(mongo.getCollection("records").find(new Document("subject", company)
                .append("current.content.documentNumber", document)).first()).getString("_id");
    }

    private List<Document> trail() {
        return mongo.getCollection("audit").find(new Document("subject", company)).into(new ArrayList<>());
    }

    @Test
    void without_a_purpose_nothing_that_is_not_public_is_read() {
        accept("CF", HUAINAN_MARKET, row("1"));
        Api silent = api.as(Token.of("province", "province-operator").division("340000"));
        assertThat(silent.get(base + "/records").expect(400).at("/code")).isEqualTo("purpose.required");
        assertThat(silent.get(base).expect(400).at("/code")).isEqualTo("purpose.required");
        assertThat(silent.get(PREFIX + "/subjects?q=%E6%B7%AE%E5%8D%97").expect(400).at("/code"))
                .isEqualTo("purpose.required");
        api.get(base + "/records").expect(401);
    }

    @Test
    void the_province_reads_everything_and_leaves_a_trace() {
        accept("CF", HUAINAN_MARKET, row("1").publicity(Row.HIDDEN).with("FR_ZJHM", "340403198802022345")
                .with("LXDH", "13955504321"));
        Answer answer = province().get(base + "/records").expect(200);
        assertThat(documents(answer)).containsExactly("1");
        assertThat(answer.at("/items/0/data/FR_ZJHM")).isEqualTo("3404************45");
        assertThat(answer.at("/items/0/data/LXDH")).isEqualTo("139****4321");
        assertThat(answer.at("/items/0/source/division")).isEqualTo("340400");
        assertThat(trail()).anySatisfy(e -> {
            assertThat(e.getString("action")).isEqualTo("record.read");
            assertThat(e.getString("purpose")).isEqualTo("日常监管");
            assertThat(e.getList("items", String.class)).containsExactly("CF");
            assertThat(e.getString("outcome")).isEqualTo("ALLOWED");
        });
    }

    @Test
    void a_city_reads_its_own_and_gets_404_for_another_city_s() {
        accept("CF", HUAINAN_MARKET, row("1").publicity(Row.HIDDEN));
        assertThat(documents(city("340400").get(base + "/records"))).containsExactly("1");
        assertThat(city("341300").get(base + "/records").expect(404).at("/code")).isEqualTo("subject.not-found");
        city("341300").get(base).expect(404);
        city("341300").get(base + "/records/" + idOf("1")).expect(404);
        assertThat(trail()).filteredOn(e -> e.getString("outcome").equals("REFUSED")).hasSize(3);
    }

    @Test
    void a_city_that_supplied_something_sees_that_and_what_is_public_only() {
        accept("CF", HUAINAN_MARKET, row("home-hidden").publicity(Row.HIDDEN), row("home-public").number(3));
        accept("CF", SUZHOU_MARKET, row("suzhou-hidden").publicity(Row.HIDDEN));
        assertThat(documents(city("341300").get(base + "/records")))
                .containsExactlyInAnyOrder("suzhou-hidden", "home-public");
        city("341300").get(base + "/records/" + idOf("home-hidden")).expect(404);
        city("341300").get(base + "/records/" + idOf("suzhou-hidden")).expect(200);
    }

    @Test
    void a_department_reads_what_it_supplied_and_what_the_catalogue_shares() {
        accept("PJ", HUAINAN_MARKET, row("own-consent-item"));
        accept("PJ", SUZHOU_MARKET, row("other-consent-item"));
        accept("SJ", SUZHOU_MARKET, row("other-shared-item"));
        assertThat(documents(department(HUAINAN_MARKET, "340400").get(base + "/records")))
                .containsExactlyInAnyOrder("own-consent-item", "other-shared-item");
    }

    @Test
    void what_is_no_longer_shared_stays_with_its_source_and_its_subject() {
        accept("CF", HUAINAN_MARKET, row("stopped"));
        service().post(PREFIX + "/records/" + idOf("stopped") + "/sharing-stop",
                Map.of("case", "R-9", "decidedBy", "a", "reason", "修复")).expect(200);
        assertThat(documents(department(SUZHOU_MARKET, "341300").get(base + "/records"))).isEmpty();
        assertThat(documents(department(HUAINAN_MARKET, "340400").get(base + "/records"))).containsExactly("stopped");
        assertThat(documents(owner(company).get(base + "/records"))).containsExactly("stopped");
    }

    @Test
    void a_subject_reads_its_own_without_having_to_say_why_and_nobody_else_s() {
        accept("PJ", HUAINAN_MARKET, row("mine"));
        assertThat(documents(owner(company).get(base + "/records"))).containsExactly("mine");
        owner(company).get(base).expect(200);
        owner(Codes.next("340400")).purpose("好奇").get(base + "/records").expect(403);
        api.as(Token.of("auditor", "auditor")).purpose("审计").get(base + "/records").expect(403);
    }

    @Test
    void a_mask_that_the_catalogue_changes_changes_the_answer() {
        accept("CF", HUAINAN_MARKET, row("mask").with("FR_ZJHM", "340403198802022345").with("LXDH", "13955504321"));
        String path = base + "/records";
        assertThat(province().get(path).expect(200).at("/items/0/data/FR_ZJHM")).isEqualTo("3404************45");
        masksChange("\"keepFirst\": 4, \"keepLast\": 2", "\"keepFirst\": 0, \"keepLast\": 1");
        assertThat(province().get(path).expect(200).at("/items/0/data/FR_ZJHM")).isEqualTo("*****************5");
        assertThat(province().get(path).expect(200).at("/items/0/data/LXDH")).isEqualTo("139****4321");
        masksChange("\"hidden\": false", "\"hidden\": true");
        assertThat(province().get(path).expect(200).at("/items/0/data/LXDH")).isEqualTo("****");
    }

    @Test
    void a_person_sees_the_own_number_and_everybody_else_a_masked_one() {
        String number = "34040319800101" + company.substring(13, 17);
        accept("CF", HUAINAN_MARKET, Row.aboutPerson("赵六", number, "p" + company, today));
        String id = Objects.requireNonNull(mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "p" + company)).first()).getString("subject");
        String path = PREFIX + "/subjects/" + id + "/records";
        assertThat(id).startsWith("P").doesNotContain(number);
        assertThat(owner(id).get(path).expect(200).at("/items/0/data/ZJHM")).isEqualTo(number);
        assertThat(province().get(path).expect(200).text()).doesNotContain(number).contains("3404***");
        bank().get(path).expect(403);
        department(SUZHOU_MARKET, "341300").get(path).expect(404);
        department(HUAINAN_MARKET, "340400").get(path).expect(200);
        owner(company).purpose("好奇").get(path).expect(404);
        assertThat(province().get(PREFIX + "/subjects?q=" + number).expect(200).at("/items/0/id")).isEqualTo(id);
        assertThat(bank().get(PREFIX + "/subjects?q=" + number).expect(200).json().get("items")).isEmpty();
        bank().get(PREFIX + "/subjects/" + id).expect(404);
        String consent = owner(id).post(PREFIX + "/consents", Map.of("grantee", BANK, "purpose", "贷前审查", "items",
                List.of("CF"), "to", LocalDate.now(clock).plusDays(1).toString())).expect(201).at("/id");
        bank().with("Credit-Consent", consent).get(PREFIX + "/subjects/" + id).expect(200);
        assertThat(bank().with("Credit-Consent", consent).get(path).expect(200).at("/items/0/data/ZJHM"))
                .startsWith("3404***");
        assertThat(api.get(PREFIX + "/public/subjects/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_person_s_consent_opens_to_a_department_what_it_could_not_know() {
        String number = "34040319810202" + company.substring(13, 17);
        accept("CF", HUAINAN_MARKET, Row.aboutPerson("孙七", number, "c" + company, today));
        accept("PJ", HUAINAN_MARKET, Row.aboutPerson("孙七", number, "g" + company, today));
        String id = Objects.requireNonNull(mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "c" + company)).first()).getString("subject");
        String path = PREFIX + "/subjects/" + id + "/records";
        String consent = consentTo(SUZHOU_MARKET, id, "CF");
        Api suzhou = department(SUZHOU_MARKET, "341300");
        suzhou.get(path).expect(404);
        Api consented = suzhou.with("Credit-Consent", consent);
        assertThat(documents(consented.get(path))).as("the consent's items and no others").containsExactly("c" + company);
        assertThat(consented.get(path + "?item=PJ").expect(403).at("/code")).isEqualTo("consent.required");
        assertThat(consented.get(path).text()).doesNotContain(number);
        assertThat(consented.get(PREFIX + "/subjects?q=" + number).expect(200).at("/items/0/id")).isEqualTo(id);
        suzhou.with("Credit-Consent", "unknown").get(path).expect(404);
        department(BANK, "341300").with("Credit-Consent", consent).get(path).expect(404);
        api.as(Token.of("dept", "department-user").division("341300").org(SUZHOU_MARKET)).purpose("好奇")
                .with("Credit-Consent", consent).get(path).expect(404);
        assertThat(mongo.getCollection("audit").countDocuments(new Document("subject", id).append("action", "record.read")
                .append("legalBasis", "consent " + consent))).isEqualTo(2);
    }

    @Test
    void a_company_s_consent_opens_to_a_department_what_the_catalogue_keeps_from_it() {
        accept("PJ", HUAINAN_MARKET, row("grade"));
        accept("SJ", HUAINAN_MARKET, row("shared"));
        Api suzhou = department(SUZHOU_MARKET, "341300");
        assertThat(documents(suzhou.get(base + "/records"))).containsExactly("shared");
        String consent = consentTo(SUZHOU_MARKET, company, "PJ");
        assertThat(documents(suzhou.with("Credit-Consent", consent).get(base + "/records").expect(200)))
                .containsExactlyInAnyOrder("shared", "grade");
        assertThat(suzhou.with("Credit-Consent", "unknown").get(base + "/records").expect(403).at("/code"))
                .as("a basis that does not carry is not passed over").isEqualTo("consent.required");
    }

    @Test
    void what_is_public_anyway_opens_to_a_consent_for_another_item_as_it_is_to_anyone() {
        String record = corrected();
        Api stranger = bank().with("Credit-Consent", bankConsent("PJ"));
        opensAsToAnyone(stranger, bank().with("Credit-Consent", bankConsent("CF")), base + "/records");
        stranger.get(record + "/versions").expect(403);
    }

    @Test
    void another_city_s_public_record_opens_to_a_city_as_it_is_to_anyone() {
        accept("CF", SUZHOU_MARKET, row("suzhou"));
        String record = corrected();
        Api stranger = city("341300");
        Api entitled = city("340400");
        opensAsToAnyone(stranger, entitled, base + "/records", record, record + "/versions");
        assertThat(entitled.get(record + "/versions").json().get("items")).hasSize(2);
        assertThat(stranger.get(record + "/versions").json().get("items")).hasSize(1);
        assertThat(entitled.get(record + "/versions").at("/items/0/cause/batch")).isNotEmpty();
        assertThat(stranger.get(record + "/versions").at("/items/0/cause/batch")).as("whose file it was is nobody else's").isEmpty();
        assertThat(stranger.get(record + "/versions").at("/items/0/cause/row")).isEmpty();
        assertThat(stranger.get(record + "/versions?after=" + entitled.get(record + "/versions?limit=1").at("/next"))
                .expect(200).json().get("items")).isEmpty();
    }

    @Test
    void another_city_s_public_record_of_a_person_bears_no_full_name() {
        String number = "34040319840404" + company.substring(13, 17);
        accept("CF", HUAINAN_MARKET, Row.aboutPerson("欧阳明远", number, "h" + company, today)
                .publicity(new PublicityRule(true, 3, 12, true)));
        accept("CF", SUZHOU_MARKET, Row.aboutPerson("欧阳明远", number, "s" + company, today));
        String id = Objects.requireNonNull(mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "h" + company)).first()).getString("subject");
        Map<String, String> names = new HashMap<>();
        city("341300").get(PREFIX + "/subjects/" + id + "/records").expect(200).json().get("items")
                .forEach(record -> names.put(record.get("documentNumber").asString(), record.get("subjectName").asString()));
        assertThat(names).containsExactlyInAnyOrderEntriesOf(Map.of("h" + company, "欧**", "s" + company, "欧阳明远"));
    }

    private String corrected() {
        clock.moveTo(today);
        accept("CF", HUAINAN_MARKET, row("corrected").with("NR", "first").with("BZ", "internal"));
        clock.moveTo(today.plusDays(10));
        accept("CF", HUAINAN_MARKET, row("corrected").with("NR", "second").with("BZ", "internal"));
        clock.moveTo(today.plusDays(20));
        return base + "/records/" + idOf("corrected");
    }

    private void opensAsToAnyone(Api stranger, Api entitled, String... paths) {
        for (String path : paths) {
            assertThat(entitled.get(path).expect(200).text()).as(path).contains("internal");
            assertThat(stranger.get(path).expect(200).text()).as(path)
                    .contains("second").doesNotContain("internal").doesNotContain("first");
        }
        String list = base + "/records?knownAt=";
        assertThat(documents(entitled.get(list + "2026-06-05"))).contains("corrected");
        assertThat(documents(stranger.get(list + "2026-06-05"))).as("what was corrected since").doesNotContain("corrected");
        assertThat(documents(stranger.get(list + "2026-06-12"))).contains("corrected");
    }

    private String bankConsent(String item) {
        return owner(company).post(PREFIX + "/consents", Map.of("grantee", BANK, "purpose", "贷前审查", "items",
                List.of(item), "to", today.plusDays(30).toString())).expect(201).at("/id");
    }

    private String consentTo(String org, String subject, String item) {
        return owner(subject).post(PREFIX + "/consents", Map.of("grantee", org, "purpose", "行政审批", "items",
                List.of(item), "to", LocalDate.now(clock).plusDays(1).toString())).expect(201).at("/id");
    }

    @Test
    void what_was_known_at_a_time_can_be_asked_for() {
        clock.moveTo(today);
        accept("CF", HUAINAN_MARKET, row("h").with("NR", "first"));
        clock.moveTo(today.plusDays(10));
        accept("CF", HUAINAN_MARKET, row("h").with("NR", "second"));
        clock.moveTo(today.plusDays(20));
        Api province = province();
        assertThat(province.get(base + "/records").at("/items/0/data/NR")).isEqualTo("second");
        assertThat(province.get(base + "/records?knownAt=2026-06-05").at("/items/0/data/NR")).isEqualTo("first");
        assertThat(province.get(base + "/records?knownAt=2026-06-05").at("/items/0/version")).isEqualTo("1");
        assertThat(province.get(base + "/records?knownAt=2026-06-15T00:00:00%2B08:00").at("/items/0/data/NR"))
                .isEqualTo("second");
        assertThat(documents(province.get(base + "/records?knownAt=2026-05-31"))).isEmpty();
        assertThat(documents(province.get(base + "/records?asOf=2026-04-30"))).isEmpty();
        assertThat(documents(province.get(base + "/records?asOf=2026-05-01"))).containsExactly("h");
        province.get(base + "/records?knownAt=yesterday").expect(400);
    }

    @Test
    void records_are_paged_and_filtered_by_item_even_when_some_may_not_be_seen() {
        for (int i = 0; i < 5; i++) {
            accept("PJ", SUZHOU_MARKET, row("secret" + i));
            accept("SJ", SUZHOU_MARKET, row("shared" + i));
        }
        Api department = department(HUAINAN_MARKET, "340400");
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = department.get(base + "/records?limit=2&after=" + after).expect(200);
            seen.addAll(documents(page));
            after = page.at("/next");
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyInAnyOrder("shared0", "shared1", "shared2", "shared3", "shared4");
        assertThat(documents(department.get(base + "/records?item=PJ"))).isEmpty();
    }

    @Test
    void a_page_of_one_reaches_what_stands_behind_hundreds_that_may_not_be_seen() {
        accept("PJ", SUZHOU_MARKET, IntStream.range(0, 450).mapToObj(i -> row("secret" + i).number(i + 2L)).toArray(Row[]::new));
        accept("SJ", SUZHOU_MARKET, Row.about(company, "淮南某公司", "old", today.minusMonths(2)),
                Row.about(company, "淮南某公司", "older", today.minusMonths(3)).number(3));
        Api department = department(HUAINAN_MARKET, "340400");
        long readings = readings();
        Answer first = department.get(base + "/records?limit=1").expect(200);
        assertThat(documents(first)).containsExactly("old");
        assertThat(readings() - readings).as("not one for each record or two").isBetween(1L, 6L);
        Answer second = department.get(base + "/records?limit=1&after=" + first.at("/next")).expect(200);
        assertThat(documents(second)).containsExactly("older");
        assertThat(second.at("/next")).isEmpty();
    }

    private long readings() {
        return meters.find("mongodb.driver.commands").tag("command", "find").tag("collection", "records").timers().stream()
                .mapToLong(Timer::count).sum();
    }

    @Test
    void a_single_record_bears_its_version_as_tag() {
        accept("CF", HUAINAN_MARKET, row("tag"));
        assertThat(province().get(base + "/records/" + idOf("tag")).expect(200).header("ETag")).isEqualTo("\"1\"");
        assertThat(service().get(PREFIX + "/records/" + idOf("tag")).expect(200).at("/subject")).isEqualTo(company);
        province().get(PREFIX + "/records/" + idOf("tag")).expect(403);
        province().get(PREFIX + "/subjects/" + Codes.next("340400") + "/records/" + idOf("tag")).expect(404);
    }

    @Test
    void when_the_trail_cannot_be_written_nothing_is_answered() {
        accept("CF", HUAINAN_MARKET, row("unaudited"));
        auditWriter.stop();
        try {
            Answer answer = province().get(base + "/records").expect(503);
            assertThat(answer.at("/code")).isEqualTo("audit.unavailable");
            assertThat(answer.text()).doesNotContain("unaudited");
            province().get(base).expect(503);
        } finally {
            auditWriter.start();
        }
        province().get(base + "/records").expect(200);
    }

    @Test
    void the_subject_and_the_auditor_see_who_looked_and_why() {
        accept("CF", HUAINAN_MARKET, row("looked"));
        department(SUZHOU_MARKET, "341300").get(base + "/records").expect(200);
        city("341300").get(base + "/records").expect(404);
        Answer mine = owner(company).get(base + "/accesses").expect(200);
        assertThat(mine.json().get("items").findValuesAsString("purpose")).contains("行政审批");
        assertThat(mine.json().get("items").findValuesAsString("org")).contains(SUZHOU_MARKET);
        assertThat(mine.json().get("items").findValuesAsString("outcome")).contains("REFUSED");
        api.as(Token.of("auditor", "auditor")).get(base + "/accesses").expect(200);
        owner(Codes.next("340400")).get(base + "/accesses").expect(403);
        province().get(base + "/accesses").expect(403);
    }
}
