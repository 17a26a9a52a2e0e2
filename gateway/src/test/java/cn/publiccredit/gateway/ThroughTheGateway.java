package cn.publiccredit.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A really listening gateway with stand-ins behind it; one for all test classes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {
    "credit.gateway.peers.response-timeout=5s",
    "credit.gateway.breaker.open-for=3s",
    "credit.gateway.breaker.minimum-calls=4",
    "credit.gateway.breaker.window=4",
    "credit.gateway.body.usual=100KB",
    "credit.gateway.body.larger[0].path=/api/subject/v1/batches",
    "credit.gateway.body.larger[0].limit=2GB",
    "credit.gateway.body.larger[1].path=/api/listing/v1/uploads",
    "credit.gateway.body.larger[1].limit=2GB",
    "credit.gateway.limits.anonymous.rate=5",
    "credit.gateway.limits.anonymous.burst=10",
    "credit.gateway.limits.token.rate=10",
    "credit.gateway.limits.token.burst=20",
    "credit.gateway.limits.clients.large.rate=50",
    "credit.gateway.limits.clients.large.burst=100",
    "credit.gateway.origin.trusted-proxies=127.0.0.1",
    "credit.gateway.cors.allowed-origins=https://app.example.cn"
})
@Import(HandMovedTime.class)
abstract class ThroughTheGateway {

    static final TestIssuer issuer = new TestIssuer();
    static final TestPeer subject = new TestPeer();
    static final TestPeer catalog = new TestPeer();
    static final TestPeer portal = new TestPeer();
    static final OddPeer listing = new OddPeer();
    static final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    HandMovedTime time;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        settings.add("credit.gateway.issuer.uri", () -> TestIssuer.URI);
        settings.add("credit.gateway.issuer.keys", issuer::keysUrl);
        settings.add("credit.gateway.peers.urls.subject", subject::url);
        settings.add("credit.gateway.peers.urls.catalog", catalog::url);
        settings.add("credit.gateway.peers.urls.portal", portal::url);
        settings.add("credit.gateway.peers.urls.listing", listing::url);
        // Nobody listens there.
        settings.add("credit.gateway.peers.urls.repair", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void startAfresh() {
        subject.forget();
        catalog.forget();
        portal.forget();
        listing.forget();
        time.pass(Duration.ofMinutes(1));
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    URI at(String target) {
        return URI.create("http://localhost:" + port + target);
    }

    HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(at(target)).timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder signedIn(String target) {
        return to(target).header("Authorization", "Bearer " + issuer.token("demo-bank", "someone"));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
