package cn.publiccredit.subject.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTests {

    @Test
    void width_brackets_blanks_case_and_the_spelling_of_the_legal_form_do_not_count() {
        assertThat(Names.key("ＡＢＣ（安徽） 建材有限责任公司")).isEqualTo(Names.key("abc(安徽)建材有限公司"));
        assertThat(Names.key("甲·乙　商行")).isEqualTo("甲乙商行");
        assertThat(Names.key("甲股份有限公司")).isNotEqualTo(Names.key("甲有限公司"));
    }

    @Test
    void a_name_can_be_entered_anywhere_but_inside_the_legal_form() {
        assertThat(Names.tokens("淮南奔腾有限公司")).containsExactly(
                "淮南奔腾有限公司", "南奔腾有限公司", "奔腾有限公司", "腾有限公司", "有限公司");
        assertThat(Names.tokens("一二三四五六七八九十一二三四")).allMatch(token -> token.length() <= Names.TOKEN);
        assertThat(Names.tokens("有")).isEmpty();
    }
}
