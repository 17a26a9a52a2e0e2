package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedContentTests {

    private static final String FIRST = "first-key-0123456789abcdef-0123456789";
    private static final String SECOND = "k2:second-key-0123456789abcdef-012345678";
    private static final byte[] TEXT = "340403199001011234，其余".getBytes(StandardCharsets.UTF_8);

    private static SealedContent content(String key, String... former) {
        return new SealedContent(new FieldCipher(new LocalKeys(new PersonalSettings(key, List.of(former), FIRST, List.of(), ""))));
    }

    @Test
    void bytesOpenAtTheirPlaceOnlyAndAsFarAsTheyWereSealed() {
        byte[] sealed = content(FIRST).seal(TEXT, 18, "file/0");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("340403");
        assertThat(content(FIRST).open(sealed, "file/0")).asString(StandardCharsets.UTF_8).isEqualTo("340403199001011234");
        assertThatThrownBy(() -> content(FIRST).open(sealed, "file/1")).isInstanceOf(SealBroken.class);
    }

    @Test
    void alteredOrUnsealedBytesDoNotOpen() {
        byte[] sealed = content(FIRST).seal(TEXT, TEXT.length, "p");
        sealed[sealed.length - 1]++;
        assertThatThrownBy(() -> content(FIRST).open(sealed, "p")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> content(FIRST).open(TEXT, "p")).isInstanceOf(SealBroken.class);
    }

    @Test
    void whatWasSealedBeforeARotationStillOpens() {
        byte[] sealed = content(FIRST).seal(TEXT, TEXT.length, "p");
        assertThat(content(SECOND, "k1:" + FIRST).open(sealed, "p")).isEqualTo(TEXT);
    }
}
