package cn.publiccredit.local.client;

import cn.publiccredit.local.suite.Suite;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway, seen by somebody: everybody's calls, a user's or a client's. Immutable; each {@code with} gives another. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI gateway;
    private final Tokens tokens;
    private final @Nullable Supplier<String> token;
    private final List<String> headers;

    private Door(URI gateway, Tokens tokens, @Nullable Supplier<String> token, List<String> headers) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.token = token;
        this.headers = headers;
    }

    /** Anyone, without a token. */
    public static Door of(Suite suite) {
        return new Door(suite.gateway(), new Tokens(suite), null, List.of());
    }

    /** A user of the local realm, whose password is the user name. */
    public Door as(String user) {
        return new Door(gateway, tokens, () -> tokens.ofUser("credit-cli", user, user), headers);
    }

    /** A client of the local realm, whose secret is its id. */
    public Door asClient(String client) {
        return new Door(gateway, tokens, () -> tokens.ofClient(client, client), headers);
    }

    public Door with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Door(gateway, tokens, token, more);
    }

    /** With the purpose of a read. */
    public Door purpose(String purpose) {
        return with("Credit-Purpose", encoded(purpose));
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Posts an object as JSON. */
    public Reply post(String path, Object body) {
        return with("Content-Type", "application/json")
                .send("POST", path, BodyPublishers.ofString(Reply.JSON.writeValueAsString(body)));
    }

    /** Posts nothing but the address. */
    public Reply post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** Posts a file. */
    public Reply post(String path, String contentType, byte[] file) {
        return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofByteArray(file));
    }

    /** Posts a file that need not fit into memory. */
    public Reply post(String path, String contentType, Path file) {
        try {
            return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return Http.send(request.build());
    }

    /** A text as part of an address or header. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
