package cn.publiccredit.report.source;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.report.PeersFixture;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.testing.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class KeptCatalogueIT {

    @Autowired
    CatalogClient client;

    @Autowired
    Peers peers;

    @Autowired
    KeptCatalogue kept;

    @Autowired
    MongoTemplate mongo;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) {
        PeersFixture.register(registry);
    }

    @BeforeEach
    void healthy() {
        PeersFixture.healthy();
        mongo.dropCollection(KeptCatalogue.KeptBook.class);
    }

    /** As a process begins: with nothing in memory. */
    private Catalogue restarted() {
        return new Catalogue(client, peers, kept);
    }

    private static void silent() {
        PeersFixture.CATALOG.resetAll();
        PeersFixture.CATALOG.stubFor(any(anyUrl()).willReturn(PeersFixture.reset()));
    }

    @Test
    void afterARestartWithoutTheCatalogueItsLastGoodStateIsUsed() {
        Map<String, CatalogItem> read = restarted().items();
        silent();

        assertThat(restarted().items()).isEqualTo(read).containsKeys("XK", "CF");
    }

    @Test
    void purposesAreNamedAfterARestartWithoutTheCatalogueToo() {
        String code = "LOAN";
        String named = new Purposes(client, peers, kept).name(code);
        assertThat(named).isNotEqualTo(code);
        silent();

        assertThat(new Purposes(client, peers, kept).name(code)).isEqualTo(named);
    }

    @Test
    void aChangeReachesTheKeptCopyBeforeAnybodyAsks() {
        restarted().items();
        new Purposes(client, peers, kept).name("LOAN");
        PeersFixture.CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/items")).willReturn(PeersFixture.page(List.of(
                Map.of("code", "CF", "name", "行政处罚", "version", 1)))));
        PeersFixture.CATALOG.stubFor(get(urlPathEqualTo("/api/catalog/v1/code-sets/purposes")).willReturn(okJson("""
                {"name":"purposes","entries":[{"code":"LOAN","name":"融资授信审查"}]}""")));
        restarted().renew(new CatalogueNews(false, Map.of("items", Set.of("XK"))));
        new Purposes(client, peers, kept).renew(new CatalogueNews(false, Map.of("code-sets", Set.of("purposes"))));
        silent();

        assertThat(restarted().items()).containsOnlyKeys("CF");
        assertThat(new Purposes(client, peers, kept).name("LOAN")).isEqualTo("融资授信审查");
        assertThatThrownBy(() -> restarted().renew(CatalogueNews.ofEverything())).isInstanceOf(Problem.class);
        restarted().renew(new CatalogueNews(false, Map.of("masks", Set.of("NAME"))));
    }

    @Test
    void aCatalogueThatWasNeverReachedIsNotMadeUp() {
        silent();

        assertThatThrownBy(() -> restarted().items()).isInstanceOf(Problem.class);
    }
}
