package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Rejected codes on their way to the desk of code governance. */
class WrongCodesIT extends CollectionFixture {

    private static final String DESK = "/api/subject/v1/governance/codes";

    private Api province() {
        return api.as(Token.of("province", "province-operator").division("340000"));
    }

    private long found(Answer batch) {
        return mongo.getCollection("codeFindings").countDocuments(new Document("batch", batch.at("/id")));
    }

    @Test
    void aWrongCodeAndAPlaceholderAreOnTheDeskWithTheirRow() {
        Answer batch = collected("CF", Penalty.header()
                + Penalty.row().number(880001).line()
                + Penalty.row().number(880002).with("CF_XDR_SHXYM", "91340100MA2MQ00585").line()
                + Penalty.row().number(880003).with("CF_XDR_SHXYM", "00000000000000000X")
                        .with("CF_XDR_GSZC", "340100600012345").with("CF_XDR_LB", "个体工商户").line());
        assertThat(found(batch)).isEqualTo(2);
        Answer desk = province().get(DESK + "?limit=500&kind=WRONG").expect(200);
        assertThat(desk.text()).contains("91340100MA2MQ00585");
        Document finding = mongo.getCollection("codeFindings")
                .find(new Document("batch", batch.at("/id")).append("kind", "WRONG")).first();
        assertThat(finding).containsEntry("row", 3L).containsEntry("name", "合肥样例食品有限公司");
    }

    @Test
    void aWorkerThatDiesAgainAndAgainReportsEachRowOnce() {
        StringBuilder file = new StringBuilder(Penalty.header());
        for (int i = 0; i < 200; i++) {
            Penalty row = Penalty.row().number(890_000 + i);
            file.append(i % 10 == 0 ? row.with("CF_XDR_SHXYM", "91341300719922946K").line() : row.line());
        }
        intake.diesSoOften(5, 3);
        Answer batch = collected("CF", file.toString());
        assertThat(counts(batch)).isEqualTo("200 180 0 0 20");
        assertThat(found(batch)).isEqualTo(20);
        Document tally = mongo.getCollection("intakeTallies").find(new Document("_id", batch.at("/id"))).first();
        assertThat(tally).isNotNull();
        assertThat(tally.get("codes", Number.class).longValue()).isEqualTo(180);
    }

    @Test
    void anIdNumberTypedInTheCodesColumnIsNotKeptInClear() {
        Answer batch = collected("CF", Penalty.header()
                + Penalty.row().number(880010).with("CF_XDR_SHXYM", "341302198512310024").with("CF_XDR_MC", "赵样例").line());
        assertThat(found(batch)).isEqualTo(1);
        assertThat(String.valueOf(mongo.getCollection("codeFindings").find(new Document("batch", batch.at("/id"))).first()))
                .doesNotContain("341302198512310024").doesNotContain("赵样例");
        assertThat(province().get(DESK + "?limit=500").expect(200).text()).doesNotContain("341302198512310024");
    }

    @Test
    void theNameOfANaturalPersonIsNotKeptInClearWhateverStandsInTheCodesColumn() {
        Answer batch = collected("CF", Penalty.header()
                + Penalty.ofPerson().number(880020).with("CF_XDR_SHXYM", "91340100MA2MQ00585").line());
        assertThat(String.valueOf(mongo.getCollection("codeFindings").find(new Document("batch", batch.at("/id"))).first()))
                .contains("李**").doesNotContain("李样例");
    }

    @Test
    void aWrongCodeThatIsPushedIsOnTheDeskAsWell() {
        Penalty wrong = Penalty.row().number(880020).with("CF_XDR_SHXYM", "91340200719930591W");
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < Penalty.codes().size(); i++) {
            record.put(Penalty.codes().get(i), wrong.cells().get(i));
        }
        Answer pushed = department().post("/api/subject/v1/records",
                Map.of("item", "CF", "records", List.of(record))).expect(200);
        assertThat(pushed.at("/results/0/outcome")).isEqualTo("REJECTED");
        assertThat(mongo.getCollection("codeFindings").countDocuments(new Document("batch", pushed.at("/batch"))))
                .isEqualTo(1);
    }
}
