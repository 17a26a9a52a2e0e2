package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.gateway.identity.CorsSettings;
import cn.publiccredit.gateway.identity.IssuerSettings;
import cn.publiccredit.gateway.limit.LimitSettings;
import cn.publiccredit.gateway.limit.LimitSettings.Budget;
import cn.publiccredit.gateway.origin.OriginSettings;
import cn.publiccredit.gateway.route.BodySettings;
import cn.publiccredit.gateway.route.BodySettings.Larger;
import cn.publiccredit.gateway.route.BreakerSettings;
import cn.publiccredit.gateway.route.PeerSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** Pins what holds when nobody sets anything. */
class SettingsTests {

    private final StandardEnvironment environment = new StandardEnvironment();

    SettingsTests() throws IOException {
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
    }

    @Test
    void peersAreOnThisMachineAndHaveAMinuteToAnswer() {
        PeerSettings peers = bound("peers", PeerSettings.class);
        assertThat(peers.urls())
                .containsEntry("catalog", URI.create("http://localhost:8081"))
                .containsEntry("subject", URI.create("http://localhost:8082"))
                .containsEntry("listing", URI.create("http://localhost:8083"))
                .containsEntry("repair", URI.create("http://localhost:8084"))
                .containsEntry("report", URI.create("http://localhost:8085"))
                .containsEntry("portal", URI.create("http://localhost:8086"));
        assertThat(peers.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(peers.responseTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(peers.connections()).isEqualTo(256);
        assertThat(peers.leaseTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(peers.idle()).isEqualTo(Duration.ofSeconds(10));
        assertThat(peers.validateAfter()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void limitsAreThoseOfTheManual() {
        LimitSettings limits = bound("limits", LimitSettings.class);
        assertThat(limits.anonymous()).isEqualTo(new Budget(20, 60));
        assertThat(limits.token()).isEqualTo(new Budget(200, 400));
        assertThat(limits.pages()).isEqualTo(new Budget(50, 200));
        assertThat(limits.trusted()).isEqualTo(new Budget(2000, 4000));
        assertThat(limits.trustedAddresses()).isEmpty();
        assertThat(limits.clients()).containsOnlyKeys("portal").containsEntry("portal", new Budget(2000, 4000));
        assertThat(limits.remembered()).isEqualTo(100_000);
    }

    @Test
    void bodiesAreBounded() {
        BodySettings body = bound("body", BodySettings.class);
        assertThat(body.usual()).isEqualTo(DataSize.ofMegabytes(10));
        assertThat(body.pages()).isEqualTo(DataSize.ofGigabytes(2));
        assertThat(body.larger()).containsExactly(
                new Larger("/api/subject/v1/batches", DataSize.ofGigabytes(2)),
                new Larger("/api/subject/v1/consents", DataSize.ofMegabytes(64)),
                new Larger("/api/report/v1/public/verifications", DataSize.ofMegabytes(64)));
    }

    @Test
    void breakersJudgeByTenCallsAndWaitTenSeconds() {
        set("credit.gateway.breaker.window", "20");
        assertThat(bound("breaker", BreakerSettings.class))
                .isEqualTo(new BreakerSettings(50, 20, 10, Duration.ofSeconds(10), 3));
    }

    @Test
    void nobodyIsTrustedAndTheIssuerIsTheLocalRealm() {
        OriginSettings origin = bound("origin", OriginSettings.class);
        assertThat(origin.trustedProxies()).isEmpty();
        assertThat(origin.metricsFrom()).containsExactly("127.0.0.0/8", "::1");
        assertThat(bound("cors", CorsSettings.class).allowedOrigins()).isEmpty();
        IssuerSettings issuer = bound("issuer", IssuerSettings.class);
        assertThat(issuer.uri()).isEqualTo("http://localhost:8180/realms/credit");
        assertThat(issuer.keys()).hasToString("http://localhost:8180/realms/credit/protocol/openid-connect/certs");
    }

    @Test
    void settingsComeFromTheEnvironment() {
        set("SUBJECT_URL", "http://subject:8082");
        set("KEYCLOAK_ISSUER", "https://id.example.cn/realms/credit");
        set("TRUSTED_PROXIES", "10.0.0.0/8,fd00::/8");
        assertThat(bound("peers", PeerSettings.class).urls()).containsEntry("subject", URI.create("http://subject:8082"));
        assertThat(bound("issuer", IssuerSettings.class).keys())
                .hasToString("https://id.example.cn/realms/credit/protocol/openid-connect/certs");
        assertThat(bound("origin", OriginSettings.class).trustedProxies()).containsExactly("10.0.0.0/8", "fd00::/8");
    }

    @Test
    void aMistypedKeyStopsTheStart() {
        set("credit.gateway.body.ususal", "20MB");
        assertThatThrownBy(() -> bound("body", BodySettings.class)).isInstanceOf(BindException.class);
    }

    private void set(String key, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource(key, java.util.Map.of(key, value)));
    }

    private <T> T bound(String part, Class<T> type) {
        return Binder.get(environment).bind("credit.gateway." + part, Bindable.of(type),
                new NoUnboundElementsBindHandler(BindHandler.DEFAULT)).get();
    }
}
