package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCipherTests {

    private static final String FIRST = "first-key-0123456789abcdef-0123456789";
    private static final String SECOND = "second-key-0123456789abcdef-012345678";

    private static FieldCipher cipher(String key, String... former) {
        return new FieldCipher(new LocalKeys(new PersonalSettings(key, List.of(former), FIRST, List.of(), "")));
    }

    @Test
    void a_value_opens_at_its_place_only() {
        String sealed = cipher(FIRST).seal("340403199001011234", "r1/ZJHM");
        assertThat(sealed).startsWith("k1:").doesNotContain("340403");
        assertThat(cipher(FIRST).open(sealed, "r1/ZJHM")).isEqualTo("340403199001011234");
        assertThatThrownBy(() -> cipher(FIRST).open(sealed, "r2/ZJHM")).isInstanceOf(SealBroken.class);
    }

    @Test
    void two_keys_of_one_name_are_refused_at_start_instead_of_one_being_lost() {
        assertThatThrownBy(() -> cipher(SECOND, FIRST)).hasMessageContaining("k1").hasMessageContaining("k2:");
        assertThatThrownBy(() -> cipher("k2:" + SECOND, "k2:" + FIRST)).hasMessageContaining("k2");
    }

    @Test
    void the_same_value_never_looks_the_same_twice() {
        assertThat(cipher(FIRST).seal("x", "p")).isNotEqualTo(cipher(FIRST).seal("x", "p"));
    }

    @Test
    void an_altered_value_does_not_open() {
        String sealed = cipher(FIRST).seal("13855501234", "r/LXDH");
        char last = sealed.charAt(10) == 'A' ? 'B' : 'A';
        String altered = sealed.substring(0, 10) + last + sealed.substring(11);
        assertThatThrownBy(() -> cipher(FIRST).open(altered, "r/LXDH")).isInstanceOf(SealBroken.class);
    }

    @Test
    void after_a_rotation_old_values_open_and_new_ones_name_the_new_key() {
        String old = cipher(FIRST).seal("old", "p");
        FieldCipher rotated = cipher("k2:" + SECOND, "k1:" + FIRST);
        assertThat(rotated.open(old, "p")).isEqualTo("old");
        assertThat(rotated.seal("new", "p")).startsWith("k2:");
        assertThatThrownBy(() -> cipher("k2:" + SECOND).open(old, "p")).isInstanceOf(SealBroken.class);
    }

    @Test
    void values_of_both_sets_of_algorithms_are_read_by_what_their_key_is_called() {
        String international = cipher(FIRST).seal("340403199001011234", "p");
        FieldCipher national = cipher("k2s:" + FIRST, "k1:" + FIRST);
        String sealed = national.seal("340403199001011234", "p");
        assertThat(sealed).startsWith("k2s:").matches(FieldCipher.SEALED);
        assertThat(national.open(sealed, "p")).isEqualTo("340403199001011234");
        assertThat(national.open(international, "p")).isEqualTo("340403199001011234");
        assertThat(cipher("k3:" + SECOND, "k2s:" + FIRST).open(sealed, "p")).as("and back").isEqualTo("340403199001011234");
        assertThatThrownBy(() -> national.open(sealed, "q")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> cipher("k2:" + FIRST).open(sealed, "p")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> national.open(sealed.substring(0, 20) + "A" + sealed.substring(21), "p"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void the_look_up_key_is_not_changed_before_ids_have_a_key_of_their_own_and_one_at_a_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonalSettings(FIRST, List.of(), "l2:" + SECOND, List.of(FIRST), ""))
                .withMessageContaining("CREDIT_ID_KEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonalSettings(FIRST, List.of(), "l3:" + SECOND, List.of(FIRST, "l2:" + FIRST), FIRST))
                .withMessageContaining("CREDIT_FORMER_LOOKUP_KEYS");
        assertThatThrownBy(() -> new LocalKeys(new PersonalSettings(FIRST, List.of(), SECOND, List.of(FIRST), FIRST)))
                .hasMessageContaining("l1").hasMessageContaining("l2:");
    }

    @Test
    void without_keys_nothing_starts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonalSettings("", List.of(), FIRST, List.of(), ""))
                .withMessageContaining("CREDIT_FIELD_KEY");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonalSettings(FIRST, List.of(), "short", List.of(), ""))
                .withMessageContaining("CREDIT_LOOKUP_KEY");
        assertThat(new PersonalSettings(FIRST, List.of(), FIRST, List.of(), "").toString()).doesNotContain(FIRST);
    }
}
