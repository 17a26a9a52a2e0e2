package cn.publiccredit.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class PublicationIT {

    private static final String LIST = """
            [{"code": "%s", "version": %d, "effectiveFrom": "2024-01-01", "name": "%s"}]""";

    @Autowired
    Publication publication;

    @Autowired
    VersionStore store;

    @Autowired
    List<ContentType<?>> types;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Api api;

    @TempDir
    Path folder;

    @Test
    void publishingTheSameContentAgainChangesNothing() {
        List<Document> before = mongo.findAll(Document.class, VersionStore.COLLECTION);

        assertThat(publication.publish(Publication.SHIPPED)).isZero();
        assertThat(mongo.findAll(Document.class, VersionStore.COLLECTION)).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void replicasThatStartTogetherPublishEachVersionOnce() throws Exception {
        matters(LIST.formatted("RACE", 1, "同时启动"));
        List<Future<Integer>> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                replicas.add(threads.submit(() -> publication.publish(location())));
            }
        }

        int added = 0;
        for (Future<Integer> replica : replicas) {
            added += replica.get();
        }
        assertThat(added).isEqualTo(1);
    }

    @Test
    void anotherLayoutOfTheSameContentIsTheSame() throws IOException {
        matters(LIST.formatted("LAYOUT", 1, "排版"));
        publication.publish(location());
        matters("""
                {"name": "排版",
                 "version": 1, "code": "LAYOUT", "effectiveFrom": "2024-01-01"}""");

        assertThat(publication.publish(location())).isZero();
    }

    @Test
    void aPublishedVersionCannotBeChanged() throws IOException {
        matters(LIST.formatted("FIXED", 1, "原名"));
        publication.publish(location());
        matters(LIST.formatted("FIXED", 1, "改名"));

        assertThatThrownBy(() -> publication.publish(location())).isInstanceOf(ContentRefused.class)
                .hasMessageContaining("matters/FIXED@1").hasMessageContaining("请改用新版本号");
        assertThat(api.get("/api/catalog/v1/matters/FIXED").at("/name")).isEqualTo("原名");
    }

    @Test
    void aNewVersionTakesOverWhereBothAreInForce() throws IOException {
        matters(LIST.formatted("GROWN", 1, "第一版"));
        publication.publish(location());
        matters(LIST.formatted("GROWN", 2, "第二版"));
        publication.publish(location());

        assertThat(api.get("/api/catalog/v1/matters/GROWN").at("/name")).isEqualTo("第二版");
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsPublished() throws IOException {
        matters("""
                [{"code": "GOOD", "version": 1, "effectiveFrom": "2024-01-01", "name": "好"},
                 {"code": "BAD", "version": 1, "effectiveFrom": "2024-01-01", "name": "坏", "colour": "red"},
                 {"code": "TWICE", "version": 1, "effectiveFrom": "2024-01-01", "name": "一"},
                 {"code": "TWICE", "version": 1, "effectiveFrom": "2024-01-01", "name": "二"}]""");
        write("calendars", """
                {"year": 2030, "version": 1, "effectiveFrom": "2024-01-01", "source": "x",
                 "holidays": ["2030-01-05"], "workdays": ["2030-01-07"]}""");

        assertThatThrownBy(() -> publication.publish(location())).isInstanceOf(ContentRefused.class)
                .hasMessageContaining("colour").hasMessageContaining("matters/TWICE@1 is there twice")
                .hasMessageContaining("2030-01-05").hasMessageContaining("2030-01-07");
        assertThat(store.versions("matters", "GOOD")).isEmpty();
    }

    @Test
    void operatorsReadTheFaultsWithoutAStackTrace() {
        String told = new ContentRefusedAnalyzer()
                .analyze(new IllegalStateException("start"), new ContentRefused(List.of("items/CF-1.json: 有误")))
                .getDescription();

        assertThat(told).contains("items/CF-1.json: 有误");
    }

    @Test
    void everyKindOfContentIsShipped() {
        assertThat(types).allMatch(type -> !store.versions(type.folder()).isEmpty());
    }

    private void matters(String json) throws IOException {
        write("matters", json);
    }

    private void write(String kind, String json) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(kind)).resolve("test.json"), json);
    }

    private String location() {
        return "file:" + folder;
    }
}
