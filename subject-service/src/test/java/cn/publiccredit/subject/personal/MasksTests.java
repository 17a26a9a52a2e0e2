package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.rulebook.MaskRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MasksTests {

    private final Masks masks = new Masks(MasksTests::shipped);

    static MaskRule shipped(String kind) {
        return Stream.of(JsonMapper.shared().readValue(Items.masks(), MaskRule[].class))
                .filter(rule -> rule.code().equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void of_a_number_only_the_ends_that_the_catalogue_leaves_are_shown_and_of_a_short_one_nothing() {
        assertThat(masks.of(PersonalClass.ID_NUMBER, "340403199001011234")).isEqualTo("3404************34");
        assertThat(masks.of(PersonalClass.PHONE, "13855501234")).isEqualTo("138****1234");
        assertThat(masks.of(PersonalClass.ID_NUMBER, "G12345")).isEqualTo("******");
    }

    @Test
    void of_a_name_the_first_character_is_shown_even_a_rare_one() {
        assertThat(masks.name("张三丰")).isEqualTo("张**");
        assertThat(masks.name("𠮷田")).isEqualTo("𠮷**");
        assertThat(masks.name("")).isEmpty();
    }

    @Test
    void of_an_address_the_district_is_shown_at_most() {
        assertThat(masks.of(PersonalClass.ADDRESS, "安徽省淮南市田家庵区朝阳路1号")).isEqualTo("安徽省淮南市田家庵****");
        assertThat(masks.of(PersonalClass.ADDRESS, "合肥市蜀山区样例路1号")).isEqualTo("合肥市蜀山区****");
        assertThat(masks.of(PersonalClass.ADDRESS, "朝阳路1号院")).isEqualTo("朝阳路****");
    }

    @Test
    void while_the_catalogue_never_told_of_any_mask_nothing_is_shown() {
        Masks strictest = new Masks(kind -> MaskRule.STRICTEST);

        assertThat(strictest.of(PersonalClass.ID_NUMBER, "340403199001011234")).isEqualTo("****");
        assertThat(strictest.name("张三丰")).isEqualTo("****");
        assertThat(strictest.of(PersonalClass.ADDRESS, "合肥市蜀山区样例路1号")).isEqualTo("****");
        assertThat(strictest.inText("对张三丰（电话13855501234）罚款", "张三丰")).isEqualTo("对****（电话****）罚款");
    }

    @Test
    void a_mask_that_keeps_much_still_does_not_show_a_whole_name() {
        Masks generous = new Masks(kind -> new MaskRule(kind, false, 3, 2, "某"));

        assertThat(generous.name("张三")).isEqualTo("张某某");
        assertThat(generous.name("欧阳修远")).isEqualTo("欧阳修某某");
    }
}
