package cn.publiccredit.subject.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A process begins with nothing in memory; what the catalogue told an earlier one is in the store. */
class RestartIT extends SubjectServiceFixture {

    private static final Division HUAINAN = new Division("340400");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final RuleBookSettings SETTINGS =
            new RuleBookSettings(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(5));

    @Autowired
    Peers peers;

    @Autowired
    JsonMapper json;

    private final ToldCatalogue catalogue = new ToldCatalogue();

    private record Process(RuleBook items, RuleBooks books, Divisions divisions, SourceNames sources) {

        void renew(CatalogueNews news) {
            items.renew(news);
            books.renew(news);
        }
    }

    private Process started() {
        RuleBooks books = new RuleBooks(catalogue, peers, mongo, json, clock, SETTINGS);
        return new Process(new RuleBook(new Catalogue(catalogue, peers, json), mongo, json, clock, SETTINGS), books,
                new Divisions(books), new SourceNames(books));
    }

    @BeforeEach
    void nothingIsKept() {
        for (String id : List.of("items", "sources", "code-set/divisions", "masks", "commitment-templates", "calendar/2031",
                "calendar/2032", "QQ")) {
            mongo.getCollection("rulebook").deleteOne(new Document("_id", id));
        }
    }

    @Test
    void aProcessThatStartsWhileTheCatalogueIsSilentUsesWhatAnEarlierOneWasTold() {
        Process earlier = started();
        assertThat(earlier.divisions().name(HUAINAN)).isEqualTo("淮南市");
        assertThat(earlier.sources().registered("11340400TE5T00001E")).isPresent();
        assertThat(earlier.books().items()).hasSize(2);
        assertThat(earlier.books().calendar(2031)).isPresent();
        assertThat(earlier.books().calendar(2032)).isEmpty();
        assertThat(earlier.items().item("QQ")).isPresent();
        assertThat(earlier.books().commitmentTemplate("repair")).isPresent();

        catalogue.silent = true;
        Process later = started();
        assertThat(later.divisions().name(HUAINAN)).isEqualTo("淮南市");
        assertThat(later.divisions().withdrawnBy(TODAY)).hasValueSatisfying(gone -> assertThat(gone).containsExactly("340401"));
        assertThat(later.sources().registered("11340400TE5T00001E")).contains("样例市场监管局");
        assertThat(later.books().items()).isEqualTo(earlier.books().items());
        assertThat(later.books().calendar(2031)).isEqualTo(earlier.books().calendar(2031)).isPresent();
        assertThat(later.books().calendar(2032)).as("told to be unpublished").isEmpty();
        assertThat(later.books().commitmentTemplate("repair")).isEqualTo(earlier.books().commitmentTemplate("repair"));
        assertThat(later.books().commitmentTemplate("no-such")).isEmpty();
        assertThat(later.items().item("QQ")).hasValueSatisfying(found -> {
            assertThat(found.item().name()).isEqualTo("样例事项");
            assertThat(found.silentSince()).isNotNull();
        });
    }

    @Test
    void aCityThatIsPublishedAheadIsThereFromItsFirstDayOn() {
        LocalDate first = LocalDate.of(2027, 1, 1);
        assertThat(started().divisions().citiesOn(first.minusDays(1))).containsExactly("340400");
        catalogue.silent = true;
        Divisions kept = started().divisions();
        assertThat(kept.citiesOn(first.minusDays(1))).containsExactly("340400");
        assertThat(kept.citiesOn(first)).containsExactlyInAnyOrder("340400", "349900");
    }

    @Test
    void whatWasNeverToldIsNotMadeUp() {
        catalogue.silent = true;
        Process first = started();
        assertThatThrownBy(() -> first.books().calendar(2031)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> first.books().items()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> first.books().commitmentTemplate("repair")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> first.items().item("QQ")).isInstanceOf(Problem.class);
        assertThat(first.divisions().withdrawnBy(TODAY)).isEmpty();
        assertThat(first.divisions().name(HUAINAN)).isNull();
        assertThat(first.sources().orAccount("11340400TE5T00001E", "dept-market")).isEqualTo("来源单位未登记（账号 dept-market）");

        catalogue.silent = false;
        clock.forward(Duration.ofSeconds(6));
        assertThat(first.divisions().name(HUAINAN)).isEqualTo("淮南市");
        assertThat(first.sources().orAccount("11340400TE5T00001E", "dept-market")).isEqualTo("样例市场监管局");
        assertThat(first.books().calendar(2031)).isPresent();
    }

