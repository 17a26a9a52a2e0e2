package cn.publiccredit.portal.api;

import cn.publiccredit.portal.settings.PortalSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's API as pages use it: anonymous for public data, with the signed-in person's token otherwise. */
@Component
public class CreditApi {

    /** Of a whole edition thousands of things can be wrong at once. */
    private static final int LARGEST_PROBLEM = 4 << 20;

    private final RestClient http;
    private final JsonMapper json;
    private final ReaderIdentity reader;

    CreditApi(PortalSettings settings, JsonMapper json, ReaderIdentity reader, RestClient.Builder builder) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeLimit()).build());
        requests.setReadTimeout(settings.timeLimit());
        this.http = builder.baseUrl(settings.gateway().toString()).requestFactory(requests).build();
        this.json = json;
        this.reader = reader;
    }

    /** The JSON at this path for anybody. @throws ApiFailure when the API refuses or does not answer */
    public JsonNode open(String path, Object... variables) {
        return read(HttpMethod.GET, path, variables, headers -> {}, null);
    }

    /**
     * Every item of a list for anybody, page after page.
     *
     * @param path of the first page
     */
    public List<JsonNode> openAll(String path, Object... variables) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = open(path, variables);
        String next = next(page, "");
        page.path("items").forEach(all::add);
        Object[] more = Arrays.copyOf(variables, variables.length + 1);
        while (!next.isEmpty()) {
            more[variables.length] = next;
            page = open(path + (path.contains("?") ? "&" : "?") + "after={after}", more);
            page.path("items").forEach(all::add);
            next = next(page, next);
        }
        return all;
    }

    private static String next(JsonNode page, String before) {
        String next = page.path("next").asString("");
        if (!page.path("items").isArray() || (!next.isEmpty() && next.equals(before))) {
            throw new ApiFailure(503, "gateway.foreign-answer", "");
        }
        return next;
    }

    /** As {@link #open}, empty when there is nothing. */
    public Optional<JsonNode> openIfThere(String path, Object... variables) {
        try {
            return Optional.of(open(path, variables));
        } catch (ApiFailure failure) {
            if (failure.status() == 404) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The JSON at this path for the person who is signed in. */
    public JsonNode personal(String path, Object... variables) {
        return read(HttpMethod.GET, path, variables, this::sign, null);
    }

    /** As {@link #personal}, with the purpose that a read of what is not public declares. */
    public JsonNode personalFor(String purpose, String path, Object... variables) {
        return read(HttpMethod.GET, path, variables, headers -> {
            sign(headers);
            declare(purpose, headers);
        }, null);
    }

    /**
     * An answer with its entity tag, which a change of it has to name.
     *
     * @param tag in quotes; empty when there was none
     */
    public record Tagged(JsonNode body, String tag) {}

    /** As {@link #personal}, with the tag. */
    public Tagged personalTagged(String path, Object... variables) {
        AtomicReference<String> tag = new AtomicReference<>("");
        JsonNode body = request(HttpMethod.GET, path, variables, this::sign, null, answer -> {
            tag.set(Objects.requireNonNullElse(answer.getHeaders().getETag(), ""));
            return json.readTree(answer.getBody());
        });
        return new Tagged(body, Objects.requireNonNullElse(tag.get(), ""));
    }

    /** Sends JSON as the person who is signed in, about what carries this tag. */
    public JsonNode change(String path, String tag, Object body, Object... variables) {
        return send(path, MediaType.APPLICATION_JSON, new ByteArrayInputStream(json.writeValueAsBytes(body)),
                headers -> headers.set(HttpHeaders.IF_MATCH, tag), variables);
    }

    /**
     * What a form was shown with; either may be empty.
     *
     * @param key by which the API knows it when it is sent twice
     * @param tag of what was read, which must still be so
     */
    public record Ticket(String key, String tag) {}

    /** Sends JSON as the person who is signed in, once however often the form is sent. */
    public JsonNode post(Ticket ticket, String path, Object body, Object... variables) {
        return send(path, MediaType.APPLICATION_JSON, new ByteArrayInputStream(json.writeValueAsBytes(body)),
                headers -> present(ticket, headers), variables);
    }

    /** Sends a form with a file as the person who is signed in, once however often it is sent. */
    public JsonNode post(Ticket ticket, String path, FormWithFile form) {
        return send(path, form.type(), new ByteArrayInputStream(form.bytes()), headers -> present(ticket, headers));
    }

    /** Puts JSON, as somebody wrote it, in the place of what carries this tag. */
    public JsonNode put(String path, String tag, String text, Object... variables) {
        return read(HttpMethod.PUT, path, variables, headers -> {
            sign(headers);
            headers.setContentType(MediaType.APPLICATION_JSON);
            headers.set(HttpHeaders.IF_MATCH, tag);
        }, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #post}, of JSON as somebody wrote it. */
    public JsonNode postText(Ticket ticket, String path, String text, Object... variables) {
        return send(path, MediaType.APPLICATION_JSON, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                headers -> present(ticket, headers), variables);
    }

    private static void present(Ticket ticket, HttpHeaders headers) {
        if (!ticket.key().isEmpty()) {
            headers.set("Idempotency-Key", ticket.key());
        }
        if (!ticket.tag().isEmpty()) {
            headers.set(HttpHeaders.IF_MATCH, ticket.tag());
        }
    }

    /** Takes back what carries this tag. */
    public void remove(String path, String tag, Object... variables) {
        request(HttpMethod.DELETE, path, variables, headers -> {
            sign(headers);
            headers.set(HttpHeaders.IF_MATCH, tag);
        }, null, answer -> json.nullNode());
    }

    /** Sends a stream as the person who is signed in; the stream is passed on as it is read. */
    public JsonNode send(String path, MediaType type, InputStream body, Consumer<HttpHeaders> more, Object... variables) {
        return read(HttpMethod.POST, path, variables, headers -> {
            sign(headers);
            headers.setContentType(type);
            more.accept(headers);
        }, new InputStreamResource(body));
    }

    /** Sends a stream as anybody. */
    public JsonNode sendOpen(String path, MediaType type, InputStream body) {
        return read(HttpMethod.POST, path, new Object[0], headers -> headers.setContentType(type),
                new InputStreamResource(body));
    }

    /** Passes the bytes of a download on to a reader of the stream, with their headers. */
    public void download(String path, Download download, Object... variables) {
        request(HttpMethod.GET, path, variables, this::sign, null, answer -> {
            download.take(answer.getHeaders(), answer.getBody());
            return json.nullNode();
        });
    }

    /** As {@link #download}, with the purpose that a read of what is not public declares. */
    public void downloadFor(String purpose, String path, Download download, Object... variables) {
        request(HttpMethod.GET, path, variables, headers -> {
            sign(headers);
            declare(purpose, headers);
        }, null, answer -> {
            download.take(answer.getHeaders(), answer.getBody());
            return json.nullNode();
        });
    }

    private static void declare(String purpose, HttpHeaders headers) {
        headers.set("Credit-Purpose", UriUtils.encode(purpose, StandardCharsets.UTF_8));
    }

    /** Takes a download while it arrives. */
    @FunctionalInterface
    public interface Download {
        void take(HttpHeaders headers, InputStream body) throws IOException;
    }

    private interface Reading {
        JsonNode of(ClientHttpResponse answer) throws IOException;
    }

    private void sign(HttpHeaders headers) {
        headers.setBearerAuth(reader.token());
    }

    private JsonNode read(
            HttpMethod method, String path, Object[] variables, Consumer<HttpHeaders> headers, @Nullable Object body) {
        return request(method, path, variables, headers, body, answer -> json.readTree(answer.getBody()));
    }

    private JsonNode request(HttpMethod method, String path, Object[] variables, Consumer<HttpHeaders> headers,
            @Nullable Object body, Reading reading) {
        try {
            RestClient.RequestBodySpec request = http.method(method).uri(path, variables).headers(headers)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
            if (body != null) {
                request.body(body);
            }
            JsonNode answer = request.exchange((sent, response) -> {
                if (response.getStatusCode().isError()) {
                    throw refused(response.getStatusCode(), response.getBody());
                }
                return reading.of(response);
            });
            return answer == null ? json.nullNode() : answer;
        } catch (ResourceAccessException e) {
            throw unavailable(e);
        }
    }

    private ApiFailure refused(HttpStatusCode status, InputStream body) throws IOException {
        String text = new String(body.readNBytes(LARGEST_PROBLEM), StandardCharsets.UTF_8);
        try {
            JsonNode problem = json.readTree(text);
            List<ApiFailure.Fault> faults = problem.path("violations").valueStream().map(violation -> new ApiFailure.Fault(
                    violation.path("field").asString(""), violation.path("message").asString(""))).toList();
            return new ApiFailure(status.value(), problem.path("code").asString(""), explanation(problem), faults);
        } catch (JacksonException notJson) {
            return new ApiFailure(status.value(), "", "");
        }
    }

    private static String explanation(JsonNode problem) {
        StringBuilder text = new StringBuilder(problem.path("detail").asString(""));
        for (JsonNode violation : problem.path("violations")) {
            text.append('\n').append(violation.path("message").asString(""));
        }
        return text.toString();
    }

    private static ApiFailure unavailable(Exception cause) {
        ApiFailure failure = new ApiFailure(503, "gateway.unreachable", "");
        failure.initCause(cause);
        return failure;
    }
}
