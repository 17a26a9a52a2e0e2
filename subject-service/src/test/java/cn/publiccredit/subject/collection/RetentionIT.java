package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionIT extends CollectionFixture {

    private static final String REGISTER =
            "企业名称,统一社会信用代码,注册日期\n合肥样例食品有限公司,91340100MA2TETA14E,2020-01-02\n";

    /** An earlier test's clock was ahead, and the next look with it. */
    @BeforeEach
    void filesAreLookedThroughSoon() {
        mongo.getCollection("fileRetentions").updateMany(new Document(), Updates.set("work.due", new Date(0)));
    }

    @Test
    void filesRejectsAndWarningsAreDeletedWhenTheirTimeIsOverAndTheBatchSaysSo() {
        Answer batch = collected("CF", Penalty.header() + Penalty.row().number(9801).with("BZ", "N/A").line()
                + Penalty.row().number(9802).with("CF_JDRQ", "x").line());
        String path = BATCHES + "/" + batch.at("/id");
        assertThat(batch.at("/fileKeptUntil")).startsWith("20");
        assertThat(batch.at("/fileKeptBecause")).contains("个人信息保护法");
        assertThat(batch.at("/fileDeletedAt")).isEmpty();
        assertThat(pieces(batch)).isEqualTo(1);

        clock.forward(Duration.ofDays(1094));
        assertThat(department().get(path + "/rejects").expect(200).text()).contains("date-format");
        clock.forward(Duration.ofDays(4));
        await().until(() -> !department().get(path).at("/fileDeletedAt").isEmpty());
        assertThat(pieces(batch)).isZero();
        assertThat(mongo.getCollection("rejects").countDocuments(new Document("batch", batch.at("/id")))).isZero();
        for (String gone : new String[] {"/rejects", "/rejects/summary", "/warnings"}) {
            assertThat(department().get(path + gone).expect(410).at("/code")).isEqualTo("subject.batch.file-deleted");
        }
        Answer after = department().get(path).expect(200);
        assertThat(counts(after)).as("what became of the rows stays known").isEqualTo("2 1 0 0 1");
        assertThat(record(batch.at("/id"), 2)).isNotEmpty();
    }

    @Test
    void eachItemHasItsOwnPeriodAndAChangedOneReachesFilesThatAreThere() {
        Catalogue.saysOf("CF", 3, keptFor("CF", "\"years\": null, \"days\": 30", "样例依据一"));
        Catalogue.saysOf("DJ", 2, keptFor("DJ", "\"years\": 2, \"days\": null", "样例依据二"));
        Answer penalty = collected("CF", Penalty.header() + Penalty.row().number(9811).line());
        Answer register = collected("DJ", REGISTER);
        assertThat(keptFor(penalty)).isEqualTo("30 样例依据一");
        assertThat(keptFor(register)).matches("73[01] 样例依据二");

        clock.forward(Duration.ofDays(31));
        await().until(() -> isDeleted(penalty));
        assertThat(isDeleted(register)).isFalse();
        Catalogue.saysOf("DJ", 3, keptFor("DJ", "\"years\": null, \"days\": 40", "样例依据三"));
        clock.forward(Duration.ofDays(5));
        assertThat(keptFor(register)).isEqualTo("40 样例依据三");
        assertThat(pieces(register)).isEqualTo(1);
        clock.forward(Duration.ofDays(5));
        await().until(() -> isDeleted(register));
        assertThat(pieces(register)).isZero();
    }

    @Test
    void theSettingHoldsWhereTheItemDoesNotSay() {
        Catalogue.saysOf("XK", 2, Items.json("XK").replaceFirst("\"fileRetention\".*\n", ""));
        Answer batch = collected("XK", "许可编号\n");
        assertThat(keptFor(batch)).startsWith("500 个人信息保护法");
    }

    private static String keptFor(String item, String period, String source) {
        return Items.json(item).replaceFirst("\"fileRetention\".*\n",
                "\"fileRetention\": {" + period + ", \"source\": \"" + source + "\"},\n");
    }

    @Test
    void aKeyedPushWhoseRowsAreDeletedIsAnsweredWithItsCountsAlone() {
        Map<String, String> unknown = PushIT.fields(Penalty.row().number(9821));
        unknown.put("操作类型", "撤销");
        unknown.put("操作原因", "行政复议决定撤销");
        Map<String, Object> body = Map.of("item", "CF", "records", List.of(unknown, PushIT.fields(Penalty.row().number(9822))));
        Api keyed = department().with("Idempotency-Key", "push-9821");
        Answer first = keyed.post("/api/subject/v1/records", body).expect(200);
        assertThat(first.json().at("/results")).hasSize(2);

        clock.forward(Duration.ofDays(1098));
        await().until(() -> !department().get(BATCHES + "/" + first.at("/batch")).at("/fileDeletedAt").isEmpty());
        mongo.getCollection("idempotency").deleteMany(new Document());
        Answer again = keyed.post("/api/subject/v1/records", body).expect(200);
        assertThat(again.at("/batch")).isEqualTo(first.at("/batch"));
        assertThat(counts(again)).isEqualTo("2 1 0 0 1");
        assertThat(again.json().at("/results")).as("nobody knows any more which row was refused").isEmpty();
    }

    /** Days and what they rest on. */
    private String keptFor(Answer batch) {
        Answer now = department().get(BATCHES + "/" + batch.at("/id")).expect(200);
        return Duration.between(Instant.parse(now.at("/submittedAt")), Instant.parse(now.at("/fileKeptUntil"))).toDays() + " "
                + now.at("/fileKeptBecause");
    }

    private boolean isDeleted(Answer batch) {
        return !department().get(BATCHES + "/" + batch.at("/id")).at("/fileDeletedAt").isEmpty();
    }

    private long pieces(Answer batch) {
        Document kept = Objects.requireNonNull(
                mongo.getCollection("batches").find(new Document("_id", batch.at("/id"))).first());
        return mongo.getCollection("batchChunks").countDocuments(
                new Document("_id", kept.get("file", Document.class).getString("content") + "/0"));
    }
}
