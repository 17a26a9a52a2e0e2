package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SilentPeerTests extends ThroughTheGateway {

    private static final String ENTRIES = "/api/listing/v1/public/entries";

    @Test
    void aServiceThatIsDownIsNamedWithTheTimeToRetry() throws Exception {
        HttpResponse<String> answer = send(signedIn("/api/repair/v1/cases"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("gateway.service-unavailable", "信用修复服务暂时不可用，请在 5 秒后重试")
                .doesNotContain("127.0.0.1", "Exception");
    }

    @Test
    void aPostIsSentExactlyOnceEvenIfTheConnectionIsReset() throws Exception {
        listing.does(OddPeer.RESET);
        HttpResponse<String> answer =
                send(signedIn("/api/listing/v1/screenings").POST(BodyPublishers.ofString("{\"matter\":\"tender\"}")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("是否生效尚不能确定", "Idempotency-Key");
        assertThat(listing.requests()).isEqualTo(1);
    }

    @Test
    void aPostOnAKeptConnectionThatIsThenResetIsNotRepeated() throws Exception {
        assertThat(send(to(ENTRIES)).statusCode()).isEqualTo(200);
        listing.does(OddPeer.RESET);
        assertThat(send(signedIn("/api/listing/v1/cases").POST(BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(503);
        assertThat(listing.requests()).isEqualTo(2);
    }

    @Test
    void aServiceThatKeepsSilentIsGivenUpAfterTheTimeLimit() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        listing.does((_, _) -> enough.await());
        try {
            HttpResponse<String> answer = send(to(ENTRIES).header("Accept-Language", "en"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("The listing service is unavailable at the moment");
        } finally {
            enough.countDown();
        }
    }

    @Test
    void aServiceThatTalksRubbishIsNotPassedOn() throws Exception {
        listing.does((connection, _) -> {
            OddPeer.say(connection, "220 mail.example ESMTP\r\n\r\n");
            connection.close();
        });
        HttpResponse<String> answer = send(to(ENTRIES));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("ESMTP");
    }

    @Test
    void theBreakerSparesADeadServiceAndFindsOutByItselfThatItIsBack() throws Exception {
        listing.does(OddPeer.RESET);
        for (int i = 0; i < 4; i++) {
            assertThat(send(to(ENTRIES)).statusCode()).isEqualTo(503);
        }
        int before = listing.requests();
        HttpResponse<String> spared = send(to(ENTRIES).header("X-Forwarded-For", "203.0.113.20"));
        assertThat(spared.statusCode()).isEqualTo(503);
        assertThat(spared.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(listing.requests()).isEqualTo(before);
        assertThat(send(to("/api/subject/v1/public/subjects")).statusCode()).isEqualTo(200);

        listing.does(OddPeer.OK);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            time.pass(Duration.ofSeconds(1));
            assertThat(send(to(ENTRIES)).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void errorsThatAServiceWordedPassUnchangedAndDoNotOpenTheBreaker() throws Exception {
        subject.answers(500, "application/problem+json", "{\"code\":\"request.failed\"}");
        for (int i = 0; i < 8; i++) {
            HttpResponse<String> answer = send(signedIn("/api/subject/v1/subjects"));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"code\":\"request.failed\"}");
        }
        subject.answers(503, "application/problem+json", "{\"code\":\"peer.unavailable\"}");
        for (int i = 0; i < 5; i++) {
            assertThat(send(signedIn("/api/subject/v1/subjects")).body()).contains("peer.unavailable");
        }
        subject.answers(404, "application/problem+json", "{}");
        assertThat(send(signedIn("/api/subject/v1/subjects")).statusCode()).isEqualTo(404);
    }

    @Test
    void aPersonWhoseBrowserFindsThePortalDownGetsAPage() throws Exception {
        portal.answers(exchange -> exchange.close());
        HttpResponse<String> page = send(to("/").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("门户网站暂时不可用");
    }
}
