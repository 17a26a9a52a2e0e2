package cn.publiccredit.subject.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.subject.record.Source;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.testing.Answer;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Facts become records by the items as they are shipped. */
class FilingIT extends SubjectServiceFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Source BODY = new Source(HUAINAN_MARKET, "淮南样例局", new Division("340400"));

    @Autowired
    Filing filing;

    private final String company = Codes.next("340400");

    @BeforeEach
    void itIsJune() {
        clock.moveTo(DAY);
    }

    private Fact fact(long number, String state, String... remark) {
        return fact("CN", number, company, new Values().say("承诺类型", "主动型").say("承诺事由", "事".repeat(1001))
                .say("履约状态", state).say("违诺情形", state.equals("未履行") ? "情形" : null).say("备注", remark));
    }

    private Fact fact(String item, long number, String subject, Values values) {
        return new Fact(item, "commitment/" + company, number, subject, "淮南样例" + company + "有限公司", BODY, BODY, "号" + company, DAY,
                values, "tester", clock.instant());
    }

    private Answer record() {
        return province().get(PREFIX + "/subjects/" + company + "/records?item=CN").expect(200);
    }

    @Test
    void aStateIsOneRowHoweverOftenItIsFiledAndTheNextOneIsTheNextRow() {
        filing.file(fact(1, "履行中"));
        filing.file(fact(1, "履行中"));
        assertThat(record().at("/items/0/version")).isEqualTo("1");
        filing.file(fact(2, "未履行"));
        filing.file(fact(1, "履行中"));
        filing.file(fact(2, "未履行"));
        assertThat(record().json().get("items")).hasSize(1);
        assertThat(record().at("/items/0/version")).as("a state that was filed before does not come back").isEqualTo("2");
        assertThat(record().at("/items/0/data/CN_ZT")).isEqualTo("未履行");
        filing.file(fact(3, "履行中"));
        assertThat(record().at("/items/0/version")).as("as before, and yet another state").isEqualTo("3");
    }

    @Test
    void whatIsTooLongForTheRecordSaysThatItGoesOn() {
        filing.file(fact(1, "履行中"));
        assertThat(record().at("/items/0/data/CN_SY")).isEqualTo("事".repeat(999) + "…");
    }

    @Test
    void ofSeveralWordingsTheFirstThatTheItemAllowsIsTaken() {
        filing.file(fact("CN", 1, company, new Values().say("承诺类型", "主动公示型", "主动型").say("承诺事由", "事").say("履约状态", "全部履行")));
        assertThat(record().at("/items/0/data/CN_LX")).isEqualTo("主动型");
    }

    @Test
    void whatTheItemWouldNotTakeFromAnybodyElseIsNotFiledEither() {
        assertThatThrownBy(() -> filing.file(fact(1, "违背承诺"))).isInstanceOf(Filing.ItemUnfit.class)
                .hasMessageContaining("CN_ZT required");
        assertThatThrownBy(() -> filing.file(fact("CN", 1, company, new Values().say("承诺类型", "主动型").say("承诺事由", "事")
                .say("履约状态", "未履行")))).isInstanceOf(Filing.ItemUnfit.class).hasMessageContaining("CN_WY required-when");
        province().get(PREFIX + "/subjects/" + company + "/records").expect(404);
    }

    @Test
    void aPersonIsNeverFiledAsAnOrganisation() {
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake,
                Row.aboutPerson("赵样例", "340403199001015432", "人档" + company, DAY));
        String person = Objects.requireNonNull(mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "人档" + company)).first()).getString("subject");
        assertThatThrownBy(() -> filing.file(fact("HT", 1, person, new Values()))).isInstanceOf(Filing.ItemUnfit.class)
                .hasMessageContaining("natural persons");
        assertThat(mongo.getCollection("subjects").countDocuments(new Document("name", "赵样例").append("kind", "ORGANISATION")))
                .isZero();
    }
}
