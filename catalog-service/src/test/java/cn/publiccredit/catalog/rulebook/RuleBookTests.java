package cn.publiccredit.catalog.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class RuleBookTests {

    private static final String BASE = "/api/catalog/v1";

    @Autowired
    Api api;

    @Test
    void theMarketRegulatorsBlackListLastsThreeYears() {
        Answer list = api.get(BASE + "/lists/market-serious").expect(200);

        assertThat(list.at("/kind")).isEqualTo("BLACK");
        assertThat(list.at("/termMonths")).isEqualTo("36");
        assertThat(list.json().at("/items").toString()).isEqualTo("[\"CF\"]");
        assertThat(list.json().at("/measures")).isNotEmpty();
    }

    @Test
    void theRedListOfTaxpayersIsThereToo() {
        assertThat(api.get(BASE + "/lists/tax-a").expect(200).at("/kind")).isEqualTo("RED");
        assertThat(api.get(BASE + "/lists").expect(200).json().at("/items")).hasSize(2);
    }

    @Test
    void aMeasureSaysWhoDoesWhatToWhomAndWhy() {
        Answer measure = api.get(BASE + "/measures/M14").expect(200);

        assertThat(measure.at("/group")).isEqualTo("C");
        assertThat(measure.at("/mandatory")).isEqualTo("false");
        assertThat(measure.json().at("/matters").toString()).contains("LOAN");
        assertThat(measure.at("/legalBasis")).isNotEmpty();
        assertThat(measure.at("/source")).isNotEmpty();
    }

    @Test
    void sevenMattersCanBeScreenedFor() {
        assertThat(api.get(BASE + "/matters").expect(200).json().at("/items").findValuesAsString("code")).contains(
                "LOAN", "TENDER", "PROCUREMENT", "SUBSIDY", "LICENSING", "HONOUR", "SUPERVISION");
        assertThat(api.get(BASE + "/matters/LOAN").expect(200).at("/name")).isEqualTo("融资授信");
    }

    @Test
    void divisionsKnowTheirCityAndWhetherTheyAreWithdrawn() {
        String divisions = api.get(BASE + "/code-sets/divisions").expect(200).text();

        assertThat(divisions).contains(
                "\"code\":\"340403\",\"name\":\"田家庵区\",\"parent\":\"340400\"",
                "\"code\":\"341302\",\"name\":\"埇桥区\",\"parent\":\"341300\"",
                "\"code\":\"340225\",\"name\":\"无为县\",\"parent\":\"340200\",\"validFrom\":null,\"validTo\":\"2019-12-31\"");
    }

    @ParameterizedTest
    @CsvSource({"subject-kinds,4", "penalty-kinds,14", "purposes,10"})
    void codeSetsAreComplete(String name, int entries) {
        Answer set = api.get(BASE + "/code-sets/" + name).expect(200);

        assertThat(set.at("/name")).isEqualTo(name);
        assertThat(set.json().at("/entries")).hasSize(entries);
    }

    @Test
    void theListOfCodeSetsNamesThem() {
        assertThat(api.get(BASE + "/code-sets").expect(200).text())
                .contains("divisions", "penalty-kinds", "purposes", "subject-kinds");
    }

    @Test
    void theCalendarHasHolidaysAndWorkedWeekends() {
        Answer year = api.get(BASE + "/calendar/2026").expect(200);

        assertThat(year.at("/year")).isEqualTo("2026");
        assertThat(year.json().at("/holidays").toString()).contains("2026-10-01", "2026-02-16");
        assertThat(year.json().at("/workdays").toString()).contains("2026-02-14");
        assertThat(api.get(BASE + "/calendar/2025").expect(200).json().at("/workdays")).hasSize(5);
    }

    @Test
    void repairHasThreeSevenAndTenWorkingDays() {
        Answer rules = api.get(BASE + "/repair-rules").expect(200);

        assertThat(rules.at("/acceptWorkingDays")).isEqualTo("3");
        assertThat(rules.at("/reviewWorkingDays")).isEqualTo("7");
        assertThat(rules.at("/totalWorkingDays")).isEqualTo("10");
        assertThat(rules.at("/falseMaterialYears")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "/lists/none,catalog.list.unknown", "/measures/none,catalog.measure.unknown",
        "/matters/none,catalog.matter.unknown", "/code-sets/none,catalog.code-set.unknown",
        "/calendar/1999,catalog.calendar.unknown"
    })
    void whatIsUnknownIsAProblemOfItsOwn(String path, String code) {
        assertThat(api.get(BASE + path).expect(404).at("/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lists", "/lists/tax-a", "/measures", "/measures/M01", "/matters", "/matters/LOAN",
        "/code-sets", "/code-sets/divisions", "/calendar/2026", "/repair-rules"})
    void everyAnswerCanBeAskedForAgainCheaply(String path) {
        String tag = api.get(BASE + path).expect(200).header("ETag");

        api.with("If-None-Match", tag).get(BASE + path).expect(304);
    }
}
