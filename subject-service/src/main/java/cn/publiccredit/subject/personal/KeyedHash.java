package cn.publiccredit.subject.personal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA256 under the key of ids, as 32 hexadecimal digits. Records, their contents and findings are known by such hashes
 * for ever, so that the key of ids never changes; what persons are looked up by is not made with it, see {@link LookupHash}.
 */
@Component
public class KeyedHash {

    private static final int BYTES = 16;

    private final byte[] key;

    KeyedHash(PersonalSettings settings) {
        key = settings.idSecret().getBytes(StandardCharsets.UTF_8);
    }

    /** The hash of these parts; the separator between them occurs in no normalised value. */
    public String of(String... parts) {
        byte[] text = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(CryptoSet.INTERNATIONAL.mac(key, text), 0, BYTES);
    }
}