    @Test
    void masksAreTheCataloguesAsLastKnownAndTheStrictestWhereNoneWasEverTold() {
        catalogue.silent = true;
        assertThat(new MaskRules(started().books()).of("ID_NUMBER")).isEqualTo(MaskRule.STRICTEST);
        catalogue.silent = false;
        MaskRules told = new MaskRules(started().books());
        assertThat(told.of("ID_NUMBER").keepFirst()).isEqualTo(4);
        assertThat(told.of("SHOE_SIZE").hidden()).as("a kind without a mask").isTrue();

        catalogue.idNumberKeeps = 1;
        clock.forward(Duration.ofSeconds(11));
        assertThat(told.of("ID_NUMBER").keepFirst()).as("changed meanwhile").isEqualTo(1);
        catalogue.silent = true;
        assertThat(new MaskRules(started().books()).of("ID_NUMBER").keepFirst()).as("after a restart").isEqualTo(1);
    }

    @Test
    void aSilentCatalogueIsNotAskedWithEveryName() {
        Process process = started();
        process.sources().registered("11340400TE5T00001E");
        catalogue.silent = true;
        clock.forward(Duration.ofMinutes(2));
        int before = catalogue.asked;
        for (int i = 0; i < 50; i++) {
            assertThat(process.sources().registered("11340400TE5T00001E")).isPresent();
        }
        assertThat(catalogue.asked).isEqualTo(before + 1);
    }

    @Test
    void whatChangedIsRenewedAtOnceAndNothingElseIsAskedFor() {
        Process process = started();
        assertThat(new MaskRules(process.books()).of("ID_NUMBER").keepFirst()).isEqualTo(4);
        process.divisions().name(HUAINAN);
        assertThat(process.items().item("QQ").orElseThrow().item().version()).isEqualTo(1);
        catalogue.idNumberKeeps = 1;
        catalogue.itemVersion = 2;

        int before = catalogue.asked;
        process.renew(news("masks", "ID_NUMBER"));
        assertThat(catalogue.asked - before).as("the two pages of masks").isEqualTo(2);
        assertThat(new MaskRules(process.books()).of("ID_NUMBER").keepFirst()).isEqualTo(1);
        assertThat(process.items().item("QQ").orElseThrow().item().version()).as("not told yet").isEqualTo(1);

        process.renew(news("items", "QQ"));
        assertThat(process.items().item("QQ").orElseThrow().item().version()).isEqualTo(2);
        process.renew(news("items", "OTHER"));
        catalogue.itemGone = true;
        process.renew(news("items", "QQ"));
        assertThat(process.items().item("QQ")).as("retired").isEmpty();
    }

    @Test
    void whatIsKeptIsRenewedEvenWhenNobodyAskedForItSinceTheStart() {
        MaskRule told = new MaskRules(started().books()).of("ID_NUMBER");
        started().items().item("QQ");
        catalogue.idNumberKeeps = 1;
        catalogue.itemVersion = 2;
        started().renew(CatalogueNews.ofEverything());

        catalogue.silent = true;
        Process later = started();
        assertThat(new MaskRules(later.books()).of("ID_NUMBER").keepFirst()).isEqualTo(1).isNotEqualTo(told.keepFirst());
        assertThat(later.items().item("QQ").orElseThrow().item().version()).isEqualTo(2);
    }

    @Test
    void aCopyThatCannotBeRenewedStaysInUseAndSaysThatItWasNot() {
        Process process = started();
        assertThat(new MaskRules(process.books()).of("ID_NUMBER").keepFirst()).isEqualTo(4);
        catalogue.idNumberKeeps = 1;
        catalogue.silent = true;

        assertThatThrownBy(() -> process.renew(news("masks", "ID_NUMBER"))).isInstanceOf(Problem.class);
        assertThat(new MaskRules(process.books()).of("ID_NUMBER").keepFirst()).isEqualTo(4);
        catalogue.silent = false;
        process.renew(news("masks", "ID_NUMBER"));
        assertThat(new MaskRules(process.books()).of("ID_NUMBER").keepFirst()).isEqualTo(1);
    }

    private static CatalogueNews news(String kind, String code) {
        return new CatalogueNews(false, Map.of(kind, Set.of(code)));
    }
}
