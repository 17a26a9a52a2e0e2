package cn.publiccredit.subject.consent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentIT extends SubjectServiceFixture {

    private final String company = Codes.next("340400");
    private final String records = PREFIX + "/subjects/" + company + "/records";
    private final LocalDate today = LocalDate.of(2026, 6, 1);

    @BeforeEach
    void hiddenRecords() {
        clock.moveTo(today);
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake,
                Row.about(company, "某公司", "hidden", today).publicity(Row.HIDDEN),
                Row.about(company, "某公司", "public", today).number(3));
        Batch.of("PJ", HUAINAN_MARKET, clock.instant()).into(intake, Row.about(company, "某公司", "grade", today));
    }

    private Map<String, Object> consent(List<String> items, LocalDate to) {
        Map<String, Object> body = new HashMap<>();
        body.put("grantee", BANK);
        body.put("purpose", "贷前审查");
        body.put("items", items);
        body.put("to", to.toString());
        return body;
    }

    private Answer given(List<String> items, LocalDate to) {
        return owner(company).post(PREFIX + "/consents", consent(items, to)).expect(201);
    }

    private Answer read(String consent, String query) {
        return bank().with("Credit-Consent", consent).get(records + query);
    }

    @Test
    void a_bank_without_a_consent_is_told_how_to_get_one() {
        Answer refused = bank().get(records).expect(403);
        assertThat(refused.at("/code")).isEqualTo("consent.required");
        assertThat(refused.at("/detail")).contains("授权").contains("Credit-Consent");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(read("unknown", "").expect(403).at("/code")).isEqualTo("consent.required");
        bank().get(PREFIX + "/subjects/" + company).expect(200);
    }

    @Test
    void a_consent_opens_its_items_to_its_grantee_only() {
        String consent = given(List.of("CF"), today.plusDays(10)).at("/id");
        assertThat(read(consent, "?item=CF").expect(200).json().get("items")).hasSize(2);
        assertThat(read(consent, "").expect(200).json().get("items").findValuesAsString("documentNumber"))
                .containsExactlyInAnyOrder("hidden", "public");
        assertThat(read(consent, "?item=PJ").expect(403).at("/code")).isEqualTo("consent.required");
        api.as(Token.of("other-bank", "bank").org(Codes.of("91340100", 99))).purpose("贷前审查")
                .with("Credit-Consent", consent).get(records).expect(403);
        bank().with("Credit-Consent", consent)
                .get(PREFIX + "/subjects/" + owned() + "/records").expect(403);
    }

    @Test
    void a_consent_is_good_for_the_purpose_that_it_was_given_for_and_no_other() {
        String consent = given(List.of("CF"), today.plusDays(10)).at("/id");
        Answer other = api.as(Token.of("demo-bank", "bank").org(BANK)).purpose("贷后催收")
                .with("Credit-Consent", consent).get(records + "?item=CF").expect(403);
        assertThat(other.at("/code")).isEqualTo("consent.required");
        assertThat(other.at("/detail")).contains("用途");
        read(consent, "?item=CF").expect(200);
    }

    private String owned() {
        String other = Codes.next("340400");
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake, Row.about(other, "另一公司", "other", today));
        return other;
    }

    @Test
    void all_items_may_be_opened_at_once() {
        String consent = given(List.of("*"), today.plusDays(10)).at("/id");
        assertThat(read(consent, "").expect(200).json().get("items")).hasSize(3);
    }

    @Test
    void a_revoked_consent_opens_nothing_any_more() {
        Answer consent = given(List.of("*"), today.plusDays(10));
        String id = consent.at("/id");
        String revoke = PREFIX + "/consents/" + id + "/revoke";
        read(id, "").expect(200);
        owner(company).post(revoke, "").expect(428);
        owner(company).with("If-Match", "\"7\"").post(revoke, "").expect(412);
        owner(Codes.next("340400")).with("If-Match", "\"1\"").post(revoke, "").expect(404);
        assertThat(owner(company).with("If-Match", consent.header("ETag")).post(revoke, "").expect(200).at("/state"))
                .isEqualTo("REVOKED");
        assertThat(read(id, "").expect(403).at("/code")).isEqualTo("consent.required");
        owner(company).with("If-Match", consent.header("ETag")).post(revoke, "").expect(200);
        Answer check = check(id, "CF");
        assertThat(check.at("/live")).isEqualTo("false");
        assertThat(check.at("/reason")).isEqualTo("revoked");
    }

    private Answer check(String id, String item) {
        return service().get(PREFIX + "/consents/" + id + "/check?subject=" + company + "&item=" + item
                + "&grantee=" + BANK).expect(200);
    }

    @Test
    void a_consent_ends_by_itself_after_its_last_day() {
        String id = given(List.of("CF"), today.plusDays(10)).at("/id");
        clock.moveTo(today.plusDays(10));
        read(id, "").expect(200);
        assertThat(check(id, "CF").at("/live")).isEqualTo("true");
        assertThat(check(id, "PJ").at("/reason")).isEqualTo("other-items");
        clock.moveTo(today.plusDays(11));
        read(id, "").expect(403);
        assertThat(owner(company).get(PREFIX + "/consents/" + id).expect(200).at("/state")).isEqualTo("EXPIRED");
        owner(company).with("If-Match", "\"1\"").post(PREFIX + "/consents/" + id + "/revoke", "").expect(409);
    }

    @Test
    void only_the_subject_gives_and_only_the_parties_see() {
        bank().post(PREFIX + "/consents", consent(List.of("*"), today)).expect(403);
        String id = given(List.of("*"), today.plusDays(1)).at("/id");
        bank().get(PREFIX + "/consents/" + id).expect(200);
        owner(Codes.next("340400")).get(PREFIX + "/consents/" + id).expect(404);
        api.as(Token.of("other-bank", "bank").org(Codes.of("91340100", 98))).get(PREFIX + "/consents/" + id).expect(404);
        assertThat(owner(company).get(PREFIX + "/consents").expect(200).json().get("items")).hasSize(1);
        assertThat(bank().get(PREFIX + "/consents?limit=500").expect(200).json().get("items").findValuesAsString("id"))
                .contains(id);
        bank().get(PREFIX + "/consents/" + id + "/check?subject=x&grantee=y").expect(403);
    }

    @Test
    void what_is_missing_or_wrong_in_a_consent_is_named() {
        Answer refused = owner(company).post(PREFIX + "/consents", "{}").expect(422);
        assertThat(refused.json().get("violations").findValuesAsString("field"))
                .contains("grantee", "purpose", "items", "to");
        owner(company).post(PREFIX + "/consents", consent(List.of("NOPE"), today)).expect(422);
        owner(company).post(PREFIX + "/consents", consent(List.of("CF"), today.minusDays(1))).expect(422);
    }

    @Test
    void a_consent_for_a_report_opens_the_items_of_its_template_and_no_others() {
        Map<String, Object> body = consent(List.of(), today.plusDays(10));
        body.remove("items");
        body.put("template", "special-no-violation");
        Answer given = owner(company).post(PREFIX + "/consents", body).expect(201);
        assertThat(given.at("/extent")).isEqualTo("TEMPLATE");
        assertThat(given.text()).contains("\"CF\"").doesNotContain("\"*\"", "\"PJ\"");
        read(given.at("/id"), "?item=CF").expect(200);
        read(given.at("/id"), "?item=PJ").expect(403);
        body.put("template", "enterprise-full");
        String whole = owner(company).post(PREFIX + "/consents", body).expect(201).at("/id");
        assertThat(read(whole, "").expect(200).json().get("items")).as("all that there was when it was given").hasSize(3);
        body.put("template", "NOPE");
        assertThat(owner(company).post(PREFIX + "/consents", body).expect(422).at("/violations/0/field")).isEqualTo("template");
        body.put("template", "BG-KB");
        Answer unsaid = owner(company).post(PREFIX + "/consents", body).expect(422);
        assertThat(unsaid.at("/violations/0/field")).isEqualTo("items");
        assertThat(unsaid.at("/violations/0/message")).contains("逐项填写");
    }

    @Test
    void the_same_keyed_request_gives_one_consent() {
        String key = "consent-" + company;
        Map<String, Object> body = consent(List.of("CF"), today);
        String first = owner(company).with("Idempotency-Key", key).post(PREFIX + "/consents", body).expect(201).at("/id");
        assertThat(owner(company).with("Idempotency-Key", key).post(PREFIX + "/consents", body).expect(201).at("/id"))
                .isEqualTo(first);
        assertThat(owner(company).get(PREFIX + "/consents").json().get("items")).hasSize(1);
    }
}
