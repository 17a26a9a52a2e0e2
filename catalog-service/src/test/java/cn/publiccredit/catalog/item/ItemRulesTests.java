package cn.publiccredit.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.ShippedFiles;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ItemRulesTests {

    @Test
    void theShippedItemsBreakNothing() {
        assertThat(broken("XK", UnaryOperator.identity())).isEmpty();
        assertThat(broken("CF", UnaryOperator.identity())).isEmpty();
        assertThat(broken("DJ", UnaryOperator.identity())).isEmpty();
    }

    @Test
    void whatMustNeverBeCollectedIsRefused() {
        for (String forbidden : List.of("宗教信仰", "指纹信息", "血型", "疾病史", "基因", "网络行为")) {
            assertThat(broken("DJ", json -> json.replace("经营范围", forbidden)))
                    .anyMatch(fault -> fault.contains("never be collected") && fault.matches("(?s).*第.+条.*"));
        }
    }

    @Test
    void anItemThatIsCalledByWhatMustNeverBeCollectedIsRefused() {
        assertThat(broken("DJ", json -> json.replace("\"code\": \"DJ\"", "\"code\": \"MEDICAL_HISTORY\"")))
                .singleElement().asString().startsWith("code ").contains("DISEASE", "第十四条");
        assertThat(broken("DJ", json -> json.replaceFirst("\"name\": \"[^\"]+\"", "\"name\": \"血型登记\"")))
                .singleElement().asString().startsWith("name ").contains("BLOOD_TYPE", "第十四条");
        assertThat(broken("DJ", json -> json.replaceFirst("\"nameEn\": \"[^\"]+\"", "\"nameEn\": \"Religious belief\"")))
                .singleElement().asString().startsWith("nameEn ").contains("RELIGION", "第十四条");
    }

    @Test
    void aKeyThatKnowsASubjectByItsNameButNotByItsCodeIsRefused() {
        assertThat(broken("CF", json -> json.replace("\"naturalKey\": [\"CF_WSH\", \"CF_XDR_SHXYM\", ", "\"naturalKey\": [\"CF_WSH\", ")))
                .singleElement().asString().startsWith("naturalKey ").contains("CF_XDR_SHXYM");
    }

    @Test
    void aListedValueNeedsItsListAndANumberThatAnOfficeGaveOutNone() {
        assertThat(broken("CF", json -> json.replace("\"allowed\": [\"轻微\", \"一般\", \"严重\"], ", "")))
                .anyMatch(fault -> fault.contains(".allowed"));
        assertThat(broken("CF", json -> json.replace("\"CF_FRDB\", \"name\": \"法定代表人\", \"type\": \"TEXT\"",
                "\"CF_FRDB\", \"name\": \"法定代表人\", \"type\": \"CODE\""))).isEmpty();
    }

    @Test
    void aSpellingStandsForOneAllowedValue() {
        assertThat(broken("RY", json -> json.replace("{\"text\": \"02\", \"value\": \"护照号\"}", "{\"text\": \"02\", \"value\": \"户口簿\"}")))
                .singleElement().asString().contains("spellings", "户口簿");
        assertThat(broken("RY", json -> json.replace("{\"text\": \"02\"", "{\"text\": \"01\""))).singleElement().asString().contains("twice");
        assertThat(broken("RY", json -> json.replace("{\"text\": \"02\"", "{\"text\": \"身份证\""))).singleElement().asString().contains("twice");
    }

    @Test
    void whatMayStandInAColumnIsReadToo() {
        assertThat(broken("CF", json -> json.replace("\"轻微\", \"一般\", \"严重\"]", "\"轻微\", \"一般\", \"严重\", \"佛教信仰\", \"A型血型\"]")))
                .filteredOn(fault -> fault.contains("never be collected")).hasSize(2)
                .allMatch(fault -> fault.startsWith("columns[30].allowed ") && fault.matches("(?s).*第.+条.*"));
        assertThat(broken("CF", json -> json.replace("{\"text\": \"一般程序\"", "{\"text\": \"blood type A\"")))
                .singleElement().asString().contains("columns[32].spellings", "BLOOD_TYPE");
        assertThat(broken("CF", json -> json.replace("\"allowedPrefix\": [\"其他-\"], \"multiple\"", "\"allowedPrefix\": [\"病史-\"], \"multiple\"")))
                .singleElement().asString().contains(".allowedPrefix", "DISEASE");
        assertThat(broken("QZ", UnaryOperator.identity())).as("an act against deposits is nobody's deposits").isEmpty();
    }

    @Test
    void aColumnIsReadByItsCodeToo() {
        assertThat(broken("DJ", json -> json.replace("\"JYFW\"", "\"bloodType\"")))
                .singleElement().asString().contains("BLOOD_TYPE");
    }

    @Test
    void aPersonsNumberThatIsNotTreatedAsOneIsRefused() {
        assertThat(broken("CF", json -> json.replace("\"personIdNumber\": \"CF_XDR_ZJHM\"", "\"personIdNumber\": \"CF_WSH\"")))
                .singleElement().asString().contains("roles.personIdNumber", "CF_WSH");
        assertThat(broken("CF", json -> json.replace("\"personal\": \"ID_NUMBER\", ", "")))
                .hasSize(3).allMatch(fault -> fault.contains("make its personal ID_NUMBER") || fault.contains("make personal ID_NUMBER"));
    }

    @Test
    void aForbiddenClassIsRefusedHoweverTheColumnIsNamed() {
        for (String forbidden : List.of("RELIGION", "GENES", "BIOMETRICS", "BLOOD_TYPE", "DISEASE")) {
            assertThat(broken("DJ", json -> json.replace(
                    "\"code\": \"JYFW\",", "\"code\": \"JYFW\", \"dataClass\": \"" + forbidden + "\",")))
                    .singleElement().asString().contains("征信业管理条例第十四条");
        }
        assertThat(broken("DJ", json -> json.replace(
                "\"aliases\": [\"注册资金\"]", "\"aliases\": [\"注册资金\", \"健康状况\"]")))
                .singleElement().asString().contains("DISEASE");
    }

    @Test
    void aPersonsIncomeOrPropertyNeedsAnItemThatAsksForConsent() {
        assertThat(broken("CF", json -> deposits(json)))
                .singleElement().asString().contains("征信业管理条例第十四条第二款", "CONSENT");
        assertThat(broken("CF", json -> deposits(json).replace("\"PUBLIC\"", "\"CONSENT\""))).isEmpty();
        assertThat(broken("CF", json -> deposits(json).replace(", \"PERSON\"]", "]"))).isEmpty();
    }

    private static String deposits(String json) {
        return json.replace("\"违法事实\"", "\"银行存款\"");
    }

    @Test
    void anAddressOrPhoneThatMayBeAPersonsNeedsItsClass() {
        assertThat(broken("SXAQ", UnaryOperator.identity())).isEmpty();
        assertThat(broken("SXAQ", json -> json.replace("\"personal\": \"ADDRESS\", \"publicMask\": \"PARTIAL\", ", "")))
                .singleElement().asString().contains(".personal ", "SXAQ_DZ", "make personal ADDRESS");
        for (String called : List.of("经营者住所", "联系电话", "手机号", "Mobile phone")) {
            assertThat(broken("CF", json -> json.replace("\"违法事实\"", "\"" + called + "\"")))
                    .singleElement().asString().contains("CF_SY", "make personal ");
            assertThat(broken("CF", json -> json.replace("\"违法事实\"", "\"" + called + "\"").replace(", \"PERSON\"]", "]")))
                    .isEmpty();
        }
        assertThat(broken("CF", json -> json.replace("\"name\": \"违法事实\"", "\"name\": \"违法事实\", \"aliases\": [\"家庭住址\"]")))
                .singleElement().asString().contains("CF_SY", "make personal ADDRESS");
    }

    @Test
    void identityNumbersThatThePublicWouldSeeAreRefused() {
        assertThat(broken("CF", json -> json.replace("\"publicMask\": \"HIDE\"", "\"publicMask\": \"NONE\"")))
                .hasSize(2).allMatch(fault -> fault.contains("must be hidden"));
    }

    @Test
    void aRuleThatNamesNoColumnIsRefused() {
        assertThat(broken("CF", json -> json.replace("\"uscc\": \"CF_XDR_SHXYM\"", "\"uscc\": \"CF_NIX\"")))
                .singleElement().asString().contains("roles names CF_NIX, which is no column");
        assertThat(broken("CF", json -> json.replace("\"notBefore\": \"CF_JDRQ\"", "\"notBefore\": \"CF_NIX\"")))
                .hasSize(2);
    }

    @Test
    void filesAreKeptForYearsOrForDaysButNotForBothOrForEver() {
        for (String right : List.of("\"years\": 100, \"days\": null", "\"years\": null, \"days\": 30")) {
            assertThat(broken("CF", json -> json.replace("\"years\": 3, \"days\": null", right))).isEmpty();
        }
        for (String wrong : List.of("\"years\": 3, \"days\": 30", "\"years\": null, \"days\": null")) {
            assertThat(broken("CF", json -> json.replace("\"years\": 3, \"days\": null", wrong)))
                    .singleElement().asString().contains("exactly one");
        }
        for (String wrong : List.of("\"years\": 0, \"days\": null", "\"years\": null, \"days\": 40000")) {
            assertThat(broken("CF", json -> json.replace("\"years\": 3, \"days\": null", wrong)))
                    .singleElement().asString().contains("from one day to a hundred years");
        }
    }

    @Test
    void twoColumnsUnderOneHeaderAreRefused() {
        assertThat(broken("DJ", json -> json.replace("\"注册资金\"", "\"企业名称\"")))
                .singleElement().asString().contains("Header 企业名称 is there twice");
    }

    @Test
    void aPublicityThatEndsBeforeItMayBeRepairedIsRefused() {
        assertThat(broken("CF", json -> json.replace("\"longestMonths\": 36", "\"longestMonths\": 6")))
                .singleElement().asString().contains("publicity: longest before shortest");
    }

    @Test
    void theCatalogueTellsAllFaultsOfAnItemAtOnce() {
        assertThat(broken("CF", json -> json
                .replace("\"scale\": 6, ", "")
                .replace("\"fineColumn\": \"CF_NR_FK\", ", ""))).hasSize(5);
    }

    @Test
    void aRuleAboutFinesNeedsItsColumnAndOneTest() {
        assertThat(broken("CF", json -> json.replace("\"fineFrom\": \"100\"", "\"fineFrom\": \"100\", \"onlyFineBelow\": \"200\"")))
                .singleElement().asString().contains("severity.rules[1]", "exactly one test");
        assertThat(broken("CF", json -> json.replace("\"fineFrom\": \"100\", ", ""))).hasSize(2)
                .allMatch(fault -> fault.startsWith("severity.rules[1]"));
    }

    @Test
    void aRuleAboutAnotherColumnNeedsThatColumnAndOneTest() {
        String procedure = "\"when\": {\"column\": \"CF_CXLX\", \"in\": [\"简易程序\"]}";
        assertThat(broken("CF", json -> json.replace(procedure, procedure.replace("CF_CXLX", "CF_NIX"))))
                .singleElement().asString().contains("severity.rules[4].when.column", "CF_NIX");
        assertThat(broken("CF", json -> json.replace(procedure, procedure.replace("]", "], \"notEmpty\": true"))))
                .singleElement().asString().contains("severity.rules[4].when", "exactly one test");
        assertThat(broken("CF", json -> json.replace(procedure, procedure + ", \"anyOf\": [\"警告\"]")))
                .singleElement().asString().contains("severity.rules[4]", "exactly one test");
    }

    @Test
    void onlyAFineThatIsSmallStandsBesideOtherKinds() {
        assertThat(broken("CF", json -> json.replace("\"fineFrom\": \"100\"", "\"fineFrom\": \"100\", \"beside\": [\"警告\"]")))
                .singleElement().asString().contains("severity.rules[1].beside", "onlyFineBelow");
    }

    @Test
    void aGradeThatADepartmentSetsNeedsTheThreeGradesAndAReason() {
        assertThat(broken("CF", json -> json.replace("[\"轻微\", \"一般\", \"严重\"]", "[\"轻微\", \"无\"]")))
                .singleElement().asString().contains("severity.setBy.column");
        assertThat(broken("CF", json -> json.replace("\"reasonColumn\": \"CF_SXCDLY\"", "\"reasonColumn\": \"BZ\"")))
                .singleElement().asString().contains("severity.setBy.reasonColumn");
    }

    private static List<String> broken(String item, UnaryOperator<String> change) {
        String json = ShippedFiles.newest("items", item);
        CatalogItem changed = JsonMapper.shared().readValue(change.apply(json), CatalogItem.class);
        Faults faults = new Faults("");
        new ItemRules().check(changed, new EverythingKnown(), faults);
        return faults.found().stream().map(fault -> fault.field() + " " + fault.en()).toList();
    }

    /** A catalogue that has every code. */
    private static final class EverythingKnown implements ContentType.Known {

        @Override
        public Optional<Versioned> find(Kind kind, String code) {
            return Optional.empty();
        }

        @Override
        public boolean has(Kind kind, String code) {
            return true;
        }

        @Override
        public boolean lists(String codeSet, String code, LocalDate day) {
            return true;
        }
    }
}
