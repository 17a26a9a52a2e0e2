package cn.publiccredit.catalog.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

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
        assertThat(list.json().at("/items").toString()).isEqualTo("[\"CF\",\"SXSC\"]");
        assertThat(list.json().at("/measures")).isNotEmpty();
    }

    @Test
    void theRedListOfTaxpayersIsThereToo() {
        assertThat(api.get(BASE + "/lists/tax-a").expect(200).at("/kind")).isEqualTo("RED");
        assertThat(api.get(BASE + "/lists").expect(200).json().at("/items")).hasSize(20);
    }

    @Test
    void theNamedListsAreThereWithTheirBasisAndTerm() {
        Answer lists = api.get(BASE + "/lists?limit=500").expect(200);

        assertThat(lists.json().at("/items").findValuesAsString("code")).contains("judgment-debtor", "migrant-wages",
                "social-insurance", "tax-major", "work-safety", "market-serious", "food-safety", "defence-duty",
                "telecom-fraud", "procurement", "statistics", "culture-tourism", "social-organisations", "customs",
                "intellectual-property", "overloading", "mining", "research-integrity", "fire-safety", "farm-supplies",
                "farm-products", "tutoring", "rehabilitation", "tax-a", "customs-advanced", "ah-tax-green", "attention");
        for (JsonNode list : lists.json().at("/items")) {
            assertThat(list.at("/legalBasis").asString()).isNotBlank();
            assertThat(list.at("/source").asString()).isNotBlank();
            assertThat(list.at("/kind").asString().equals("BLACK") && list.at("/termMonths").isNull()).isFalse();
        }
        assertThat(api.get(BASE + "/lists/statistics").at("/source")).contains("[memory]");
    }

    @Test
    void theNationalBaseListHasFourteenMeasuresInThreeGroups() {
        JsonNode measures = api.get(BASE + "/measures?limit=500").expect(200).json().at("/items");
        List<String> restraints = StreamSupport.stream(measures.spliterator(), false).map(m -> m.at("/group").asString())
                .filter(group -> !group.equals("INCENTIVE")).toList();

        assertThat(restraints).containsExactly(
                "A", "A", "A", "A", "A", "B", "B", "B", "B", "B", "B", "C", "C", "C");
        assertThat(measures).hasSize(15);
    }

    @Test
    void personalDataHaveTheirMasks() {
        assertThat(api.get(BASE + "/masks/ID_NUMBER").expect(200).at("/keepFirst")).isEqualTo("4");
        assertThat(api.get(BASE + "/masks").expect(200).json().at("/items")).hasSize(4);
    }

    @Test
    void noSourceOrganisationIsInvented() {
        assertThat(api.get(BASE + "/sources").expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void templatesAndModelsAreShipped() {
        assertThat(api.get(BASE + "/report-templates/enterprise-full").expect(200).json().at("/sections")).hasSize(11);
        assertThat(api.get(BASE + "/report-templates/special-no-violation").expect(200).text())
                .contains("\"CF\"", "\"QZ\"", "\"SX\"", "\"SF\"");
        assertThat(api.get(BASE + "/commitment-templates").expect(200).json().at("/items")).hasSize(5);
        Answer model = api.get(BASE + "/evaluation-models/enterprise").expect(200);
        assertThat(model.json().at("/bands").findValuesAsString("grade")).containsExactly("A", "B", "C", "D");
        assertThat(model.json().at("/subjectKinds").toString()).doesNotContain("PERSON");
    }

    @Test
    void aYearWhoseHolidaysAreNotAnnouncedHasNoCalendar() {
        assertThat(api.get(BASE + "/calendar/2027").expect(404).at("/code")).isEqualTo("catalog.calendar.unknown");
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
    void divisionsKnowTheirSixteenCities() {
        JsonNode entries = api.get(BASE + "/code-sets/divisions").expect(200).json().at("/entries");

        assertThat(StreamSupport.stream(entries.spliterator(), false)
                .filter(d -> d.at("/parent").asString("").equals("340000") && d.at("/validTo").isNull())).hasSize(16);
    }

    @Test
    void divisionsKnowTheirCityAndWhetherTheyAreWithdrawn() {
        String divisions = api.get(BASE + "/code-sets/divisions").expect(200).text();

        assertThat(divisions).contains(
                "\"code\":\"340403\",\"name\":\"田家庵区\",\"parent\":\"340400\"",
                "\"code\":\"341302\",\"name\":\"埇桥区\",\"parent\":\"341300\"",
                "\"code\":\"340225\",\"name\":\"无为县\",\"parent\":\"340200\",\"validFrom\":\"2012-01-01\",\"validTo\":\"2019-12-31\",\"successor\":\"340281\"",
                "\"code\":\"342100\",\"name\":\"阜阳地区\",\"parent\":\"340000\",\"validFrom\":null,\"validTo\":\"1996-12-31\",\"successor\":\"341200\"");
    }

    @ParameterizedTest
    @CsvSource({"subject-kinds,4", "penalty-kinds,14", "purposes,10", "classes,13", "editions,2", "severities,4"})
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

    @Test
    void withdrawalsAndObjectionsHaveTheirDeadlinesToo() {
        Answer rules = api.get(BASE + "/repair-rules").expect(200);

        assertThat(rules.at("/withdrawalDays")).isEqualTo("3");
        assertThat(rules.at("/objectionForwardWorkingDays")).isEqualTo("3");
        assertThat(rules.at("/objectionCheckWorkingDays")).isEqualTo("7");
        assertThat(rules.at("/longestExtensionWorkingDays")).isEqualTo("30");
        assertThat(rules.at("/source")).contains("行政处罚法第四十八条", "异议转送3个工作日、核查7个工作日[memory]", "延长期限未见原文");
    }

    @Test
    void everyListNamesWhatLeadsOntoIt() {
        JsonNode lists = api.get(BASE + "/lists?limit=500").expect(200).json().at("/items");

        assertThat(StreamSupport.stream(lists.spliterator(), false)).allMatch(list -> !list.at("/items").isEmpty());
        assertThat(api.get(BASE + "/lists/attention").json().at("/items")).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource({
        "/lists/none,catalog.list.unknown", "/measures/none,catalog.measure.unknown",
        "/matters/none,catalog.matter.unknown", "/code-sets/none,catalog.code-set.unknown",
        "/calendar/1999,catalog.calendar.unknown", "/sources/none,catalog.source.unknown", "/masks/none,catalog.mask.unknown",
        "/report-templates/none,catalog.report-template.unknown"
    })
    void whatIsUnknownIsAProblemOfItsOwn(String path, String code) {
        assertThat(api.get(BASE + path).expect(404).at("/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lists", "/lists/tax-a", "/measures", "/measures/M01", "/matters", "/matters/LOAN",
        "/code-sets", "/code-sets/divisions", "/calendar/2026", "/calendars", "/repair-rules", "/sources", "/masks", "/report-templates",
        "/evaluation-models", "/commitment-templates", "/editions", "/editions/national-2024", "/changes",
        "/items/CF/versions", "/items/CF/versions/1"})
    void everyAnswerCanBeAskedForAgainCheaply(String path) {
        String tag = api.get(BASE + path).expect(200).header("ETag");

        api.with("If-None-Match", tag).get(BASE + path).expect(304);
    }
}
