package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PassingOnTests extends ThroughTheGateway {

    @Test
    void theTargetArrivesAsItWasSent() throws Exception {
        String target = "/api/subject/v1/public/subjects?q=%E5%90%88%E8%82%A5&flag&b=2&a=1&b=%2B+x";
        assertThat(send(to(target)).statusCode()).isEqualTo(200);
        assertThat(subject.last().target()).isEqualTo(target);
    }

    @Test
    void aFormArrivesByteForByte() throws Exception {
        AtomicReference<String> body = new AtomicReference<>();
        portal.answers(exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            TestPeer.answer(exchange, 200, "text/html", "ok");
        });
        String form = "q=%E5%90%88%E8%82%A5&&empty=&b=1&a=2&b=1";
        send(to("/login?b=1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(body).hasValue(form);
        assertThat(portal.last().headers().getFirst("Content-Length")).isEqualTo("" + form.length());
    }

    @Test
    void thePortalLearnsTheAddressThatTheBrowserUsed() throws Exception {
        send(to("/login"));
        var headers = portal.last().headers();
        assertThat(headers.getFirst("X-Forwarded-Host")).isEqualTo("localhost:" + port);
        assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo("" + port);
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatATrustedProxySaysAboutTheOutsideIsPassedOn() throws Exception {
        HttpResponse<String> answer = send(to("/login")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "credit.example.cn"));
        var headers = portal.last().headers();
        assertThat(headers.getFirst("X-Forwarded-Host")).isEqualTo("credit.example.cn");
        assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo("443");
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(headers.get("X-Forwarded-For")).containsExactly("203.0.113.9");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void cookiesAreForThePortalOnly() throws Exception {
        portal.answers(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "SESSION=1; HttpOnly; SameSite=Lax");
            TestPeer.answer(exchange, 200, "text/html", "ok");
        });
        HttpResponse<String> page = send(to("/").header("Cookie", "SESSION=1"));
        assertThat(portal.last().headers().getFirst("Cookie")).isEqualTo("SESSION=1");
        assertThat(page.headers().firstValue("Set-Cookie")).hasValue("SESSION=1; HttpOnly; SameSite=Lax");

        send(to("/api/subject/v1/public/subjects").header("Cookie", "SESSION=1"));
        assertThat(subject.last().headers().getFirst("Cookie")).isNull();
    }

    @Test
    void aRedirectIsPassedOnAndNotFollowed() throws Exception {
        portal.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:8180/realms/credit/auth?x=1");
            TestPeer.answer(exchange, 302, "text/html", "");
        });
        HttpResponse<String> answer = send(to("/login"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:8180/realms/credit/auth?x=1");
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void aSaneCorrelationIdIsKeptAndAnyOtherReplaced() throws Exception {
        HttpResponse<String> kept =
                send(to("/api/subject/v1/public/subjects").header("X-Correlation-Id", "case-2026-0001"));
        assertThat(kept.headers().allValues("X-Correlation-Id")).containsExactly("case-2026-0001");
        assertThat(subject.last().headers().get("X-Correlation-Id")).containsExactly("case-2026-0001");

        HttpResponse<String> replaced =
                send(to("/api/subject/v1/public/subjects").header("X-Correlation-Id", "<script>alert(1)</script>"));
        String given = replaced.headers().firstValue("X-Correlation-Id").orElseThrow();
        assertThat(given).matches("[0-9a-f-]{36}");
        assertThat(subject.last().headers().get("X-Correlation-Id")).containsExactly(given);
    }

    @Test
    void aTraceIsContinuedOrBegun() throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        send(to("/api/subject/v1/public/subjects").header("traceparent", trace));
        assertThat(subject.last().headers().get("traceparent")).containsExactly(trace);
        send(to("/api/subject/v1/public/subjects"));
        assertThat(subject.last().headers().getFirst("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void apiAnswersAreSafeInABrowserAndTheServiceMayDiffer() throws Exception {
        subject.answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.getResponseHeaders().add("Cache-Control", "private, max-age=60");
            TestPeer.answer(exchange, 200, "text/csv;charset=GB18030", "x");
        });
        HttpResponse<String> answer = send(signedIn("/api/subject/v1/batches/1/rejects"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=60");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/csv;charset=GB18030");
        assertThat(send(to("/")).headers().firstValue("Content-Security-Policy")).isEmpty();
    }

    @Test
    void headAndNotModifiedHaveNoBody() throws Exception {
        catalog.answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        });
        HttpResponse<String> answer = send(to("/api/catalog/v1/items").header("If-None-Match", "\"7\""));
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(catalog.last().headers().getFirst("If-None-Match")).isEqualTo("\"7\"");
        catalog.answers(200, "application/json", "");
        assertThat(send(to("/api/catalog/v1/items").HEAD()).statusCode()).isEqualTo(200);
        assertThat(catalog.last().method()).isEqualTo("HEAD");
    }

    @Test
    void onlyAllowedOriginsMayCallFromABrowser() throws Exception {
        var preflight = to("/api/subject/v1/subjects").method("OPTIONS", BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "GET");
        HttpResponse<String> allowed = send(preflight.copy().header("Origin", "https://app.example.cn"));
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.cn");
        HttpResponse<String> refused = send(preflight.copy().header("Origin", "https://evil.example"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(subject.asked()).isEmpty();
    }
}
