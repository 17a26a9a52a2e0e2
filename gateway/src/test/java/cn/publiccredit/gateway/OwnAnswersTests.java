package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAnswersTests extends ThroughTheGateway {

    @Test
    void anUnknownApiIsNotThePortalsBusiness() throws Exception {
        HttpResponse<String> answer = send(to("/api/nonsense/v1/things"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("gateway.no-such-api", "没有这个接口", "\"instance\":\"/api/nonsense/v1/things\"");
        assertThat(send(to("/api")).body()).contains("gateway.no-such-api");
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void errorsAreInEnglishForThoseWhoAskForIt() throws Exception {
        HttpResponse<String> answer = send(to("/api/nonsense").header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5"));
        assertThat(answer.body()).contains("\"title\":\"Not Found\"", "There is no such API");
        assertThat(send(to("/api/nonsense").header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")).body())
                .contains("没有这个接口");
        assertThat(send(to("/api/nonsense").header("Accept-Language", "fr")).body()).contains("没有这个接口");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/subject/v1/public/../../../actuator/env",
        "/api/subject/v1/public/..;/..;/actuator/env",
        "/api/subject/v1/public/%2e%2e/subjects",
        "/api/subject/v1/public/x%2fy",
        "/api//subject/v1/subjects",
        "/%zz"
    })
    void aPathThatCouldMeanTwoThingsIsRefused(String target) throws Exception {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("gateway.bad-request");
        assertThat(subject.asked()).isEmpty();
        assertThat(portal.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW", "PROPFIND"})
    void anUnknownMethodIsRefused(String method) throws Exception {
        String answer = raw(method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405").contains("gateway.method-not-allowed", "application/problem+json");
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void smugglingByTwoLengthsIsRefused() throws Exception {
        String answer = raw("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabc");
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void onlyHealthAndMetricsAreShownAndNobodyElsesActuatorIsReached() throws Exception {
        assertThat(send(to("/actuator/health")).body()).contains("\"UP\"").doesNotContain("components");
        assertThat(send(to("/actuator/health/readiness")).statusCode()).isEqualTo(200);
        assertThat(send(to("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(send(to("/actuator")).statusCode()).isEqualTo(404);
        assertThat(send(to("/actuator/prometheus").header("X-Forwarded-For", "203.0.113.30")).statusCode())
                .isEqualTo(401);
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void metricsTellRoutesAndBreakers() throws Exception {
        send(to("/api/subject/v1/public/subjects"));
        assertThat(send(to("/actuator/prometheus")).body())
                .contains("gateway_calls_seconds_count{outcome=\"2xx\",route=\"subject\"")
                .contains("resilience4j_circuitbreaker_state{group=\"subject\",name=\"subject\"");
    }

    @Test
    void onePageShowsTheDocumentsOfAllServices() throws Exception {
        HttpResponse<String> entry = send(to("/api/docs"));
        assertThat(entry.statusCode()).isEqualTo(302);
        HttpResponse<String> page = send(to(entry.headers().firstValue("Location").orElseThrow()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
        assertThat(send(to("/api/swagger-ui/swagger-initializer.js")).body()).contains("/api/docs/openapi/swagger-config");
        assertThat(send(to("/api/docs/openapi/swagger-config")).body())
                .contains("/api/catalog/v1/openapi", "/api/subject/v1/openapi", "/api/listing/v1/openapi")
                .contains("/api/repair/v1/openapi", "/api/report/v1/openapi");
        assertThat(portal.asked()).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
