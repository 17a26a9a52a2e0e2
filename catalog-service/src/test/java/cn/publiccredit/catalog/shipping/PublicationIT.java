package cn.publiccredit.catalog.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
@EveryStore
class PublicationIT {

    private static final String LIST = """
            [{"code": "%s", "version": %d, "edition": "national-2024", "effectiveFrom": "2024-02-18", "name": "%s",
              "legalBasis": "测试办法第一条", "source": "测试"}]""";

    @Autowired
    Publication publication;

    @Autowired
    VersionStore store;

    @Autowired
    Contents contents;

    @Autowired
    ContentTypes types;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Api api;

    @TempDir
    Path folder;

    @Test
    void publishingTheSameContentAgainChangesNothing() {
        List<Document> before = mongo.findAll(Document.class, StoredVersion.COLLECTION);

        assertThat(publication.publish(Publication.SHIPPED)).isZero();
        assertThat(mongo.findAll(Document.class, StoredVersion.COLLECTION)).isEqualTo(before).hasSizeGreaterThan(100);
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
                {"name": "排版", "source": "测试", "effectiveTo": null, "edition": "national-2024",
                 "version": 1, "code": "LAYOUT", "legalBasis": "测试办法第一条", "effectiveFrom": "2024-02-18"}""");

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
                [{"code": "GOOD", "version": 1, "edition": "national-2024", "effectiveFrom": "2024-02-18", "name": "好",
                  "legalBasis": "测试", "source": "测试"},
                 {"code": "BAD", "version": 1, "edition": "nowhere", "effectiveFrom": "someday", "name": "坏", "colour": "red"},
                 {"code": "TWICE", "version": 1, "edition": "national-2024", "effectiveFrom": "2024-02-18", "name": "一",
                  "legalBasis": "测试", "source": "测试"},
                 {"code": "TWICE", "version": 1, "edition": "national-2024", "effectiveFrom": "2024-02-18", "name": "二",
                  "legalBasis": "测试", "source": "测试"}]""");
        write("calendars", """
                {"year": 2030, "version": 1, "edition": "national-2024", "effectiveFrom": "2024-02-18", "source": "x",
                 "legalBasis": "x", "holidays": ["2030-01-05"], "workdays": ["2030-01-07"]}""");

        assertThatThrownBy(() -> publication.publish(location())).isInstanceOf(ContentRefused.class)
                .hasMessageContaining("BAD.colour").hasMessageContaining("BAD.effectiveFrom")
                .hasMessageContaining("BAD.legalBasis").hasMessageContaining("matters/TWICE@1 is there twice")
                .hasMessageContaining("2030-01-05").hasMessageContaining("2030-01-07");
        assertThat(store.heads(Kind.MATTERS, "GOOD")).isEmpty();
    }

    @Test
    void whatBeginsBeforeWhatItNamesIsNotShippedAndWhatWasInForceThenIsEnough() throws IOException {
        matters(LIST.formatted("EARLIER", 1, "第一版").replace("]", ", " + LIST.formatted("EARLIER", 2, "第二版").substring(1))
                .replace("\"version\": 2, \"edition\": \"national-2024\", \"effectiveFrom\": \"2024-02-18\"",
                        "\"version\": 2, \"edition\": \"national-2024\", \"effectiveFrom\": \"2025-01-01\""));
        String measure = """
                {"code": "NAMES", "version": 1, "edition": "national-2024", "effectiveFrom": "%s", "group": "C", "name": "试",
                 "content": "试", "target": "试", "legalBasis": "试", "executors": [], "mandatory": false, "matters": ["EARLIER"],
                 "source": "试"}""";
        write("measures", measure.formatted("2024-06-01"));
        assertThat(publication.publish(location())).isEqualTo(3);

        write("measures", measure.formatted("2023-12-31").replace("NAMES", "TOO_EARLY"));
        assertThatThrownBy(() -> publication.publish(location())).isInstanceOf(ContentRefused.class)
                .hasMessageContaining("TOO_EARLY.matters").hasMessageContaining("2023-12-31");
    }

    @Test
    void whatAProvinceHasMadeOfANumberStaysWhenAReleaseShipsTheSameNumber() throws IOException {
        matters(LIST.formatted("OURS", 1, "随程序发布"));
        publication.publish(location());
        Catalogue.of(api).publish("matters", Catalogue.matter("OURS", "本省第二版"));
        matters(LIST.formatted("OURS", 2, "新程序的第二版"));

        assertThat(publication.publish(location())).isZero();
        assertThat(api.get("/api/catalog/v1/matters/OURS").at("/name")).isEqualTo("本省第二版");
    }

    @Test
    void operatorsReadTheFaultsWithoutAStackTrace() {
        String told = new ContentRefusedAnalyzer()
                .analyze(new IllegalStateException("start"), new ContentRefused(List.of("items/CF-1.json: 有误")))
                .getDescription();

        assertThat(told).contains("items/CF-1.json: 有误");
    }

    @Test
    void everyKindOfContentIsShippedButSourcesWhichEachProvinceHasItsOwn() {
        for (Kind kind : Kind.values()) {
            assertThat(store.heads(kind).stream().noneMatch(head -> head.origin().equals("release"))).as(kind.path())
                    .isEqualTo(kind == Kind.SOURCES);
        }
    }

    @Test
    void onEveryDayOnWhichAPieceBeginsAllThatIsInForceKnowsWhatItNames() {
        List<Piece<?>> shipped = ShippedContent.read(Publication.SHIPPED, types, (kind, code) -> Optional.empty());
        Set<LocalDate> days = shipped.stream().map(piece -> piece.content().effectiveFrom()).collect(Collectors.toSet());

        assertThat(days).hasSizeGreaterThan(1);
        for (LocalDate day : days) {
            Map<String, Piece<?>> inForce = new HashMap<>();
            shipped.stream().filter(piece -> !day.isBefore(piece.content().effectiveFrom())).forEach(piece -> inForce.merge(
                    piece.name(), piece, (one, other) -> one.content().version() > other.content().version() ? one : other));
            inForce.values().removeIf(piece -> hasEnded(piece, day));
            ContentType.Known known = onlyOf(inForce);
            assertThat(inForce.values().stream().flatMap(piece -> piece.faults(known).stream())).as("on " + day).isEmpty();
        }
    }

    /** A catalogue that has never had anything else. */
    private static ContentType.Known onlyOf(Map<String, Piece<?>> inForce) {
        return new ContentType.Known() {
            @Override
            public Optional<Versioned> find(Kind kind, String code) {
                return Optional.ofNullable(inForce.get(Piece.name(kind, code))).map(Piece::content);
            }

            @Override
            public Optional<Versioned> find(Kind kind, String code, LocalDate day) {
                return find(kind, code);
            }
        };
    }

    private static boolean hasEnded(Piece<?> piece, LocalDate day) {
        LocalDate end = piece.content().effectiveTo();
        return end != null && day.isAfter(end);
    }

    @Test
    void versionsArePublishedInTheirOrder() {
        List<Integer> versions = ShippedContent.read(Publication.SHIPPED, types, (kind, code) -> Optional.empty()).stream()
                .filter(piece -> piece.name().equals("items/CF")).map(piece -> piece.content().version()).toList();

        assertThat(versions).isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList()).hasSizeGreaterThan(1);
    }

    @Test
    void everythingShippedSaysWhatItRestsOnAndWhereItWasFound() {
        for (Kind kind : Kind.values()) {
            assertThat(contents.all(kind, LocalDate.of(2026, 11, 22))).allMatch(shown ->
                    !shown.content().legalBasis().isBlank() && !shown.content().source().isBlank());
        }
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
