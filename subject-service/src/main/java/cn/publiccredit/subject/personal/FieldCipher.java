package cn.publiccredit.subject.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Encrypts single values by the algorithm of the key's set: the key's name, such as {@code k1:} or {@code k1s:}, and the base64
 * of nonce, ciphertext and tag.
 *
 * <p>A value is bound to its place, so that a ciphertext copied to another record does not open.
 */
@Component
class FieldCipher {

    /** What a sealed value looks like. */
    static final Pattern SEALED = Pattern.compile("k\\d+s?:[A-Za-z0-9+/]{38,}={0,2}");

    private static final Pattern NAMED = Pattern.compile("(k\\d+s?):(.+)", Pattern.DOTALL);

    private final KeyService keys;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(KeyService keys) {
        this.keys = keys;
    }

    String currentKey() {
        return keys.currentKey();
    }

    /** The name of the key that a value was encrypted with. @throws SealBroken when it is not sealed */
    static String keyOf(String sealed) {
        Matcher named = NAMED.matcher(sealed);
        if (!named.matches()) {
            throw new SealBroken("a value is not sealed", null);
        }
        return named.group(1);
    }

    /** As {@link #keyOf(String)}, for bytes. */
    static String keyOf(byte[] sealed) {
        return new String(sealed, 0, colon(sealed), StandardCharsets.UTF_8);
    }

    String seal(String value, String place) {
        byte[] sealed = sealed(value.getBytes(StandardCharsets.UTF_8), place);
        return currentKey() + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /** @throws SealBroken when the value was altered, moved, or sealed with a key that is not set */
    String open(String sealed, String place) {
        Matcher named = NAMED.matcher(sealed);
        if (!named.matches()) {
            throw new SealBroken("a value at " + place + " is not sealed", null);
        }
        byte[] opened = opened(named.group(1), Base64.getDecoder().decode(named.group(2)), 0, place);
        return new String(opened, StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, for bytes: the key's name, a colon, nonce, ciphertext and tag. */
    byte[] sealBytes(byte[] bytes, int length, String place) {
        byte[] sealed = sealed(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), place);
        byte[] name = (currentKey() + ":").getBytes(StandardCharsets.UTF_8);
        byte[] joined = Arrays.copyOf(name, name.length + sealed.length);
        System.arraycopy(sealed, 0, joined, name.length, sealed.length);
        return joined;
    }

    /** @throws SealBroken as {@link #open} */
    byte[] openBytes(byte[] sealed, String place) {
        int colon = colon(sealed);
        if (sealed.length < colon + 1 + CryptoSet.NONCE) {
            throw new SealBroken("bytes at " + place + " are not sealed", null);
        }
        return opened(new String(sealed, 0, colon, StandardCharsets.UTF_8), sealed, colon + 1, place);
    }

    private static int colon(byte[] sealed) {
        int colon = 0;
        while (colon < sealed.length && sealed[colon] != ':') {
            colon++;
        }
        return colon;
    }

    /** Nonce, ciphertext and tag. */
    private byte[] sealed(byte[] plain, String place) {
        byte[] nonce = new byte[CryptoSet.NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(true, currentKey(), nonce, place, plain);
        byte[] joined = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, joined, nonce.length, sealed.length);
        return joined;
    }

    private byte[] opened(String key, byte[] joined, int from, String place) {
        if (joined.length < from + CryptoSet.NONCE) {
            throw new SealBroken("a value at " + place + " is not sealed", null);
        }
        byte[] nonce = Arrays.copyOfRange(joined, from, from + CryptoSet.NONCE);
        return run(false, key, nonce, place, Arrays.copyOfRange(joined, from + CryptoSet.NONCE, joined.length));
    }

    private byte[] run(boolean seal, String key, byte[] nonce, String place, byte[] input) {
        byte[] unwrapped = keys.unwrapped(key);
        try {
            return CryptoSet.of(key).run(seal, unwrapped, nonce, place.getBytes(StandardCharsets.UTF_8), input);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("a value at " + place + " does not open", e);
        }
    }
}
