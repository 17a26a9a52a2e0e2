package cn.publiccredit.report.source;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.report.PeersFixture;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.testing.ServiceTest;
import java.util.Map;
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
    void aCatalogueThatWasNeverReachedIsNotMadeUp() {
        silent();

        assertThatThrownBy(() -> restarted().items()).isInstanceOf(Problem.class);
    }
}
