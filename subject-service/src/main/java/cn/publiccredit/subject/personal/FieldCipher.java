package cn.publiccredit.subject.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM for single values: {@code k1:} and the base64 of nonce, ciphertext and tag.
 *
 * <p>A value is bound to its place, so that a ciphertext copied to another record does not open.
 */
@Component
class FieldCipher {

    private static final Pattern NAMED = Pattern.compile("(k\\d+):(.+)", Pattern.DOTALL);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String current;
    private final Map<String, SecretKey> keys = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    FieldCipher(PersonalSettings settings) {
        settings.formerFieldKeys().forEach(this::add);
        current = add(settings.fieldKey());
    }

    private String add(String secret) {
        Matcher named = NAMED.matcher(secret.strip());
        String name = named.matches() ? named.group(1) : "k1";
        SecretKey other = keys.put(name, derived(named.matches() ? named.group(2) : secret.strip()));
        if (other != null) {
            throw new IllegalStateException("two field keys are called " + name + ": give each a name of its own, such as k2:…, "
                    + "or what was encrypted with one of them can never be read again");
        }
        return name;
    }

    private static SecretKey derived(String secret) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract()
                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                    .thenExpand("credit.personal.field".getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of the platform", e);
        }
    }

    String currentKey() {
        return current;
    }

    List<String> formerKeys() {
        return keys.keySet().stream().filter(name -> !name.equals(current)).sorted().toList();
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
        int colon = 0;
        while (colon < sealed.length && sealed[colon] != ':') {
            colon++;
        }
        return new String(sealed, 0, colon, StandardCharsets.UTF_8);
    }

    String seal(String value, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key(current), nonce, place, value.getBytes(StandardCharsets.UTF_8));
        byte[] joined = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, joined, NONCE, sealed.length);
        return current + ":" + Base64.getEncoder().encodeToString(joined);
    }

    /** @throws SealBroken when the value was altered, moved, or sealed with a key that is not set */
    String open(String sealed, String place) {
        Matcher named = NAMED.matcher(sealed);
        if (!named.matches()) {
            throw new SealBroken("a value at " + place + " is not sealed", null);
        }
        byte[] joined = Base64.getDecoder().decode(named.group(2));
        byte[] nonce = Arrays.copyOf(joined, NONCE);
        byte[] rest = Arrays.copyOfRange(joined, NONCE, joined.length);
        return new String(run(Cipher.DECRYPT_MODE, key(named.group(1)), nonce, place, rest), StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, for bytes: the key's name, a colon, nonce, ciphertext and tag. */
    byte[] sealBytes(byte[] bytes, int length, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key(current), nonce, place, Arrays.copyOf(bytes, length));
        byte[] name = (current + ":").getBytes(StandardCharsets.UTF_8);
        byte[] joined = Arrays.copyOf(name, name.length + NONCE + sealed.length);
        System.arraycopy(nonce, 0, joined, name.length, NONCE);
        System.arraycopy(sealed, 0, joined, name.length + NONCE, sealed.length);
        return joined;
    }

    /** @throws SealBroken as {@link #open} */
    byte[] openBytes(byte[] sealed, String place) {
        int colon = 0;
        while (colon < sealed.length && sealed[colon] != ':') {
            colon++;
        }
        if (sealed.length < colon + 1 + NONCE) {
            throw new SealBroken("bytes at " + place + " are not sealed", null);
        }
        String name = new String(sealed, 0, colon, StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOfRange(sealed, colon + 1, colon + 1 + NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, colon + 1 + NONCE, sealed.length);
        return run(Cipher.DECRYPT_MODE, key(name), nonce, place, rest);
    }

    private SecretKey key(String name) {
        SecretKey key = keys.get(name);
        if (key == null) {
            throw new SealBroken("the field key " + name + " is not among the settings", null);
        }
        return key;
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("a value at " + place + " does not open", e);
        }
    }
}
