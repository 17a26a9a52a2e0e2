package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTests extends ThroughTheGateway {

    private static final String PUBLIC = "/api/subject/v1/public/subjects";

    @Test
    void everyApiAnswerTellsWhatIsLeft() throws Exception {
        HttpResponse<String> first = send(to(PUBLIC));
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"anonymous\";q=10;w=2");
        assertThat(first.headers().firstValue("RateLimit")).hasValue("\"anonymous\";r=9;t=1");
        assertThat(first.headers().firstValue("RateLimit-Limit")).hasValue("10");
        assertThat(first.headers().firstValue("RateLimit-Remaining")).hasValue("9");
        assertThat(first.headers().firstValue("RateLimit-Reset")).hasValue("1");
        assertThat(send(to("/api/subject/v1/subjects")).headers().firstValue("RateLimit-Remaining")).hasValue("8");
    }

    @Test
    void whoeverUsesUpTheBudgetIsTurnedAwayUntilItRefills() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send(to(PUBLIC)).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = send(to(PUBLIC));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("RateLimit-Remaining")).hasValue("0");
        assertThat(refused.body()).contains("gateway.rate-limited", "请求过于频繁，请在 1 秒后重试");
        assertThat(subject.asked()).hasSize(10);

        time.pass(Duration.ofMillis(200));
        assertThat(send(to(PUBLIC)).statusCode()).isEqualTo(200);
        assertThat(send(to(PUBLIC)).statusCode()).isEqualTo(429);
    }

    @Test
    void twoClientsDoNotShareABudget() throws Exception {
        String one = issuer.token("demo-bank", "a");
        String other = issuer.token("demo-platform", "a");
        for (int i = 0; i < 20; i++) {
            assertThat(as(one).statusCode()).isEqualTo(200);
        }
        assertThat(as(one).statusCode()).isEqualTo(429);
        assertThat(as(other).statusCode()).isEqualTo(200);
        assertThat(as(issuer.token("demo-bank", "b")).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientMayHaveABudgetOfItsOwn() throws Exception {
        HttpResponse<String> answer = as(issuer.token("large", "service-account-large"));
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=100;w=2");
    }

    @Test
    void badTokensUseUpTheBudgetOfTheirSender() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(as("rubbish").statusCode()).isEqualTo(401);
        }
        assertThat(as("rubbish").statusCode()).isEqualTo(429);
    }

    @Test
    void addressesBehindATrustedProxyAreToldApart() throws Exception {
        for (int i = 0; i < 10; i++) {
            send(to(PUBLIC).header("X-Forwarded-For", "203.0.113.7"));
        }
        assertThat(send(to(PUBLIC).header("X-Forwarded-For", "203.0.113.7")).statusCode()).isEqualTo(429);
        assertThat(send(to(PUBLIC).header("X-Forwarded-For", "203.0.113.8")).statusCode()).isEqualTo(200);
        // What stands further left is the sender's own claim.
        assertThat(send(to(PUBLIC).header("X-Forwarded-For", "198.51.100.1, 203.0.113.7")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void pagesHaveABudgetOfTheirOwn() throws Exception {
        for (int i = 0; i < 10; i++) {
            send(to(PUBLIC));
        }
        HttpResponse<String> page = send(to("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("RateLimit")).isEmpty();
    }

    private HttpResponse<String> as(String token) throws Exception {
        return send(to("/api/subject/v1/subjects").header("Authorization", "Bearer " + token));
    }
}
