package cn.publiccredit.subject.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.support.work.LeasedWorker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class EndedPublicityIT extends SubjectServiceFixture {

    @Autowired
    @Qualifier(EndedPublicity.WORKER)
    private LeasedWorker worker;

    private final String company = Codes.next("340400");
    private final LocalDate decided = LocalDate.of(2025, 1, 10);

    private void accept(Row... rows) {
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake, rows);
    }

    private Row row(String number, LocalDate date) {
        return Row.about(company, "淮南届满有限公司", number, date);
    }

    private void looked() {
        Document due = new Document("work.due", new Date(0)).append("lookedAt", null);
        mongo.getCollection(EndedPublicity.COLLECTION).updateOne(new Document("_id", EndedPublicity.ID), new Document("$set", due));
        worker.wake();
        Awaitility.await().until(() -> Objects.requireNonNull(mongo.getCollection(EndedPublicity.COLLECTION)
                .find(new Document("_id", EndedPublicity.ID)).first()).get("work", Document.class).getDate("due")
                .after(Date.from(clock.instant())));
    }

    private List<String> open() {
        return mongo.getCollection("records").find(new Document("subject", company).append("open", true))
                .map(d -> d.get("current", Document.class).get("content", Document.class).getString("documentNumber"))
                .into(new ArrayList<>());
    }

    private List<String> shown() {
        return api.get(PREFIX + "/public/records?item=CF&subject=" + company).expect(200).json().get("items")
                .findValuesAsString("documentNumber");
    }

    @Test
    void whatHasEndedIsNoLongerInTheWayOfWhatIsPublicAndComesBackWithALongerTime() {
        clock.moveTo(decided.plusDays(1));
        accept(row("届满", decided), row("仍在", decided.plusMonths(10)).number(3), row("昨日", decided.minusDays(1)).number(4));
        clock.moveTo(decided.plusYears(1));
        accept(row("今日", decided).number(5));
        assertThat(shown()).containsExactlyInAnyOrder("届满", "仍在", "今日");
        clock.moveTo(decided.plusYears(1).plusDays(3));

        looked();

        assertThat(open()).containsExactly("仍在");
        assertThat(shown()).containsExactly("仍在");
        accept(row("届满", decided.plusMonths(6)).with("NR", "更正日期"));
        assertThat(shown()).as("corrected: its time counts from a later day").containsExactlyInAnyOrder("届满", "仍在");
        looked();
        assertThat(open()).containsExactlyInAnyOrder("届满", "仍在");
    }

    @Test
    void whatEndedYesterdayIsLeftAndTheQueryDecides() {
        clock.moveTo(decided.plusDays(1));
        accept(row("昨日届满", decided));
        clock.moveTo(decided.plusYears(1).plusDays(1));

        looked();

        assertThat(open()).containsExactly("昨日届满");
        assertThat(shown()).isEmpty();
    }

    @Test
    void moreThanAreTakenAtATimeAreTakenAllTheSame() {
        clock.moveTo(decided.plusDays(1));
        Row[] many = new Row[1050];
        for (int i = 0; i < many.length; i++) {
            many[i] = row("多" + i, decided).number(i + 2);
        }
        accept(many);
        clock.moveTo(decided.plusYears(2));

        looked();

        Awaitility.await().until(() -> open().isEmpty());
    }
}
