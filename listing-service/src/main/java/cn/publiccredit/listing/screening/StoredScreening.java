package cn.publiccredit.listing.screening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A screening as it was answered, byte for byte.
 *
 * @param receipt its number
 * @param request what it answers: the same for a keyed request that was sent again
 * @param account the account that asked
 * @param org the organisation that asked; null for accounts without one
 * @param division where the account belongs; null for accounts without one
 * @param body the answer, compressed when {@code zipped}
 * @param sha256 over the answer as it left, hexadecimal
 */
@Document("screenings")
record StoredScreening(
        @Id String receipt,
        String request,
        String account,
        @Nullable String org,
        @Nullable String division,
        Instant at,
        byte[] body,
        boolean zipped,
        String sha256) {

    private static final int SMALL = 4096;

    /** Who asked. */
    record Requester(String account, @Nullable String org, @Nullable String division) {}

    static StoredScreening of(String receipt, String request, Requester requester, Instant at, byte[] answer) {
        boolean zip = answer.length > SMALL;
        return new StoredScreening(receipt, request, requester.account(), requester.org(), requester.division(), at,
                zip ? zipped(answer) : answer, zip, sha256(answer));
    }

    /** The answer as it left. */
    byte[] answer() {
        if (!zipped) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(byte[] answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] answer) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
