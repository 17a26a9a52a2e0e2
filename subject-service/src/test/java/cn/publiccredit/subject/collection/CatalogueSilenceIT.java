package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.AnyStore;
import java.util.List;
import org.junit.jupiter.api.Test;

@AnyStore
class CatalogueSilenceIT extends CollectionFixture {

    @Test
    void collectionGoesOnWithTheLastGoodItemAndSaysSo() {
        int number = 3001;
        for (Runnable silence : List.<Runnable>of(() -> Catalogue.answersWith(500), Catalogue::hangsUp,
                Catalogue::talksRubbish)) {
            Catalogue.speaks();
            await("recovery by itself").until(() -> upload("CF", Penalty.header()).expect(202).at("/catalogueNote")
                    .isEmpty());
            silence.run();
            Answer batch = collected("CF", Penalty.header() + Penalty.row().number(number++).line());
            assertThat(counts(batch)).isEqualTo("1 1 0 0 0");
            assertThat(batch.at("/catalogueNote")).contains("信用目录服务暂不可用", "行政处罚",
                    "第 " + Items.item("CF").version() + " 版");
        }
    }

    @Test
    void anItemNeverSeenCannotBeUploadedWhileTheCatalogueIsSilent() {
        Catalogue.answersWith(503);
        Answer refused = upload("XK", Penalty.header()).expect(503);
        assertThat(refused.at("/code")).isEqualTo("peer.unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    @Test
    void anItemThatTheCatalogueTookBackIsUnknownAgain() {
        Catalogue.answersWith(404);
        upload("ZY", Penalty.header()).expect(503);
        Catalogue.speaks();
        upload("ZY", Penalty.header()).expect(422);
    }

    @Test
    void anUnchangedItemIsOnlyConfirmed() {
        int before = Catalogue.confirmations("CF");
        upload("CF", Penalty.header()).expect(202);
        assertThat(Catalogue.confirmations("CF")).isGreaterThan(before);
    }
}
