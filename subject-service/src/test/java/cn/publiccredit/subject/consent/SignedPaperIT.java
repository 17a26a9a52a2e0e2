package cn.publiccredit.subject.consent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignedPaperIT extends SubjectServiceFixture {

    private static final String SIGNED = PREFIX + "/consents/signed";
    private static final byte[] PDF = "%PDF-1.7 授权书 签名".getBytes(StandardCharsets.UTF_8);

    private final String company = Codes.next("340400");
    private final LocalDate today = LocalDate.of(2026, 6, 1);

    @BeforeEach
    void hiddenRecords() {
        clock.moveTo(today);
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake,
                Row.about(company, "某公司", "hidden", today).publicity(Row.HIDDEN));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("subject", company);
        fields.put("purpose", "贷前审查");
        fields.put("items", "CF");
        fields.put("to", "2026-06-30");
        return fields;
    }

    private Answer filed(Api who, Map<String, String> fields, byte[] file) {
        String boundary = "----form";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"auth.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return who.post(SIGNED, "multipart/form-data; boundary=" + boundary, form.toByteArray());
    }

    private Answer read(String consent) {
        return bank().with("Credit-Consent", consent).get(PREFIX + "/subjects/" + company + "/records?item=CF");
    }

    @Test
    void aSignedPaperOpensWhatItNamesUntilTheSubjectTakesItBackAtOnce() {
        Answer filed = filed(bank(), fields(), PDF).expect(201);
        assertThat(filed.at("/how")).isEqualTo("SIGNED_FILE");
        assertThat(filed.at("/grantee")).isEqualTo(BANK);
        String id = filed.at("/id");
        assertThat(read(id).expect(200).json().get("items")).hasSize(1);
        assertThat(owner(company).get(PREFIX + "/consents").expect(200).at("/items/0/paper/filedBy"))
                .as("the subject sees who filed it").isEqualTo(BANK);
        assertThat(owner(company).get(PREFIX + "/consents/" + id + "/file").expect(200).bytes()).isEqualTo(PDF);
        owner(company).with("If-Match", filed.header("ETag")).post(PREFIX + "/consents/" + id + "/revoke", "").expect(200);
        read(id).expect(403);
    }

    @Test
    void thePaperIsKeptEncryptedAndSeenByThePartiesAndWhoSupervisesOnly() {
        String id = filed(bank(), fields(), PDF).expect(201).at("/id");
        byte[] kept = Objects.requireNonNull(mongo.getCollection("consentFiles").find(new Document("_id", id)).first())
                .get("sealed", Binary.class).getData();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("授权书").startsWith("k1:");
        bank().get(PREFIX + "/consents/" + id + "/file").expect(200);
        province().get(PREFIX + "/consents/" + id + "/file").expect(200);
        owner(Codes.next("340400")).get(PREFIX + "/consents/" + id + "/file").expect(404);
        department(HUAINAN_MARKET, "340400").get(PREFIX + "/consents/" + id + "/file").expect(404);
        city("340400").get(PREFIX + "/consents/" + id + "/file").expect(403);
        assertThat(mongo.getCollection("audit").countDocuments(
                new Document("action", "consent.paper").append("target", id))).isEqualTo(2);
    }

    @Test
    void anOperatorAnnulsAPaperThatDoesNotCarryTheConsent() {
        Answer filed = filed(bank(), fields(), PDF).expect(201);
        String annul = PREFIX + "/consents/" + filed.at("/id") + "/annul";
        province().with("If-Match", filed.header("ETag")).post(annul, Map.of()).expect(422);
        bank().with("If-Match", filed.header("ETag")).post(annul, Map.of("reason", "x")).expect(403);
        Answer annulled = province().with("If-Match", filed.header("ETag")).post(annul, Map.of("reason", "签名不符")).expect(200);
        assertThat(annulled.at("/state")).isEqualTo("REVOKED");
        assertThat(annulled.at("/revocation")).isEqualTo("签名不符");
        read(filed.at("/id")).expect(403);
    }

    @Test
    void operatorsFindPapersByWhatTheyAreAndSeeThemMasked() {
        Answer filed = filed(bank(), fields(), PDF).expect(201);
        Map<String, String> ofPerson = fields();
        ofPerson.remove("subject");
        ofPerson.put("idNumber", "340403199202021239");
        Answer personal = filed(bank(), ofPerson, PDF).expect(201);
        String online = owner(company).post(PREFIX + "/consents", Map.of("grantee", BANK, "purpose", "贷前审查", "items",
                List.of("CF"), "to", "2026-06-30")).expect(201).at("/id");
        Answer found = province().get(PREFIX + "/consents?subject=" + company + "&grantee=" + BANK + "&state=LIVE").expect(200);
        assertThat(ids(found)).containsExactly(filed.at("/id"));
        assertThat(found.at("/items/0/paper/sha256")).isNotEmpty();
        assertThat(found.text()).as("a file's name may be a person's").doesNotContain("auth.pdf");
        Answer all = province().get(PREFIX + "/consents?limit=500").expect(200);
        assertThat(ids(all)).contains(filed.at("/id"), personal.at("/id")).doesNotContain(online);
        assertThat(all.text()).doesNotContain(personal.at("/subject"));
        Answer one = province().get(PREFIX + "/consents/" + personal.at("/id")).expect(200);
        assertThat(one.text()).as("one as the list shows it").doesNotContain(personal.at("/subject"), "auth.pdf");
        assertThat(province().with("If-Match", one.header("ETag"))
                .post(PREFIX + "/consents/" + personal.at("/id") + "/annul", Map.of("reason", "签名不符")).expect(200).text())
                .doesNotContain(personal.at("/subject"), "auth.pdf");
        assertThat(bank().get(PREFIX + "/consents/" + personal.at("/id")).expect(200).text())
                .as("the parties see all").contains(personal.at("/subject"), "auth.pdf");
        assertThat(ids(province().get(PREFIX + "/consents?state=REVOKED&subject=" + company).expect(200))).isEmpty();
        Answer first = province().get(PREFIX + "/consents?limit=1").expect(200);
        assertThat(ids(province().get(PREFIX + "/consents?limit=1&after=" + first.at("/next")).expect(200)))
                .doesNotContainAnyElementsOf(ids(first));
        assertThat(ids(bank().get(PREFIX + "/consents?how=SIGNED_FILE&subject=" + company).expect(200)))
                .as("the body that filed").containsExactly(filed.at("/id"));
        assertThat(ids(bank().get(PREFIX + "/consents?how=ONLINE&subject=" + company).expect(200))).containsExactly(online);
        api.as(Token.of("auditor", "auditor").division("340000")).get(PREFIX + "/consents").expect(200);
        city("340400").get(PREFIX + "/consents").expect(403);
        assertThat(mongo.getCollection("audit").countDocuments(
                new Document("action", "consent.list").append("subject", company))).isEqualTo(4);
    }

    @Test
    void aPaperThatTheSubjectDidNotSignEndsAtOnceAndIsOnTheOperatorsDesk() {
        Answer filed = filed(bank(), fields(), PDF).expect(201);
        String contest = PREFIX + "/consents/" + filed.at("/id") + "/contest";
        assertThat(owner(company).get(PREFIX + "/subjects/" + company + "/accesses").expect(200).text())
                .as("the subject is shown that somebody filed it").contains("consent.file");
        owner(company).with("If-Match", filed.header("ETag")).post(contest, Map.of()).expect(422);
        owner(company).post(contest, Map.of("reason", "非本单位签章")).expect(428);
        bank().with("If-Match", filed.header("ETag")).post(contest, Map.of("reason", "x")).expect(403);
        owner(Codes.next("340400")).with("If-Match", filed.header("ETag")).post(contest, Map.of("reason", "x")).expect(404);
        Answer contested = owner(company).with("If-Match", filed.header("ETag"))
                .post(contest, Map.of("reason", "非本单位签章")).expect(200);
        assertThat(contested.at("/state")).isEqualTo("REVOKED");
        read(filed.at("/id")).expect(403);
        Answer desk = province().get(PREFIX + "/consents?contested=true&subject=" + company).expect(200);
        assertThat(desk.at("/items/0/contest")).isEqualTo("非本单位签章");
        assertThat(ids(desk)).containsExactly(filed.at("/id"));
    }

    private static List<String> ids(Answer page) {
        return page.json().get("items").findValuesAsString("id");
    }

    @Test
    void whatIsNoPaperOrIncompleteIsNamedAllAtOnce() {
        Answer refused = filed(bank(), Map.of(), "<html>".getBytes(StandardCharsets.UTF_8)).expect(422);
        assertThat(refused.json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("subject", "file", "purpose", "items", "to");
        filed(owner(company), fields(), PDF).expect(403);
        filed(city("340400"), fields(), PDF).expect(403);
    }

    @Test
    void aPersonIsNamedByTheIdNumberAndTheAnswerDoesNotTellWhetherItIsKnown() {
        Map<String, String> fields = fields();
        fields.remove("subject");
        fields.put("idNumber", "340403199202021239");
        Answer unknown = filed(bank(), fields, PDF).expect(201);
        assertThat(unknown.text()).doesNotContain("340403199202021239");
        assertThat(unknown.at("/subject")).startsWith("P");
    }

    @Test
    void aDepartmentFilesWhatAPersonSignedForItAndReadsByIt() {
        String number = "34040319910303" + company.substring(13, 17);
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake, Row.aboutPerson("李四", number, "p" + company, today));
        Map<String, String> fields = fields();
        fields.remove("subject");
        fields.put("idNumber", number);
        fields.put("purpose", "行政审批");
        Api suzhou = department(SUZHOU_MARKET, "341300");
        Answer filed = filed(suzhou, fields, PDF).expect(201);
        String records = PREFIX + "/subjects/" + filed.at("/subject") + "/records";
        suzhou.get(records).expect(404);
        assertThat(suzhou.with("Credit-Consent", filed.at("/id")).get(records).expect(200).at("/items/0/documentNumber"))
                .isEqualTo("p" + company);
        assertThat(ids(suzhou.get(PREFIX + "/consents?how=SIGNED_FILE").expect(200))).contains(filed.at("/id"));
        assertThat(ids(department(HUAINAN_MARKET, "340400").get(PREFIX + "/consents").expect(200)))
                .as("given to another body").doesNotContain(filed.at("/id"));
    }

    @Test
    void thePaperExpiresWithTheConsent() {
        String id = filed(bank(), fields(), PDF).expect(201).at("/id");
        clock.moveTo(LocalDate.of(2026, 7, 1));
        read(id).expect(403);
    }

    @Test
    void aPaperOnWhichAConsentStandsIsNeverReplaced() {
        Api keyed = bank().with("Idempotency-Key", "paper-" + company);
        String id = filed(keyed, fields(), PDF).expect(201).at("/id");
        mongo.getCollection("idempotency").deleteMany(new Document());
        assertThat(filed(keyed, fields(), PDF).expect(201).at("/id")).as("the same once more").isEqualTo(id);
        mongo.getCollection("idempotency").deleteMany(new Document());
        assertThat(filed(keyed, fields(), "%PDF-1.7 另一份".getBytes(StandardCharsets.UTF_8)).expect(422).at("/code"))
                .isEqualTo("request.idempotency-key-reused");
        assertThat(owner(company).get(PREFIX + "/consents/" + id + "/file").expect(200).bytes()).isEqualTo(PDF);
        mongo.getCollection("idempotency").deleteMany(new Document());
        Map<String, String> longer = fields();
        longer.put("to", "2026-07-31");
        assertThat(filed(keyed, longer, PDF).expect(422).at("/code")).isEqualTo("request.idempotency-key-reused");
        assertThat(owner(company).get(PREFIX + "/consents/" + id + "/file").expect(200).bytes()).isEqualTo(PDF);
    }

    @Test
    void noConsentStandsOnAnotherPaperThanTheOneThatIsKept() {
        Api keyed = bank().with("Idempotency-Key", "died-" + company);
        Document kept = new Document("_id", filed(keyed, fields(), PDF).expect(201).at("/id"));
        // As when the process died after it had kept the paper.
        mongo.getCollection("consents").deleteOne(kept);
        mongo.getCollection("idempotency").deleteMany(new Document());
        assertThat(filed(keyed, fields(), "%PDF-1.7 另一份".getBytes(StandardCharsets.UTF_8)).expect(422).at("/code"))
                .isEqualTo("request.idempotency-key-reused");
        assertThat(mongo.getCollection("consents").countDocuments(kept)).isZero();
        mongo.getCollection("idempotency").deleteMany(new Document());
        assertThat(filed(keyed, fields(), PDF).expect(201).at("/id")).isEqualTo(kept.getString("_id"));
    }
}
