package cn.publiccredit.subject.personal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keyed hashes to look persons up by: the key's name, a colon and 32 hexadecimal digits. */
@Component
public class LookupHash {

    private static final int BYTES = 16;

    private final KeyService keys;

    LookupHash(KeyService keys) {
        this.keys = keys;
    }

    /** The hash by which these parts are found from now on. */
    public String current(String... parts) {
        return of(keys.currentLookupKey(), parts);
    }

    /** All hashes by which these parts may be found, the current one first: two while a rotation runs. */
    public List<String> all(String... parts) {
        return Stream.concat(Stream.of(keys.currentLookupKey()), keys.formerLookupKeys().stream())
                .map(key -> of(key, parts)).toList();
    }

    /** Whether a hash was made with the key that is used now. */
    public boolean isCurrent(String hash) {
        return keyOf(hash).equals(keys.currentLookupKey());
    }

    /** Whether anybody may still look by this hash; nobody does when its key is not among the settings any more. */
    public boolean isUsed(String hash) {
        return isCurrent(hash) || keys.formerLookupKeys().contains(keyOf(hash));
    }

    private static String keyOf(String hash) {
        return hash.substring(0, Math.max(0, hash.indexOf(':')));
    }

    private String of(String key, String... parts) {
        byte[] text = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
        return key + ":" + HexFormat.of().formatHex(keys.lookupHash(key, text), 0, BYTES);
    }
}
