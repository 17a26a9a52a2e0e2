package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTests {

    @Test
    void of_a_number_only_the_ends_are_shown_and_of_a_short_one_nothing() {
        assertThat(Masks.of(PersonalClass.ID_NUMBER, "340403199001011234")).isEqualTo("340***********1234");
        assertThat(Masks.of(PersonalClass.PHONE, "13855501234")).isEqualTo("138****1234");
        assertThat(Masks.of(PersonalClass.ID_NUMBER, "G12345")).isEqualTo("******");
    }

    @Test
    void of_a_name_the_first_character_is_shown_even_a_rare_one() {
        assertThat(Masks.name("张三丰")).isEqualTo("张**");
        assertThat(Masks.name("𠮷田")).isEqualTo("𠮷**");
        assertThat(Masks.name("")).isEmpty();
    }

    @Test
    void of_an_address_the_district_is_shown() {
        assertThat(Masks.of(PersonalClass.ADDRESS, "安徽省淮南市田家庵区朝阳路1号")).isEqualTo("安徽省淮南市田家庵区****");
        assertThat(Masks.of(PersonalClass.ADDRESS, "朝阳路1号院")).isEqualTo("朝阳路***");
    }
}
