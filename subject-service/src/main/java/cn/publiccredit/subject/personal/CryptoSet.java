package cn.publiccredit.subject.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Algorithms that belong together. The name of a key ends with its set's mark, so that a value says how it is to be read. */
enum CryptoSet {
    /** AES-256-GCM (NIST SP 800-38D), HMAC-SHA256, HKDF-SHA256 (RFC 5869). */
    INTERNATIONAL("") {
        @Override
        byte[] derived(String secret, String purpose) {
            try {
                return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(utf8(secret))
                        .thenExpand(utf8(purpose), 32));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HKDF is part of the platform", e);
            }
        }

        @Override
        byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] place, byte[] input) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(seal ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(input);
        }

        @Override
        byte[] mac(byte[] key, byte[] text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }
    },
    /** SM4-GCM (GB/T 32907, GB/T 36624), HMAC-SM3 (GB/T 32905, GB/T 15852.2), HKDF over SM3. */
    NATIONAL("s") {
        @Override
        byte[] derived(String secret, String purpose) {
            HKDFBytesGenerator generator = new HKDFBytesGenerator(new SM3Digest());
            generator.init(new HKDFParameters(utf8(secret), null, utf8(purpose)));
            byte[] key = new byte[16];
            generator.generateBytes(key, 0, key.length);
            return key;
        }

        @Override
        byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] place, byte[] input) throws GeneralSecurityException {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, place));
            byte[] output = new byte[cipher.getOutputSize(input.length)];
            try {
                int written = cipher.processBytes(input, 0, input.length, output, 0);
                cipher.doFinal(output, written);
                return output;
            } catch (InvalidCipherTextException e) {
                throw new GeneralSecurityException(e);
            }
        }

        @Override
        byte[] mac(byte[] key, byte[] text) {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(key));
            mac.update(text, 0, text.length);
            byte[] hash = new byte[mac.getMacSize()];
            mac.doFinal(hash, 0);
            return hash;
        }
    };

    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String mark;

    CryptoSet(String mark) {
        this.mark = mark;
    }

    /** The set that a key of this name belongs to. */
    static CryptoSet of(String keyName) {
        return keyName.endsWith(NATIONAL.mark) ? NATIONAL : INTERNATIONAL;
    }

    /** A key for the set's cipher or hash. @param purpose so that one secret gives a key of its own for each */
    abstract byte[] derived(String secret, String purpose);

    /** Encrypts or decrypts, bound to a place. @throws GeneralSecurityException when what is decrypted was altered or moved */
    abstract byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] place, byte[] input) throws GeneralSecurityException;

    abstract byte[] mac(byte[] key, byte[] text);

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
