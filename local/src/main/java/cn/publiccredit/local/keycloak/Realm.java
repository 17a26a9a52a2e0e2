package cn.publiccredit.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm {@code credit} as Keycloak imports it: the file that production uses too, and for a local run the
 * users and demo clients of the API contract on top.
 */
public final class Realm {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Realm() {}

    /** The local realm as JSON with every placeholder filled. */
    public static String local(Map<String, String> values) {
        return fill(merged().toPrettyString(), values);
    }

    /** The shared realm with the local additions: their lists are appended, their plain values win. */
    static ObjectNode merged() {
        ObjectNode realm = read("credit-realm.json");
        for (Map.Entry<String, JsonNode> addition : read("local-additions.json").properties()) {
            if (addition.getValue() instanceof ArrayNode more && realm.get(addition.getKey()) instanceof ArrayNode list) {
                list.addAll(more);
            } else {
                realm.set(addition.getKey(), addition.getValue());
            }
        }
        return realm;
    }

    static ObjectNode read(String file) {
        try (InputStream in = Objects.requireNonNull(Realm.class.getResourceAsStream("/realm/" + file), file)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the realm needs a value for " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
