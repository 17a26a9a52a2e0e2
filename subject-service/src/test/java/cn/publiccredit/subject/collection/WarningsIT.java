package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.personal.SealedContent;
import cn.publiccredit.subject.personal.rotation.SealedStore;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class WarningsIT extends CollectionFixture {

    @Autowired
    private List<SealedStore> stores;

    @Autowired
    private SealedContent seal;

    private static final String SOUND = "91340100MA2TETA14E";

    @Test
    void acceptedRowsWithWarningsAreCountedBesideAcceptedAndReadRowByRow() {
        String company = Codes.next("340225");
        collected("DJ", "企业名称,统一社会信用代码\n" + "无为样例食品有限公司," + company + "\n");
        String file = Penalty.header()
                + Penalty.row().number(7001).line()
                + Penalty.row().number(7002).with("CF_XDR_SHXYM", company).with("CF_XDR_MC", "无为样例酒业有限公司").line()
                + Penalty.row().number(7003).with("CF_XDR_SHXYM", company).with("CF_XDR_MC", "无为样例食品（有限公司）").line()
                + Penalty.row().number(7004).with("CF_XDR_SHXYM", "９1340100ma2teta14e").with("CF_JDRQ", "坏").line()
                + Penalty.row().number(7005).with("CF_XDR_SHXYM", SOUND.toLowerCase(Locale.ROOT)).line();
        Answer batch = collected("CF", file);
        assertThat(counts(batch)).isEqualTo("5 4 0 0 1");
        assertThat(batch.at("/counts/acceptedWithWarnings")).isEqualTo("3");
        assertThat(warnings(batch)).containsEntry("withdrawn-division", 2L).containsEntry("name-differs", 1L)
                .containsEntry("lower-case", 1L);

        JsonNode rows = warned(batch, "").json().at("/items");
        assertThat(rows).extracting(row -> row.get("row").asLong()).containsExactly(3L, 4L, 6L);
        assertThat(rules(rows.get(0))).contains("name-differs", "withdrawn-division");
        assertThat(rules(rows.get(1))).as("brackets and spelling of the legal form are no difference")
                .doesNotContain("name-differs");
        assertThat(rows.get(2).at("/warnings/0/column").asString()).isEqualTo("CF_XDR_SHXYM");

        Answer again = collected("CF", file);
        assertThat(counts(again)).isEqualTo("5 0 0 4 1");
        assertThat(again.at("/counts/acceptedWithWarnings")).as("nothing was accepted").isEqualTo("0");
    }

    @Test
    void aCodeWithAWrongOrganisationCodeInsideIsAcceptedWithAWarning() {
        String code = "91340100MA2TETA15";
        String whole = code + UnifiedSocialCreditCode.checkCharacter(code + "0");
        Answer batch = collected("CF", Penalty.header() + Penalty.row().number(7010).with("CF_XDR_SHXYM", whole).line());
        assertThat(counts(batch)).isEqualTo("1 1 0 0 0");
        assertThat(batch.at("/counts/acceptedWithWarnings")).isEqualTo("1");
        assertThat(warnings(batch)).containsEntry("organisation-code", 1L);
    }

    @Test
    void warningsArePagedInTheOrderOfTheFileAndSurviveADyingWorker() {
        StringBuilder file = new StringBuilder(Penalty.header());
        for (int i = 0; i < 160; i++) {
            Penalty row = Penalty.row().number(7100 + i);
            file.append((i % 2 == 0 ? row.with("BZ", "N/A") : row).line());
        }
        intake.diesSoOften(4, 9);
        Answer batch = collected("CF", file.toString());
        assertThat(batch.at("/counts/acceptedWithWarnings")).isEqualTo("80");
        List<Long> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = warned(batch, "&limit=30" + (after.isEmpty() ? "" : "&after=" + after));
            page.json().at("/items").forEach(row -> seen.add(row.get("row").asLong()));
            after = page.at("/next");
        } while (!after.isEmpty());
        assertThat(seen).hasSize(80).isSorted().doesNotHaveDuplicates();
        assertThat(seen.getFirst()).isEqualTo(2);
        department().get(BATCHES + "/" + batch.at("/id") + "/warnings?after=rubbish").expect(400);
    }

    @Test
    void warningsAreWordedInTheReadersLanguageAndShownToThoseWhoseTheyAre() {
        Answer batch = collected("CF", Penalty.header() + Penalty.row().number(7020).with("BZ", "N/A").line());
        String path = BATCHES + "/" + batch.at("/id");
        assertThat(department().with("Accept-Language", "en").get(path).at("/warnings/0/message"))
                .contains("were taken as blank");
        assertThat(department().with("Accept-Language", "en").get(path + "/warnings").at("/items/0/warnings/0/message"))
                .contains("were taken as blank");
        assertThat(department().get(path + "/warnings").at("/items/0/warnings/0/message")).contains("按空白处理");
        api.as(Token.of("dept-other", "department-user").division("340400").org("12340000MA8TETT91D"))
                .get(path + "/warnings").expect(404);
        api.as(Token.of("bank", "bank")).get(path + "/warnings").expect(403);
    }

    @Test
    void whileTheDivisionsCannotBeHadTheBatchSaysThatTheyWereNotLookedAt() {
        // The set was kept when it was last had, so only a catalogue that never told of it leaves anything out.
        Catalogue.answersWith(503);
        Answer batch = collected("CF", Penalty.header()
                + Penalty.row().number(7030).with("CF_XDR_SHXYM", Codes.next("340225")).line());
        assertThat(warnings(batch)).containsKey("withdrawn-division").doesNotContainKey("divisions-unknown");
    }

    private Answer warned(Answer batch, String query) {
        return department().get(BATCHES + "/" + batch.at("/id") + "/warnings?x=1" + query).expect(200);
    }

    private static List<String> rules(JsonNode row) {
        List<String> rules = new ArrayList<>();
        row.get("warnings").forEach(warning -> rules.add(warning.get("rule").asString()));
        return rules;
    }

    @Test
    void whateverIsKeptEncryptedIsKnownToTheRotationOfKeys() {
        collected("CF", Penalty.header() + Penalty.row().number(7040).with("BZ", "N/A").line()
                + Penalty.row().number(7041).with("CF_JDRQ", "x").line());
        Set<String> known = stores.stream().map(SealedStore::name).collect(Collectors.toSet());
        Set<String> sealed = new TreeSet<>();
        for (String collection : mongo.getCollectionNames()) {
            Document one = mongo.getCollection(collection).find().first();
            if (one != null && one.values().stream().anyMatch(
                    value -> value instanceof Binary bytes && seal.isCurrent(bytes.getData()))) {
                sealed.add(collection);
            }
        }
        assertThat(sealed).contains("batchChunks", "rejects", "rowWarnings");
        assertThat(known).containsAll(sealed);
    }
}
