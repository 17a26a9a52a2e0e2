package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TokenTests extends ThroughTheGateway {

    @Test
    void aCallWithoutTokenIsRefusedInChineseWithWhatToDo() throws Exception {
        HttpResponse<String> answer = send(to("/api/subject/v1/subjects"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"credit\"");
        assertThat(answer.body())
                .contains("\"code\":\"gateway.unauthenticated\"", "\"type\":\"urn:problem:gateway.unauthenticated\"")
                .contains("请先登录");
        assertThat(subject.asked()).isEmpty();
    }

    @Test
    void aGoodTokenOpensTheDoorAndGoesOnToTheService() throws Exception {
        assertThat(send(signedIn("/api/subject/v1/subjects")).statusCode()).isEqualTo(200);
        assertThat(subject.last().headers().getFirst("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void aForgedTokenIsRefused() throws Exception {
        assertRefused(issuer.forged());
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        Instant past = Instant.now().minusSeconds(3600);
        assertRefused(issuer.token(c -> c.issueTime(Date.from(past)).expirationTime(Date.from(past.plusSeconds(60)))));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        assertRefused(issuer.token(c -> c.issuer("http://elsewhere.test/realms/credit")));
    }

    @Test
    void aTokenWithAKeyThatNobodyKnowsIsRefusedHoweverOftenItIsTried() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertRefused(issuer.unknownKey());
        }
        assertThat(send(signedIn("/api/subject/v1/subjects")).statusCode()).isEqualTo(200);
    }

    @Test
    void rubbishAndUnsignedTokensAreRefused() throws Exception {
        assertRefused("rubbish");
        assertRefused("eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwOi8vaXNzdWVyLnRlc3QvcmVhbG1zL2NyZWRpdCJ9.");
    }

    @Test
    void publicPathsAndRuleBooksNeedNoToken() throws Exception {
        assertThat(send(to("/api/subject/v1/public/subjects?q=x")).statusCode()).isEqualTo(200);
        assertThat(send(to("/api/catalog/v1/items")).statusCode()).isEqualTo(200);
        assertThat(send(to("/api/subject/v1/openapi")).statusCode()).isEqualTo(200);
        assertThat(send(to("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void changingARuleBookNeedsAToken() throws Exception {
        assertThat(send(to("/api/catalog/v1/items").POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(401);
        assertThat(catalog.asked()).isEmpty();
    }

    @Test
    void aBadTokenIsNotOverlookedOnAnOpenPath() throws Exception {
        HttpResponse<String> answer =
                send(to("/api/catalog/v1/items").header("Authorization", "Bearer " + issuer.forged()));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenInTheQueryDoesNotCount() throws Exception {
        String target = "/api/subject/v1/subjects?access_token=" + issuer.token("demo-bank", "someone");
        assertThat(send(to(target)).statusCode()).isEqualTo(401);
    }

    private void assertRefused(String token) throws Exception {
        HttpResponse<String> answer = send(to("/api/subject/v1/subjects").header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
        assertThat(answer.body()).contains("gateway.unauthenticated").doesNotContain("Exception");
        assertThat(subject.asked()).isEmpty();
    }
}
