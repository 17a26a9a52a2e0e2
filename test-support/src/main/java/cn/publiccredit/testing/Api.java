package cn.publiccredit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Calls an API as a client would: over HTTP, with whatever token and headers. Immutable; each {@code with…} gives another. */
public final class Api {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final List<String> headers;

    private Api(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Api at(String base) {
        return new Api(base, List.of());
    }

    public Api as(Token token) {
        return with("Authorization", "Bearer " + token.value());
    }

    public Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(base, more);
    }

    /** With a purpose for reads of non-public data. */
    public Api purpose(String purpose) {
        return with("Credit-Purpose", java.net.URLEncoder.encode(purpose, java.nio.charset.StandardCharsets.UTF_8));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Posts an object as JSON; text is sent as it is. */
    public Answer post(String path, Object body) {
        return withJson().send("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return withJson().send("PUT", path, json(body));
    }

    /** Posts bytes of a content type. */
    public Answer post(String path, String contentType, byte[] body) {
        return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofByteArray(body));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(120)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Api withJson() {
        return with("Content-Type", "application/json");
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }
}
