package cn.publiccredit.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class PeerCallsTests {

    private static final WireMockServer PEER = new WireMockServer(options().dynamicPort());
    private static final Token CLERK = Token.of("dept-market", "department-user");

    @Autowired
    Api api;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void peer(DynamicPropertyRegistry registry) {
        PEER.start();
        registry.add("credit.peers.other.url", PEER::baseUrl);
    }

    @AfterAll
    static void stopPeer() {
        PEER.stop();
    }

    @BeforeEach
    void healthyPeer() {
        PEER.resetAll();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        answers(okJson("{\"value\":\"事实\"}"));
    }

    private static void answers(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        PEER.stubFor(get("/fact").willReturn(answer));
    }

    private Answer ask() {
        return api.as(CLERK).get("/api/sample/v1/relayed");
    }

    @Test
    void theCallersTokenIsRelayed() {
        Token token = CLERK;
        Answer answer = api.as(token).get("/api/sample/v1/relayed").expect(200);
        assertThat(answer.at("/value")).isEqualTo("事实");
        PEER.verify(getRequestedFor(urlEqualTo("/fact")).withHeader("Authorization", matching("Bearer ey.+")));
        String sent = PEER.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");
        assertThat(claims(sent)).contains("\"preferred_username\":\"dept-market\"");
    }

    @Test
    void forItselfTheServiceUsesItsOwnToken() {
        api.as(CLERK).get("/api/sample/v1/own").expect(200);
        String sent = PEER.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");
        assertThat(claims(sent)).contains("platform-service").doesNotContain("dept-market");
    }

    @Test
    void aPeerThatIsDownIsA503ThatNamesItAndSaysWhenToRetry() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        Answer answer = ask().expect(503);
        assertThat(answer.at("/code")).isEqualTo("peer.unavailable");
        assertThat(answer.at("/detail")).contains("名单服务");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @Test
    void nothingIsAskedTwice() {
        answers(aResponse().withStatus(503).withHeader("Retry-After", "1"));
        ask().expect(503);
        PEER.verify(1, getRequestedFor(urlEqualTo("/fact")));
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        ask().expect(503);
        PEER.verify(2, getRequestedFor(urlEqualTo("/fact")));
    }

    @Test
    void theConfiguredTimeLimitIsTheRealOne() {
        // The library's own limit is one second: an answer after that and within ours (4 s) must come through.
        // Both bounds lie seconds away from the limits they tell apart, for a slow machine shall not fail this.
        answers(okJson("{\"value\":\"late\"}").withFixedDelay(1_500));
        ask().expect(200);
        answers(okJson("{\"value\":\"too late\"}").withFixedDelay(20_000));
        long started = System.nanoTime();
        ask().expect(503);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofMillis(3_950), Duration.ofSeconds(15));
    }

    @Test
    void anAnswerThatDripsInEndsAtTheTimeLimit() {
        answers(okJson("{\"value\":\"slow\"}").withChunkedDribbleDelay(30, 20_000));
        long started = System.nanoTime();
        ask().expect(503);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void garbageIsAFailureAndNeverAFact() {
        answers(aResponse().withStatus(200).withHeader("Content-Type", "application/json").withBody("<html>oops"));
        ask().expect(503);
    }

    @Test
    void aRefusalOfThePeerReachesTheCallerAsItIs() {
        answers(aResponse().withStatus(403).withHeader("Content-Type", "application/problem+json").withBody(
                "{\"type\":\"urn:problem:consent.required\",\"title\":\"无权操作\",\"status\":403,\"detail\":\"需要授权\","
                        + "\"code\":\"consent.required\"}"));
        Answer answer = ask().expect(403);
        assertThat(answer.at("/code")).isEqualTo("consent.required");
        assertThat(answer.at("/detail")).isEqualTo("需要授权");
    }

    @Test
    void refusalsDoNotOpenTheBreakerButFailuresDoAndItRecoversByItself() {
        answers(aResponse().withStatus(404).withBody("{}"));
        for (int i = 0; i < 8; i++) {
            ask();
        }
        answers(okJson("{\"value\":\"事实\"}"));
        ask().expect(200);

        answers(aResponse().withStatus(500));
        for (int i = 0; i < 4; i++) {
            ask().expect(503);
        }
        PEER.resetRequests();
        ask().expect(503);
        assertThat(PEER.getAllServeEvents()).as("an open breaker spares the peer").isEmpty();

        answers(okJson("{\"value\":\"事实\"}"));
        await().untilAsserted(() -> ask().expect(200));
    }

    private static String claims(String header) {
        String payload = header.substring("Bearer ".length()).split("\\.")[1];
        return new String(Base64.getUrlDecoder().decode(payload), java.nio.charset.StandardCharsets.UTF_8);
    }
}
