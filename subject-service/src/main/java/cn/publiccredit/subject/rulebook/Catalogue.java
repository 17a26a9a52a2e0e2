package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import feign.FeignException;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks catalog-service for items. */
@Component
class Catalogue {

    private static final int LARGEST_ITEM = 4 << 20;

    private final CatalogClient client;
    private final PeerCalls calls;
    private final JsonMapper json;

    Catalogue(CatalogClient client, Peers peers, JsonMapper json) {
        this.client = client;
        this.calls = peers.catalog();
        this.json = json;
    }

    /** What the catalogue says about an item. */
    sealed interface Said {
        record Here(CatalogItem item, String text, @Nullable String etag) implements Said {}

        record Unchanged() implements Said {}

        record Unknown() implements Said {}
    }

    /** @throws cn.publiccredit.support.problem.Problem 503 when it gives no usable answer */
    Said item(String code, @Nullable String etag) {
        try {
            return calls.call("item", () -> ask(code, etag));
        } catch (RelayedProblem refusal) {
            if (refusal.status() == 404) {
                return new Said.Unknown();
            }
            throw calls.unavailable(refusal);
        }
    }

    private Said ask(String code, @Nullable String etag) {
        try (Response answer = client.item(code, etag)) {
            if (answer.status() == 304 && etag != null) {
                return new Said.Unchanged();
            }
            if (answer.status() != 200) {
                throw FeignException.errorStatus("item", answer);
            }
            String text = text(answer);
            CatalogItem item = json.readValue(text, CatalogItem.class);
            if (!code.equals(item.code()) || item.columns().isEmpty()) {
                throw new UncheckedIOException(new IOException("not the item that was asked for"));
            }
            return new Said.Here(item, text, header(answer, "etag"));
        }
    }

    private static String text(Response answer) {
        try (InputStream body = answer.body().asInputStream()) {
            byte[] bytes = body.readNBytes(LARGEST_ITEM + 1);
            if (bytes.length > LARGEST_ITEM) {
                throw new IOException("the item is longer than any item can be");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String header(Response answer, String name) {
        Collection<String> values = answer.headers().get(name);
        return values == null || values.isEmpty() ? null : values.iterator().next();
    }
}
