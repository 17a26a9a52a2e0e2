package cn.publiccredit.subject.governance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CodeGovernanceIT extends SubjectServiceFixture {

    private static final String DESK = PREFIX + "/governance/codes";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private final String company = Codes.next("340400");
    private final String tag = company.substring(9, 17);
    private final String source = Codes.of("11340400", Integer.parseInt(tag) + 70_000);

    @Autowired
    private CodeFindings findings;

    private Batch batch(String item) {
        return Batch.of(item, source, AT);
    }

    private List<JsonNode> cases(Api reader) {
        List<JsonNode> all = new ArrayList<>();
        reader.get(DESK + "?limit=500&source=" + source).expect(200).json().get("items").forEach(all::add);
        return all;
    }

    private List<JsonNode> cases() {
        return cases(province());
    }

    private Row row(String document, String name) {
        return Row.about(company, name, document + tag, DAY);
    }

    private Answer acted(JsonNode codeCase, String action, Map<String, String> body) {
        String id = codeCase.get("id").asString();
        String tagOfCase = province().get(DESK + "/" + id).expect(200).header("ETag");
        return province().with("If-Match", tagOfCase).post(DESK + "/" + id + "/" + action, body);
    }

    @Test
    void oneCodeWithTwoNamesIsFoundOnceHoweverOftenTheBatchRuns() {
        batch("DJ").into(intake, Row.registering(company, "淮南" + tag + "商贸有限公司", DAY, "淮南市"));
        Batch batch = batch("CF");
        Row[] rows = {row("1", "淮南" + tag + "商贸有限责任公司").number(2), row("2", "宿州别家" + tag + "有限公司").number(3)};
        batch.into(intake, rows);
        batch.into(intake, rows);
        assertThat(cases()).singleElement().satisfies(found -> {
            assertThat(found.get("kind").asString()).isEqualTo("ONE_CODE_TWO_NAMES");
            assertThat(found.get("codes").toString()).contains(company);
            assertThat(found.get("names").toString()).contains("宿州别家" + tag).contains("淮南" + tag);
            Answer one = province().get(DESK + "/" + found.get("id").asString()).expect(200);
            assertThat(one.at("/count")).isEqualTo("1");
            assertThat(one.at("/rows/0/batch")).isEqualTo(batch.id());
            assertThat(one.at("/rows/0/row")).isEqualTo("3");
        });
    }

    @Test
    void aNameChangeThatTheRegisterTellsIsNoMistake() {
        batch("DJ").into(intake, Row.registering(company, "淮南" + tag + "旧有限公司", DAY, "淮南市"));
        Batch.of("DJ", source, AT.plusSeconds(60)).into(intake,
                Row.registering(company, "淮南" + tag + "新有限公司", DAY, "淮南市"));
        Batch.of("CF", source, AT.plusSeconds(90)).into(intake, row("1", "淮南" + tag + "旧有限公司"));
        assertThat(cases()).isEmpty();
    }

    @Test
    void oneNameWithTwoCodesIsFoundAlsoWhenBothArriveAtTheSameMoment() throws Exception {
        String other = Codes.next("340400");
        String name = "淮南同名" + tag + "有限公司";
        Batch one = batch("CF");
        Batch two = batch("CF");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Object>> runs = List.of(
                    () -> one.into(intake, Row.about(company, name, "甲" + tag, DAY)),
                    () -> two.into(intake, Row.about(other, name, "乙" + tag, DAY)));
            for (Future<Object> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
        one.into(intake, Row.about(company, name, "甲" + tag, DAY));
        two.into(intake, Row.about(other, name, "乙" + tag, DAY));
        assertThat(cases()).singleElement().satisfies(found -> {
            assertThat(found.get("kind").asString()).isEqualTo("ONE_NAME_TWO_CODES");
            assertThat(found.get("codes").toString()).contains(company).contains(other);
        });
    }

    @Test
    void aNameThatAnotherCodeBoreBeforeIsLookedAtAsWell() {
        String other = Codes.next("340400");
        batch("DJ").into(intake, Row.registering(company, "淮南" + tag + "旧有限公司", DAY, "淮南市"));
        Batch.of("DJ", source, AT.plusSeconds(60)).into(intake,
                Row.registering(company, "淮南" + tag + "新有限公司", DAY, "淮南市"));
        assertThat(cases()).isEmpty();
        Batch.of("CF", source, AT.plusSeconds(90)).into(intake, Row.about(other, "淮南" + tag + "旧有限公司", "同" + tag, DAY));
        assertThat(cases()).singleElement().satisfies(found -> {
            assertThat(found.get("kind").asString()).isEqualTo("ONE_NAME_TWO_CODES");
            assertThat(found.get("codes").toString()).contains(company, other);
        });
    }

    @Test
    void aCodeThatARegisterFileGivesTwiceIsADuplicateAndItsSecondEntryStands() {
        Batch file = batch("DJ");
        Row[] rows = {Row.registering(company, "淮南甲" + tag + "有限公司", DAY, "一号").number(2),
            Row.registering(company, "淮南乙" + tag + "有限公司", DAY, "二号").number(3)};
        file.into(intake, rows);
        file.into(intake, rows);
        assertThat(cases()).singleElement().satisfies(found -> {
            assertThat(found.get("kind").asString()).isEqualTo("DUPLICATE");
            assertThat(province().get(DESK + "/" + found.get("id").asString()).at("/count")).isEqualTo("1");
        });
        assertThat(province().get(PREFIX + "/subjects/" + company).expect(200).at("/name"))
                .isEqualTo("淮南乙" + tag + "有限公司");
    }

    @Test
    void aBusinessWithoutACodeIsOnTheDesk() {
        IncomingSubject business = new IncomingSubject(
                SubjectKind.INDIVIDUAL_BUSINESS, null, "淮南无码店" + tag, null, null, "3404036" + tag, null);
        Row row = new Row(2, "个" + tag, business, Map.of("MC", "淮南无码店" + tag), Row.about(company, "x", "y", DAY)
                .severity(), DAY, null, Row.GENERAL);
        batch("CF").into(intake, row, new Row(3, "个二" + tag, business, row.data(), row.severity(), DAY, null, Row.GENERAL));
        assertThat(cases()).singleElement().satisfies(
                found -> assertThat(found.get("kind").asString()).isEqualTo("PLACEHOLDER"));
    }

    @Test
    void businessesWithoutANameAreNoNamesakes() {
        batch("CF").into(intake, row("1", "个体工商户"), Row.about(Codes.next("340400"), "个体工商户", "2" + tag, DAY).number(3));
        batch("CF").into(intake, row("3", "淮南" + tag + "商店"));
        assertThat(cases()).isEmpty();
    }

    @Test
    void anIdNumberInTheCodesPlaceIsNeverKeptInClear() {
        String person = "340102199001011236";
        findings.report(batch("CF").context(), List.of(
                new CodeFinding(CodeFinding.Kind.WRONG, 2, person, "张样例", null),
                new CodeFinding(CodeFinding.Kind.WRONG, 3, "13855501234", "李样例", null)));
        List<String> raw = new ArrayList<>();
        for (String collection : List.of("codeFindings", "codeCases")) {
            mongo.getCollection(collection).find().map(Document::toJson).into(raw);
        }
        assertThat(String.join("\n", raw)).doesNotContain(person).doesNotContain("张样例").doesNotContain("13855501234")
                .contains("3401************36").contains("张**");
    }

    @Test
    void aCaseIsTakenResolvedAndOpensAgainWithALaterBatchOnly() {
        CodeFinding wrong = new CodeFinding(CodeFinding.Kind.WRONG, 2, "91340100MA2TETA140", "淮南某某" + tag, null);
        Batch first = Batch.of("CF", source, clock.instant());
        findings.report(first.context(), List.of(wrong));
        JsonNode found = cases().getFirst();
        assertThat(acted(found, "resolve", Map.of("reason", "x")).expect(409).at("/code"))
                .isEqualTo("subject.code-case.state");
        assertThat(acted(found, "take", Map.of("assignee", "王核查")).expect(200).at("/assignee")).isEqualTo("王核查");
        acted(found, "resolve", Map.of()).expect(422);
        assertThat(acted(found, "resolve", Map.of("reason", "已通知来源单位更正")).expect(200).at("/state"))
                .isEqualTo("RESOLVED");
        findings.report(first.context(), List.of(wrong));
        assertThat(cases().getFirst().get("state").asString()).as("the old batch again").isEqualTo("RESOLVED");
        clock.forward(Duration.ofHours(1));
        findings.report(Batch.of("CF", source, clock.instant()).context(), List.of(wrong));
        assertThat(cases().getFirst().get("state").asString()).isEqualTo("OPEN");
        Answer dismissed = acted(found, "dismiss", Map.of("reason", "测试数据")).expect(200);
        assertThat(dismissed.json().get("history").findValuesAsString("state"))
                .containsExactly("IN_WORK", "RESOLVED", "OPEN", "DISMISSED");
        assertThat(dismissed.at("/history/3/reason")).isEqualTo("测试数据");
        clock.forward(Duration.ofHours(1));
        findings.report(Batch.of("CF", source, clock.instant()).context(), List.of(wrong));
        assertThat(cases().getFirst().get("state").asString()).as("dismissed for good").isEqualTo("DISMISSED");
        String id = found.get("id").asString();
        province().post(DESK + "/" + id + "/reopen", Map.of("reason", "x")).expect(428);
        province().with("If-Match", "\"1\"").post(DESK + "/" + id + "/reopen", Map.of("reason", "x")).expect(412);
    }

    @Test
    void aCityWorksOffItsOwnSourcesCasesOnly() {
        findings.report(batch("CF").context(), List.of(
                new CodeFinding(CodeFinding.Kind.WRONG, 2, "91340100MA2TETA140", "某某" + tag, null)));
        assertThat(cases(city("340400"))).hasSize(1);
        assertThat(cases(city("341300"))).isEmpty();
        String id = cases().getFirst().get("id").asString();
        city("341300").get(DESK + "/" + id).expect(404);
        bank().get(DESK).expect(403);
    }

    @Test
    void aSourceSeesWhatItHasToMendAndNothingOfOthersAndDecidesNothing() {
        String code = "91340100" + tag + "0";
        findings.report(batch("CF").context(), List.of(new CodeFinding(CodeFinding.Kind.WRONG, 2, code, "某某" + tag, null),
                new CodeFinding(CodeFinding.Kind.ONE_CODE_TWO_NAMES, 3, company, "甲" + tag, "乙" + tag)));
        String other = Codes.of("11340400", Integer.parseInt(tag) + 80_000);
        findings.report(Batch.of("CF", other, AT).context(), List.of(
                new CodeFinding(CodeFinding.Kind.WRONG, 9, code, "别家" + tag, null),
                new CodeFinding(CodeFinding.Kind.WRONG, 10, "91340200" + tag + "0", "别家二" + tag, null)));
        Api department = department(source, "340400");
        List<JsonNode> own = new ArrayList<>();
        department.get(DESK).expect(200).json().get("items").forEach(own::add);
        assertThat(own).extracting(one -> one.get("kind").asString()).containsExactlyInAnyOrder("WRONG", "ONE_CODE_TWO_NAMES");
        assertThat(own.toString()).contains("某某" + tag, "甲" + tag, "乙" + tag).doesNotContain("别家", other);
        String id = own.stream().filter(one -> one.get("kind").asString().equals("WRONG")).findFirst().orElseThrow()
                .get("id").asString();
        Answer one = department.get(DESK + "/" + id).expect(200);
        assertThat(one.at("/count")).isEqualTo("1");
        assertThat(one.at("/rows/0/row")).isEqualTo("2");
        assertThat(one.at("/codeCase/names/0")).isEqualTo("某某" + tag);
        assertThat(one.text()).doesNotContain("别家", other);
        assertThat(department.get(DESK + "?source=" + other).expect(200).json().get("items")).isEmpty();
        department(SUZHOU_MARKET, "341300").get(DESK + "/" + id).expect(404);
        department.with("If-Match", one.header("ETag")).post(DESK + "/" + id + "/take", Map.of()).expect(403);
    }

    @Test
    void aCitySeesOfASharedCaseTheRowsOfItsOwnSourcesOnly() {
        CodeFinding wrong = new CodeFinding(CodeFinding.Kind.WRONG, 2, "91340100" + tag + "0", "某某" + tag, null);
        findings.report(batch("CF").context(), List.of(wrong));
        findings.report(Batch.of("CF", SUZHOU_MARKET, AT).context(),
                List.of(new CodeFinding(wrong.kind(), 2, wrong.code(), "宿州另名" + tag, null)));
        String path = DESK + "/" + cases().getFirst().get("id").asString();
        assertThat(province().get(path).expect(200).at("/count")).isEqualTo("2");
        Answer seen = city("340400").get(path).expect(200);
        assertThat(seen.at("/count")).isEqualTo("1");
        assertThat(seen.at("/rows")).contains(source).doesNotContain(SUZHOU_MARKET);
        assertThat(seen.text()).as("nor in the lists of the case").contains("某某" + tag).doesNotContain("宿州另名", "341300");
        assertThat(seen.at("/codeCase/sources")).contains(source);
        assertThat(city("340400").get(DESK + "?limit=500").expect(200).text()).contains("某某" + tag)
                .doesNotContain("宿州另名" + tag, SUZHOU_MARKET);
        assertThat(city("340400").get(DESK + "?source=" + SUZHOU_MARKET).expect(200).json().get("items")).isEmpty();
        assertThat(city("340400").get(DESK + "?limit=500&source=" + source).expect(200).text()).contains("某某" + tag);
        assertThat(city("341300").get(path).expect(200).at("/codeCase/names")).contains("宿州另名").doesNotContain("某某");
        assertThat(province().get(path).expect(200).at("/codeCase/names")).contains("宿州另名", "某某");
    }

    @Test
    void aCarelessFileCannotMakeACaseGrowWithoutBound() {
        List<CodeFinding> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(new CodeFinding(CodeFinding.Kind.ONE_CODE_TWO_NAMES, i + 2, company, "名称" + i + tag, "原名" + tag));
        }
        findings.report(batch("CF").context(), many);
        findings.report(batch("CF").context(), many.stream().map(f -> new CodeFinding(
                f.kind(), f.row(), f.code(), "又" + f.name(), f.other())).toList());
        JsonNode found = cases().getFirst();
        assertThat(found.get("names").size()).isLessThanOrEqualTo(CaseStore.MOST + 1);
        assertThat(province().get(DESK + "/" + found.get("id").asString()).at("/count")).isEqualTo("80");
    }

    @Test
    void ofASharedCaseACityIsToldItsOwnPeopleAndTheProvinceDismissesIt() {
        CodeFinding wrong = new CodeFinding(CodeFinding.Kind.WRONG, 2, "91340100X" + tag + "0", "某某" + tag, null);
        findings.report(batch("CF").context(), List.of(wrong));
        String id = cases().getFirst().get("id").asString();
        String address = DESK + "/" + id;
        moved(city("340400"), address, "take", Map.of("assignee", "淮南王核查")).expect(200);
        findings.report(Batch.of("CF", SUZHOU_MARKET, AT).context(), List.of(wrong));
        assertThat(city("340400").get(address).expect(200).at("/codeCase/assignee")).isEqualTo("淮南王核查");
        Answer suzhou = city("341300").get(address).expect(200);
        assertThat(suzhou.text()).doesNotContain("淮南王核查").doesNotContain("city-340400");
        assertThat(suzhou.at("/codeCase/history/0/state")).isEqualTo("IN_WORK");
        assertThat(department(SUZHOU_MARKET, "341300").get(address).expect(200).text()).doesNotContain("淮南王核查");
        for (String action : List.of("dismiss", "resolve")) {
            for (String either : List.of("340400", "341300")) {
                Answer refused = moved(city(either), address, action, Map.of("reason", "x")).expect(409);
                assertThat(refused.at("/code")).isEqualTo("subject.code-case.shared");
                assertThat(refused.text()).contains("请报省级平台办理").doesNotContain("办结本市部分");
            }
        }
        assertThat(province().get(address).expect(200).at("/codeCase/state")).isEqualTo("IN_WORK");
        moved(province(), address, "dismiss", Map.of("reason", "省级认定不属于问题")).expect(200);
        assertThat(city("341300").get(address).expect(200).at("/codeCase/history/1/reason")).isEqualTo("省级认定不属于问题");
    }

    @Test
    void whatACityDismissedIsNotDismissedForCitiesThatComeLater() {
        CodeFinding wrong = wrong("A");
        findings.report(Batch.of("CF", source, clock.instant()).context(), List.of(wrong));
        String address = address();
        moved(city("340400"), address, "dismiss", Map.of("reason", "淮南认定不属于问题")).expect(200);
        clock.forward(Duration.ofHours(1));
        reported(wrong, source, clock.instant());
        reported(wrong, inCounty(), clock.instant());
        assertThat(state(address)).as("its own and its county's sources").isEqualTo("DISMISSED");

        Batch suzhou = Batch.of("CF", SUZHOU_MARKET, clock.instant());
        findings.report(suzhou.context(), List.of(wrong));
        findings.report(suzhou.context(), List.of(wrong));
        Answer seen = city("341300").get(address).expect(200);
        assertThat(seen.at("/codeCase/state")).isEqualTo("OPEN");
        assertThat(seen.json().at("/codeCase/history").findValuesAsString("state")).containsExactly("DISMISSED", "OPEN");
        moved(city("340400"), address, "dismiss", Map.of("reason", "x")).expect(409);

        moved(province(), address, "dismiss", Map.of("reason", "省级认定不属于问题")).expect(200);
        clock.forward(Duration.ofHours(1));
        reported(wrong, Codes.of("11340100", 9), clock.instant());
        assertThat(state(address)).as("the province's is for good").isEqualTo("DISMISSED");
    }

    @Test
    void whatACitySettledOpensAgainAlsoWithABatchOfAnotherThatCameBeforeAndWasReportedAfter() {
        for (String action : List.of("dismiss", "resolve")) {
            CodeFinding wrong = wrong(action.equals("dismiss") ? "E" : "F");
            reported(wrong, source, AT);
            String address = cases(city("340400")).stream().filter(one -> one.get("codes").toString().contains(wrong.code()))
                    .findFirst().map(one -> DESK + "/" + one.get("id").asString()).orElseThrow();
            moved(city("340400"), address, "take", Map.of()).expect(200);
            moved(city("340400"), address, action, Map.of("reason", "淮南处理")).expect(200);
            reported(wrong, source, AT);
            assertThat(state(address)).as("its own old batch again").isEqualTo(action.equals("dismiss") ? "DISMISSED" : "RESOLVED");
            reported(wrong, SUZHOU_MARKET, AT);
            assertThat(state(address)).as(action).isEqualTo("OPEN");
        }
    }

    @Test
    void whoLookedAtACaseBeforeAnotherSourceSuppliedItIsToldThatItHasChanged() {
        CodeFinding wrong = wrong("B");
        reported(wrong, source, AT);
        String address = address();
        String before = city("340400").get(address).expect(200).header("ETag");
        reported(wrong, source, AT);
        assertThat(city("340400").get(address).expect(200).header("ETag")).as("nothing new").isEqualTo(before);
        reported(wrong, SUZHOU_MARKET, AT);
        city("340400").with("If-Match", before).post(address + "/dismiss", Map.of("reason", "x")).expect(412);
        assertThat(state(address)).isEqualTo("OPEN");
    }

    @Test
    void aCountySettlesWhatItsOwnSourcesAloneSupplied() {
        CodeFinding wrong = wrong("C");
        reported(wrong, inCounty(), AT);
        String address = DESK + "/" + city("340403").get(DESK + "?limit=500&source=" + inCounty()).expect(200).at("/items/0/id");
        moved(city("340403"), address, "dismiss", Map.of("reason", "区县认定不属于问题")).expect(200);
        reported(wrong, source, AT);
        assertThat(state(address)).as("supplied by its city's, too").isEqualTo("OPEN");
        assertThat(moved(city("340403"), address, "dismiss", Map.of("reason", "x")).expect(409).at("/code"))
                .isEqualTo("subject.code-case.shared");
        moved(city("340400"), address, "dismiss", Map.of("reason", "市级认定不属于问题")).expect(200);
    }

    @Test
    void aCountyAndItsCityAreToldOfEachOthersPeopleAndAnotherCountyOfItsCitysAlone() {
        CodeFinding wrong = wrong("G");
        reported(wrong, source, AT);
        reported(wrong, inCounty(), AT);
        reported(wrong, Codes.of("11340404", Integer.parseInt(tag) + 90_000), AT);
        String address = address();
        moved(city("340400"), address, "take", Map.of("assignee", "市级王核查")).expect(200);
        for (String county : List.of("340403", "340404")) {
            assertThat(city(county).get(address).expect(200).at("/codeCase/assignee")).as(county).isEqualTo("市级王核查");
        }
        moved(city("340403"), address, "take", Map.of("assignee", "区县李核查")).expect(200);
        assertThat(city("340400").get(address).expect(200).at("/codeCase/assignee")).isEqualTo("区县李核查");
        assertThat(city("340404").get(address).expect(200).text()).contains("市级王核查").doesNotContain("区县李核查", "city-340403");
    }

    @Test
    void byAnAssigneeWhoIsNotShownNothingIsFoundAndNoPageIsShort() {
        String who = "checker" + tag;
        List<String> huainans = new ArrayList<>();
        List<String> suzhous = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reported(wrong("D" + i), source, AT);
            reported(wrong("D" + i), SUZHOU_MARKET, AT);
        }
        for (JsonNode one : cases()) {
            boolean huainan = suzhous.size() > huainans.size();
            String id = one.get("id").asString();
            moved(city(huainan ? "340400" : "341300"), DESK + "/" + id, "take", Map.of("assignee", who)).expect(200);
            (huainan ? huainans : suzhous).add(id);
        }
        assertThat(ofAssignee(city("340400"), who)).hasSize(3).containsExactlyElementsOf(huainans);
        assertThat(ofAssignee(city("341300"), who)).hasSize(3).containsExactlyElementsOf(suzhous);
        assertThat(ofAssignee(city("340100"), who)).isEmpty();
        assertThat(ofAssignee(department(source, "340400"), who)).containsExactlyElementsOf(huainans);
        assertThat(ofAssignee(department(SUZHOU_MARKET, "341300"), who)).containsExactlyElementsOf(suzhous);
        assertThat(ofAssignee(province(), who)).hasSize(6);
    }

    /** Page by page; every page but the last is full. */
    private static List<String> ofAssignee(Api reader, String assignee) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = reader.get(DESK + "?limit=1&assignee=" + assignee + "&after=" + after).expect(200).json();
            ids.addAll(page.get("items").findValuesAsString("id"));
            after = page.get("next").isNull() ? "" : page.get("next").asString();
            assertThat(after.isEmpty() || page.get("items").size() == 1).isTrue();
        } while (!after.isEmpty());
        return ids;
    }

    private CodeFinding wrong(String distinct) {
        return new CodeFinding(CodeFinding.Kind.WRONG, 2, "91340100" + distinct + tag + "0", "某某" + tag, null);
    }

    private void reported(CodeFinding finding, String from, Instant at) {
        findings.report(Batch.of("CF", from, at).context(), List.of(finding));
    }

    private String inCounty() {
        return Codes.of("11340403", Integer.parseInt(tag) + 90_000);
    }

    private String address() {
        return DESK + "/" + cases().getFirst().get("id").asString();
    }

    private String state(String address) {
        return province().get(address).expect(200).at("/codeCase/state");
    }

    private static Answer moved(Api who, String address, String action, Map<String, String> body) {
        return who.with("If-Match", who.get(address).expect(200).header("ETag")).post(address + "/" + action, body);
    }

    @Test
    void eachCityOfAProvinceFindsACaseThatAllHave() {
        CodeFinding wrong = new CodeFinding(CodeFinding.Kind.WRONG, 2, "91340100Y" + tag + "0", "某某" + tag, null);
        for (int county = 1; county <= 60; county++) {
            String division = "3404%02d".formatted(county);
            findings.report(Batch.of("CF", Codes.of("11" + division, county), AT).context(), List.of(wrong));
        }
        findings.report(Batch.of("CF", SUZHOU_MARKET, AT).context(), List.of(wrong));
        assertThat(city("341300").get(DESK + "?limit=500&source=" + SUZHOU_MARKET).expect(200).text()).contains("91340100Y" + tag);
    }
}
