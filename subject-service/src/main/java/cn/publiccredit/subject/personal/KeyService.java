package cn.publiccredit.subject.personal;

import java.util.List;

/**
 * Who holds the keys of personal data. Here secrets from the settings ({@link LocalKeys}); a key management system or a hardware
 * module may take its place.
 *
 * <p>A key's name, such as {@code k2} or {@code k2s}, is written before each value that was made with it: it must not be given
 * to another key while such values are left, and it tells the {@link CryptoSet}.
 */
public interface KeyService {

    /** The key that new values are encrypted with. */
    String currentKey();

    /** Keys that values from before a rotation may still be encrypted with. */
    List<String> formerKeys();

    /**
     * A data key, taken out of its wrapping for use in this process; it is never written anywhere.
     *
     * @throws SealBroken when there is no key of this name
     */
    byte[] unwrapped(String keyName);

    /** The key of the hashes that persons are looked up by. */
    String currentLookupKey();

    /** The one before it, while a rotation runs: persons are found by either. */
    List<String> formerLookupKeys();

    /**
     * A keyed hash: equal texts give equal hashes, and nobody without the key can try out id numbers.
     *
     * @throws SealBroken when there is no look-up key of this name
     */
    byte[] lookupHash(String keyName, byte[] text);
}
