package cn.publiccredit.support.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash of a link: every field with its length, so that no two different entries give the same bytes. */
final class ChainHash {

    private ChainHash() {}

    static String of(AuditEntry e) {
        MessageDigest digest = sha256();
        for (String field : fields(e)) {
            add(digest, field);
        }
        e.items().forEach(item -> add(digest, item));
        add(digest, null);
        e.anchors().forEach(anchor -> add(digest, anchor));
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String[] fieldsOf(@Nullable String... fields) {
        return fields;
    }

    private static List<@Nullable String> fields(AuditEntry e) {
        return java.util.Arrays.asList(fieldsOf(e.id(), e.writer(), Long.toString(e.sequence()),
                Long.toString(e.at().toEpochMilli()), e.actor(), e.actorName(), e.client(), e.division(), e.org(),
                e.action(), e.purpose(), e.matter(), e.consent(), e.legalBasis(), e.subject(), e.target(), e.outcome(),
                e.trace(), e.previous()));
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        int length = field == null ? -1 : bytes.length;
        digest.update(new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
