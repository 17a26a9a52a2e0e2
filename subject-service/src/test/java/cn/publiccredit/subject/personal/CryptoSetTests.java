package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CryptoSetTests {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void aKeysNameTellsItsSetAndEachSetHasKeysOfItsLength() {
        assertThat(CryptoSet.of("k2")).isEqualTo(CryptoSet.INTERNATIONAL);
        assertThat(CryptoSet.of("k2s")).isEqualTo(CryptoSet.NATIONAL);
        assertThat(CryptoSet.of("l12s")).isEqualTo(CryptoSet.NATIONAL);
        assertThat(CryptoSet.INTERNATIONAL.derived("secret", "a")).hasSize(32)
                .isNotEqualTo(CryptoSet.INTERNATIONAL.derived("secret", "b"));
        assertThat(CryptoSet.NATIONAL.derived("secret", "a")).hasSize(16)
                .isNotEqualTo(CryptoSet.NATIONAL.derived("secret", "b"));
    }

    /** RFC 8998, appendix A.2. */
    @Test
    void sm4GcmIsWhatTheStandardsExampleSays() throws Exception {
        byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        byte[] nonce = HEX.parseHex("00001234567800000000abcd");
        byte[] place = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = HEX.parseHex("aa".repeat(8) + "bb".repeat(8) + "cc".repeat(8) + "dd".repeat(8) + "ee".repeat(8)
                + "ff".repeat(8) + "ee".repeat(8) + "aa".repeat(8));
        byte[] sealed = CryptoSet.NATIONAL.run(true, key, nonce, place, plain);
        assertThat(HEX.formatHex(sealed)).isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(CryptoSet.NATIONAL.run(false, key, nonce, place, sealed)).isEqualTo(plain);
    }

    /** GM/T 0042-2015, appendix D. */
    @Test
    void hmacSm3IsWhatTheStandardsExampleSays() {
        byte[] key = HEX.parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
        byte[] text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2).getBytes(StandardCharsets.US_ASCII);
        assertThat(HEX.formatHex(CryptoSet.NATIONAL.mac(key, text)))
                .isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
    }
}
