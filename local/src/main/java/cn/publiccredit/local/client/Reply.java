package cn.publiccredit.local.client;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call was answered.
 *
 * @param call method and path, for messages
 */
public record Reply(String call, int status, HttpHeaders headers, byte[] bytes) {

    static final JsonMapper JSON = JsonMapper.shared();

    /** The reply itself when it has this status. @throws UnexpectedReply otherwise */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new UnexpectedReply(this, expected);
        }
        return this;
    }

    /** A header's first value; empty without it. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The entity tag; empty without one. */
    public String etag() {
        return header("ETag");
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(bytes);
    }

    /** A value by JSON pointer as text; empty when it is not there. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        return node.isMissingNode() || node.isNull() ? "" : node.isValueNode() ? node.asString() : node.toString();
    }
}
