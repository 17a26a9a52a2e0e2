package cn.publiccredit.catalog.changes;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ChangeFeedIT {

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    VersionStore versions;

    @Autowired
    ChangeLog changes;

    /** Reads on from a cursor until nothing follows. */
    private final class Reader {

        private final List<JsonNode> seen = Collections.synchronizedList(new ArrayList<>());
        private String cursor;

        Reader(String cursor) {
            this.cursor = cursor;
        }

        void readOn() {
            Answer part;
            do {
                part = api.get(BASE + "/changes?limit=7&after=" + cursor).expect(200);
                part.json().at("/items").forEach(seen::add);
                cursor = part.at("/next");
            } while (!part.json().at("/items").isEmpty());
        }

        List<String> codes() {
            return seen.stream().map(change -> change.at("/code").asString()).toList();
        }
    }

    private Reader fromNow() {
        Reader reader = new Reader("");
        reader.readOn();
        reader.seen.clear();
        return reader;
    }

    @Test
    void theFeedBeginsWithWhatWasShipped() {
        Reader reader = new Reader("");
        reader.readOn();

        assertThat(reader.codes()).contains("CF", "XK", "DJ", "divisions", "2026", "market-serious");
        assertThat(reader.seen).extracting(change -> change.at("/sequence").asInt())
                .isEqualTo(IntStream.rangeClosed(1, reader.seen.size()).boxed().toList());
    }

    @Test
    void publicationAndRetirementAreToldInTheirOrder() {
        Reader reader = fromNow();
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "一"));
        Catalogue.of(api).publish("matters", matter(code, "二"));
        Catalogue.of(api).retire(BASE + "/matters/" + code, Map.of("reason", "停用")).expect(200);
        reader.readOn();

        assertThat(reader.seen.stream().filter(change -> change.at("/code").asString().equals(code))
                .map(change -> change.at("/change").asString() + change.at("/version").asString()))
                .containsExactly("PUBLISHED1", "PUBLISHED2", "RETIRED2");
        assertThat(reader.seen.getLast().at("/kind").asString()).isEqualTo("matters");
    }

    @Test
    void draftsAreNotTold() {
        Reader reader = fromNow();
        Catalogue.of(api).open("matters", matter(newCode(), "草稿"));
        reader.readOn();

        assertThat(reader.seen).isEmpty();
    }

    @Test
    void whoeverAsksAgainIsToldCheaplyThatNothingChanged() {
        Answer now = api.get(BASE + "/changes?after=" + fromNow().cursor).expect(200);

        api.with("If-None-Match", now.header("ETag")).get(BASE + "/changes?after=" + now.at("/next")).expect(304);
        api.get(BASE + "/changes?after=nonsense").expect(400);
    }

    @Test
    void aPlaceThatThisCatalogueNeverHadIsToldAndNotTakenForAnother() {
        Reader reader = fromNow();
        Catalogue.of(api).publish("matters", matter(newCode(), "此后"));
        reader.readOn();
        long last = reader.seen.getLast().at("/sequence").asLong();

        assertThat(api.get(BASE + "/changes?after=" + Cursor.at(Long.toString(last), "0123456789abcdef").encoded())
                .expect(410).at("/code")).as("another history").isEqualTo("catalog.changes.cursor-unknown");
        api.get(BASE + "/changes?after=" + Cursor.at(Long.toString(last + 500), "0123456789abcdef").encoded()).expect(410);
        mongo.remove(Query.query(where("_id").is(last)), Change.class);
        api.get(BASE + "/changes?after=" + reader.cursor).expect(410);
        mongo.insert(change(last));
        api.get(BASE + "/changes?after=" + reader.cursor).expect(410);
    }

    @Test
    void manyPublishersAtOnceLoseNothingAndAReaderBesideThemSkipsNothing() throws Exception {
        Reader beside = fromNow();
        Reader after = new Reader(beside.cursor);
        AtomicBoolean publishing = new AtomicBoolean(true);
        List<Callable<List<String>>> publishers = new ArrayList<>();
        for (int p = 0; p < 6; p++) {
            publishers.add(this::publishSome);
        }
        List<String> published = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reading = threads.submit(() -> {
                while (publishing.get()) {
                    beside.readOn();
                }
            });
            for (Future<List<String>> done : threads.invokeAll(publishers)) {
                published.addAll(done.get());
            }
            publishing.set(false);
            reading.get();
        }
        beside.readOn();
        after.readOn();

        assertThat(beside.codes()).containsExactlyInAnyOrderElementsOf(published);
        assertThat(beside.seen).isEqualTo(after.seen);
    }

    /** Two versions of each code. */
    private List<String> publishSome() {
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String code = newCode();
            for (String name : List.of("一", "二")) {
                Catalogue.of(api).publish("matters", matter(code, name));
                published.add(code);
            }
        }
        return published;
    }

    @Test
    void whatAKilledReplicaPublishedButDidNotTellIsToldByTheNextReader() {
        Reader reader = fromNow();
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "未及通告"));
        // As a process leaves it that is killed right after its one write.
        mongo.remove(Query.query(where("code").is(code)), Change.class);
        mongo.updateFirst(Query.query(where("_id").is(StoredVersion.id(Kind.MATTERS, code, 1))),
                Update.update("announcePublished", Instant.parse("2026-01-01T00:00:00Z")), StoredVersion.class);
        reader.readOn();

        assertThat(reader.codes()).containsExactly(code);
        assertThat(versions.unannounced()).isEmpty();
    }

    @Test
    void whatAKilledReplicaToldButDidNotTickOffIsNotToldTwice() {
        Reader reader = fromNow();
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "已通告"));
        mongo.updateFirst(Query.query(where("_id").is(StoredVersion.id(Kind.MATTERS, code, 1))),
                Update.update("announcePublished", Instant.parse("2026-01-01T00:00:00Z")), StoredVersion.class);
        reader.readOn();
        reader.readOn();

        assertThat(reader.codes()).containsExactly(code);
    }

    @Test
    void aNumberWhosePredecessorIsMissingIsNotReadYet() {
        Reader reader = fromNow();
        long last = mongo.count(new Query(), Change.class);
        Change late = change(last + 2);
        mongo.insert(late);

        assertThat(changes.after(last, 10)).isEmpty();
        mongo.insert(change(last + 1));
        assertThat(changes.after(last, 10)).extracting(Change::sequence).containsExactly(last + 1, last + 2);
        reader.readOn();
        assertThat(reader.seen).hasSize(2);
    }

    private static Change change(long number) {
        return new Change(number, "test" + number, Kind.MATTERS, "TEST", 1, Change.What.PUBLISHED,
                LocalDate.of(2024, 1, 1), null, null, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
