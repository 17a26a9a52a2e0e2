package cn.publiccredit.portal.api;

import cn.publiccredit.portal.settings.PortalSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's API as pages use it: anonymous for public data, with the signed-in person's token otherwise. */
@Component
public class CreditApi {

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
        String text = new String(body.readNBytes(65_536), StandardCharsets.UTF_8);
        try {
            JsonNode problem = json.readTree(text);
            return new ApiFailure(status.value(), problem.path("code").asString(""), explanation(problem));
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
