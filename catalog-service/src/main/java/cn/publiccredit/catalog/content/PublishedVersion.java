package cn.publiccredit.catalog.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One published version as it is stored.
 *
 * @param id folder, code and version, such as {@code items/CF@1}
 * @param origin which file it came from
 * @param json the content, keys sorted and without blanks, so that layout does not count as a change
 * @param digest SHA-256 of {@code json}, hexadecimal
 */
record PublishedVersion(String id, String origin, String json, String digest) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    static PublishedVersion of(String id, String origin, JsonNode tree) {
        String json = CANONICAL.writeValueAsString(CANONICAL.treeToValue(tree, Object.class));
        return new PublishedVersion(id, origin, json, sha256(json.getBytes(StandardCharsets.UTF_8)));
    }

    static String id(String folder, String code, int version) {
        return folder + "/" + code + "@" + version;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
