package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTests {

    /** A credit code of digits only, which has the look of an id number but for the date. */
    private static final String DIGITS_ONLY = "913404001234567897";

    private final Masks masks = new Masks(MasksTests::shipped);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        法定代表人张三（身份证号340102199001011236）   | 法定代表人张三（身份证号3401************36）
        身份证340102 1990 0101 123x，电话138 5550 1234 | 身份证3401***************3x，电话138******1234
        号码３４０１０２１９９００１０１１２３６            | 号码３４０１************３６
        号码340102199013011236，日期是错的           | 号码3401************36，日期是错的
        旧号码340102900101123等                    | 旧号码3401*********23等
        联系电话：+86 13855501234。                 | 联系电话：+86 *******1234。
        电话139-5550-4321                         | 电话139******4321
        """)
    void idAndPhoneNumbersInTextAreMaskedHoweverTheyAreWritten(String text, String shown) {
        assertThat(PersonalNumbers.LIKELY.isIn(text)).isTrue();
        assertThat(masks.inText(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {DIGITS_ONLY + "号企业", "统一代码91340100MA2TETA14E", "许可证JY13404030012345", "于2026年5月6日罚款13855501元",
        "340100600123456", "账号6222021302012345678", "2026-05-06 13:55:50", "第11340000000000000号"})
    void codesDatesAndAmountsAreNone(String text) {
        assertThat(PersonalNumbers.LIKELY.isIn(text)).isFalse();
        assertThat(masks.inText(text)).isEqualTo(text);
    }

    @Test
    void theNumberOfADocumentIsSpoiltByARightIdNumberOnly() {
        assertThat(masks.numbers(PersonalNumbers.CERTAIN, "皖交罚340102199001011236号")).isEqualTo("皖交罚3401************36号");
        assertThat(masks.numbers(PersonalNumbers.CERTAIN, "340102202601010001")).isEqualTo("340102202601010001");
        assertThat(masks.numbers(PersonalNumbers.CERTAIN, "13855501234")).isEqualTo("13855501234");
    }

    @Test
    void columnsAreLookedThroughByWhatTheyHold() {
        CatalogItem penalty = Items.item("CF");
        assertThat(of(penalty, "CF_SY")).isEqualTo(PersonalNumbers.LIKELY);
        assertThat(of(penalty, "CF_FRDB")).as("a name").isEqualTo(PersonalNumbers.LIKELY);
        assertThat(of(penalty, "CF_XDR_MC")).as("a name in the key").isEqualTo(PersonalNumbers.LIKELY);
        assertThat(of(penalty, "CF_WSH")).as("the document's number").isEqualTo(PersonalNumbers.CERTAIN);
        assertThat(of(penalty, "CF_XDR_GSZC")).as("the registration number").isEqualTo(PersonalNumbers.CERTAIN);
        assertThat(of(penalty, "CF_XDR_SHXYM")).isEqualTo(PersonalNumbers.NONE);
        assertThat(of(penalty, "CF_JDRQ")).isEqualTo(PersonalNumbers.NONE);
        assertThat(of(penalty, "CF_XDR_ZJHM")).as("masked as a whole").isEqualTo(PersonalNumbers.NONE);
    }

    private static PersonalNumbers of(CatalogItem item, String code) {
        Column column = item.columns().stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
        return PersonalNumbers.of(item, column);
    }
}
