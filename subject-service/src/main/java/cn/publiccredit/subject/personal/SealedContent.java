package cn.publiccredit.subject.personal;

import org.springframework.stereotype.Component;

/** Encrypts whole files and rows as they come in: nobody knows yet where in them personal data stand. */
@Component
public class SealedContent {

    private final FieldCipher cipher;

    SealedContent(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The first {@code length} bytes, encrypted and bound to their place. */
    public byte[] seal(byte[] bytes, int length, String place) {
        return cipher.sealBytes(bytes, length, place);
    }

    /** @throws SealBroken when they were altered, moved, or sealed with a key that is not set */
    public byte[] open(byte[] sealed, String place) {
        return cipher.openBytes(sealed, place);
    }

    /** Whether they were sealed with the key that is used now. */
    public boolean isCurrent(byte[] sealed) {
        return FieldCipher.keyOf(sealed).equals(cipher.currentKey());
    }

    /** The same, sealed with the key that is used now. @throws SealBroken as {@link #open} */
    public byte[] resealed(byte[] sealed, String place) {
        byte[] bytes = open(sealed, place);
        return seal(bytes, bytes.length, place);
    }
}
