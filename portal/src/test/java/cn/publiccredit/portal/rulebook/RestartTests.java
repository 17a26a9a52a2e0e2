package cn.publiccredit.portal.rulebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.portal.PortalFixture;
import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.settings.PortalSettings;
import cn.publiccredit.testing.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A process begins with nothing in memory; what the catalogue told an earlier one is on disk. */
class RestartTests extends PortalFixture {

    private static final String CHANGES = "/api/catalog/v1/changes";

    @Autowired
    CreditApi api;

    @Autowired
    JsonMapper json;

    @Autowired
    PortalSettings settings;

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();

    private record Process(RuleBook rules, FollowChanges following) {}

    private Process started() {
        PortalSettings own = new PortalSettings(settings.gateway(), settings.issuer(), settings.province(), settings.timeLimit(),
                new PortalSettings.RuleBooks(folder, Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(1)));
        Folder kept = new Folder(own, json);
        Copies copies = new Copies(api, kept, json, own, clock);
        return new Process(new RuleBook(copies), new FollowChanges(api, copies, kept, json, clock));
    }

    @BeforeEach
    void theFeedIsQuiet() {
        tells("", "c1", "");
        tells("c1", "c1", "");
        names("行政处罚");
    }

    private static void tells(String after, String next, String change) {
        API.stubFor(get(urlPathEqualTo(CHANGES)).withQueryParam("after", equalTo(after))
                .willReturn(okJson("{\"items\":[" + change + "],\"next\":\"" + next + "\"}")));
    }

    private static void names(String name) {
        answers("/api/catalog/v1/items", "{\"items\":[{\"code\":\"CF\",\"name\":\"" + name + "\"}],\"next\":null}");
    }

    private static void silent() {
        API.resetAll();
        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    }

    @Test
    void afterARestartWithoutTheCatalogueNamesAreThoseOfBefore() {
        Process earlier = started();
        assertThat(earlier.rules().items()).containsEntry("CF", "行政处罚");
        assertThat(earlier.rules().columns("CF")).containsEntry("CF_SY", "违法事实");
        assertThat(earlier.rules().divisions()).containsEntry("340400", "淮南市");
        silent();

        Process later = started();
        assertThat(later.rules().items()).isEqualTo(earlier.rules().items());
        assertThat(later.rules().columns("CF")).isEqualTo(earlier.rules().columns("CF"));
        assertThat(later.rules().divisions()).isEqualTo(earlier.rules().divisions());
        assertThatThrownBy(later.rules()::lists).as("never told").isInstanceOf(ApiFailure.class);
    }

    @Test
    void aCopyThatIsNoLongerWholeIsNoCopy() throws IOException {
        started().rules().items();
        Files.writeString(folder.resolve("items.json"), "{\"items\":[{\"co");
        silent();

        assertThatThrownBy(started().rules()::items).isInstanceOf(ApiFailure.class);
    }

    @Test
    void aListIsReadToItsLastPage() {
        answers("/api/catalog/v1/lists", "{\"items\":[{\"code\":\"a\",\"name\":\"甲\"}],\"next\":\"p2\"}");
        API.stubFor(get(urlPathEqualTo("/api/catalog/v1/lists")).withQueryParam("after", equalTo("p2"))
                .willReturn(okJson("{\"items\":[{\"code\":\"b\",\"name\":\"乙\"}],\"next\":null}")));

        assertThat(started().rules().lists()).containsOnlyKeys("a", "b");
    }

    @Test
    void aChangeIsShownWithoutWaitingForTheCopyToAge() {
        Process process = started();
        process.rules().items();
        process.rules().columns("CF");
        process.following().look();
        names("行政处罚决定");
        API.resetRequests();
        tells("c1", "c2", "{\"kind\":\"items\",\"code\":\"CF\"}");
        tells("c2", "c2", "");
        process.following().look();
        process.following().look();

        assertThat(process.rules().items()).containsEntry("CF", "行政处罚决定");
        API.verify(1, getRequestedFor(urlPathEqualTo("/api/catalog/v1/items/CF")));
        API.verify(0, getRequestedFor(urlPathEqualTo("/api/catalog/v1/code-sets/divisions")));
    }

    @Test
    void aProcessThatStartsAnewGoesOnInTheFeedAndRenewsWhatLiesOnDisk() {
        Process earlier = started();
        earlier.rules().items();
        earlier.following().look();
        names("行政处罚决定");
        tells("c1", "c2", "{\"kind\":\"items\",\"code\":\"CF\"}");
        API.resetRequests();
        started().following().look();
        API.verify(0, getRequestedFor(urlPathEqualTo(CHANGES)).withQueryParam("after", equalTo("")));
        silent();

        assertThat(started().rules().items()).containsEntry("CF", "行政处罚决定");
    }

    @Test
    void neitherSilenceNorGarbageMovesThePlace() {
        Process process = started();
        process.rules().items();
        process.following().look();
        silent();
        process.following().look();
        API.stubFor(get(urlPathEqualTo(CHANGES)).willReturn(okJson("{\"items\":[],\"next\":null}")));
        process.following().look();
        assertThat(process.rules().items()).containsEntry("CF", "行政处罚");

        healthyApi();
        names("行政处罚决定");
        tells("c1", "c2", "{\"kind\":\"items\",\"code\":\"CF\"}");
        process.following().look();
        assertThat(process.rules().items()).containsEntry("CF", "行政处罚决定");
    }

    @Test
    void aPlaceThatTheCatalogueNoLongerKnowsMeansEverythingAnew() {
        Process process = started();
        process.rules().items();
        process.following().look();
        names("行政处罚决定");
        API.stubFor(get(urlPathEqualTo(CHANGES)).withQueryParam("after", equalTo("c1")).willReturn(aResponse().withStatus(410)
                .withHeader("Content-Type", "application/problem+json").withBody("{\"status\":410,\"code\":\"catalog.changes.cursor-unknown\"}")));
        process.following().look();

        assertThat(process.rules().items()).containsEntry("CF", "行政处罚决定");
    }

    @Test
    void whatCouldNotBeRenewedIsRenewedWithTheNextLook() {
        Process process = started();
        process.rules().items();
        process.following().look();
        tells("c1", "c2", "{\"kind\":\"items\",\"code\":\"CF\"}");
        API.stubFor(get(urlPathEqualTo("/api/catalog/v1/items")).willReturn(aResponse().withStatus(503)));
        process.following().look();
        assertThat(process.rules().items()).containsEntry("CF", "行政处罚");
        names("行政处罚决定");
        process.following().look();

        assertThat(process.rules().items()).containsEntry("CF", "行政处罚决定");
    }
}
