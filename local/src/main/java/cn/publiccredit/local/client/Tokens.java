package cn.publiccredit.local.client;

import cn.publiccredit.local.suite.Suite;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Access tokens of the local realm's accounts, fetched when needed and again before they run out. */
final class Tokens {

    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final URI endpoint;
    private final Map<Map<String, String>, Token> held = new ConcurrentHashMap<>();

    Tokens(Suite suite) {
        this(suite.tokenEndpoint());
    }

    Tokens(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Of a user, by the public client for scripts. */
    String ofUser(String client, String name, String password) {
        return token(Map.of("grant_type", "password", "client_id", client, "username", name, "password", password));
    }

    /** Of a client's own account. */
    String ofClient(String client, String secret) {
        return token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private String token(Map<String, String> form) {
        return held.compute(form, (same, token) -> token == null || token.isOver() ? fetch(form) : token).value();
    }

    private Token fetch(Map<String, String> form) {
        String body = form.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        JsonNode answer = Http.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body)).build()).expect(200).json();
        long lasts = Duration.ofSeconds(answer.path("expires_in").asLong()).minus(LEEWAY).toNanos();
        return new Token(answer.path("access_token").asString(), System.nanoTime() + lasts);
    }

    private record Token(String value, long goodUntil) {

        boolean isOver() {
            return System.nanoTime() > goodUntil;
        }
    }
}
