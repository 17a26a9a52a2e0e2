package cn.publiccredit.subject.personal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.personal.ItemPrivacy.ColumnPrivacy;
import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalDataTests {

    private static final String ADDRESS = "安徽省淮南市田家庵区虚构路1号";
    private static final ItemPrivacy ITEM = new ItemPrivacy("ZZ", Disclosure.PUBLIC, Map.of(
            "ZZ_DZ", new ColumnPrivacy(PersonalClass.ADDRESS, PublicMask.NONE, PersonalNumbers.NONE),
            "ZZ_NR", new ColumnPrivacy(PersonalClass.NONE, PublicMask.NONE, PersonalNumbers.LIKELY),
            "ZZ_WH", new ColumnPrivacy(PersonalClass.NONE, PublicMask.NONE, PersonalNumbers.CERTAIN)), null, null);

    private final PersonalData data = new PersonalData(new FieldCipher(new LocalKeys(new PersonalSettings(
            "first-key-0123456789abcdef-0123456789", List.of(), "look-up-key-0123456789abcdef-012345678", List.of(), ""))),
            new Masks(MasksTests::shipped));

    @Test
    void somebodysAddressIsStoredEncryptedShownInPartAndNeverPublic() {
        Map<String, String> stored = data.sealed("r", ITEM, Map.of("ZZ_DZ", ADDRESS, "ZZ_NR", "内容"));
        assertThat(stored.get("ZZ_DZ")).startsWith("k1:");
        assertThat(stored.get("ZZ_NR")).isEqualTo("内容");
        assertThat(data.masked("r", ITEM, stored).get("ZZ_DZ")).startsWith("安徽省").doesNotContain("虚构路");
        assertThat(data.open("r", ITEM, stored)).containsOnlyKeys("ZZ_NR");
    }

    @Test
    void numbersInTheTextOfAnOrganisationsRecordAreShownToNobody() {
        String facts = "法定代表人张三（身份证号340102199001011236，电话13855501234）";
        Map<String, String> stored = data.sealed("r", ITEM, Map.of("ZZ_NR", facts, "ZZ_WH", "皖交罚340102199001011236号"));
        for (Map<String, String> shown : List.of(data.open("r", ITEM, stored), data.masked("r", ITEM, stored),
                data.own("r", ITEM, stored), data.unsealed(ITEM, stored))) {
            assertThat(shown.get("ZZ_NR")).isEqualTo("法定代表人张三（身份证号3401************36，电话138****1234）");
        }
        assertThat(data.open("r", ITEM, stored).get("ZZ_WH")).isEqualTo("皖交罚3401************36号");
        assertThat(data.masked("r", ITEM, stored).get("ZZ_WH")).as("whoever may read it may cite it")
                .isEqualTo("皖交罚340102199001011236号");
    }
}
