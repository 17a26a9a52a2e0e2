package cn.publiccredit.subject.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA256 under the look-up key, as 32 hexadecimal digits: equal values give equal hashes, and nobody without the key can
 * try out id numbers.
 */
@Component
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKey key;

    KeyedHash(PersonalSettings settings) {
        key = new SecretKeySpec(settings.lookupKey().strip().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The hash of these parts; the separator between them occurs in no normalised value. */
    public String of(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
