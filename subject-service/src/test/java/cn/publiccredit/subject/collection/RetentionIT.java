package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RetentionIT extends CollectionFixture {

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
        clock.forward(Duration.ofDays(2));
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

    private long pieces(Answer batch) {
        Document kept = Objects.requireNonNull(
                mongo.getCollection("batches").find(new Document("_id", batch.at("/id"))).first());
        return mongo.getCollection("batchChunks").countDocuments(
                new Document("_id", kept.get("file", Document.class).getString("content") + "/0"));
    }
}
