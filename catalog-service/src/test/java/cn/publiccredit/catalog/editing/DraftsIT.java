package cn.publiccredit.catalog.editing;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class DraftsIT {

    @Autowired
    Api api;

    @Autowired
    MovingClock clock;

    @AfterEach
    void timeGoesBack() {
        clock.reset();
    }

    private Api editor() {
        return api.as(Catalogue.EDITOR);
    }

    @Test
    void aDraftIsNotInForceUntilItIsPublished() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "新事项"));

        assertThat(draft.at("/status")).isEqualTo("DRAFT");
        assertThat(draft.at("/version")).isEqualTo("1");
        assertThat(draft.header("Location")).isEqualTo(BASE + "/matters/" + code + "/draft");
        api.get(BASE + "/matters/" + code).expect(404);

        Catalogue.of(api).approve(draft.header("Location"), draft.header("ETag")).expect(200);
        Answer published = api.get(BASE + "/matters/" + code).expect(200);
        assertThat(published.at("/status")).isEqualTo("PUBLISHED");
        assertThat(published.at("/name")).isEqualTo("新事项");
    }

    @Test
    void theNextVersionTakesOverOnItsFirstDayAndTheOldOneStaysInForceForThePast() {
        String code = newCode();
        LocalDate first = LocalDate.now(clock).plusDays(10);
        Catalogue.of(api).publish("matters", matter(code, "第一版", "2024-02-18"));
        Answer second = Catalogue.of(api).publish("matters", matter(code, "第二版", first.toString()));

        assertThat(second.at("/version")).isEqualTo("2");
        assertThat(api.get(BASE + "/matters/" + code).at("/name")).isEqualTo("第一版");
        clock.moveTo(first);
        assertThat(api.get(BASE + "/matters/" + code).at("/name")).isEqualTo("第二版");
        assertThat(api.get(BASE + "/matters/" + code + "?asOf=" + first.minusDays(1)).at("/name")).isEqualTo("第一版");
        api.get(BASE + "/matters/" + code + "?asOf=2023-12-31").expect(404);
    }

    @Test
    void aVersionThatIsOverDoesNotBringBackTheOneThatItReplaced() {
        String code = newCode();
        LocalDate last = LocalDate.now(clock).plusDays(10);
        Catalogue.of(api).publish("matters", matter(code, "第一版", "2024-02-18"));
        Catalogue.of(api).publish("matters", ending(matter(code, "第二版"), last));

        assertThat(api.get(BASE + "/matters/" + code + "?asOf=" + last).at("/name")).isEqualTo("第二版");
        api.get(BASE + "/matters/" + code + "?asOf=" + last.plusDays(1)).expect(404);
        clock.moveTo(last.plusDays(1));
        api.get(BASE + "/matters/" + code).expect(404);
        assertThat(api.get(BASE + "/matters?limit=500").text()).doesNotContain(code);
        assertThat(api.get(BASE + "/editions/national-2024").text()).doesNotContain(code);
    }

    @Test
    void whatWasInForceOnADayThatIsPastStaysSo() {
        String code = newCode();
        LocalDate today = LocalDate.now(clock);
        Catalogue.of(api).publish("matters", matter(code, "第一版", "2024-02-18"));
        Answer refused = editor().post(BASE + "/matters", matter(code, "第二版", today.minusDays(1).toString())).expect(422);

        assertThat(refused.at("/violations/0/field")).isEqualTo("effectiveFrom");
        assertThat(refused.at("/violations/0/rule")).isEqualTo("not-retroactive");
        assertThat(refused.at("/violations/0/message")).contains(today.toString());
        Catalogue.of(api).publish("matters", matter(code, "第二版", today.toString()));
        assertThat(api.get(BASE + "/matters/" + code).at("/name")).isEqualTo("第二版");
        assertThat(api.get(BASE + "/matters/" + code + "?asOf=" + today.minusDays(1)).at("/name")).isEqualTo("第一版");
    }

    @Test
    void aVersionDoesNotBeginBeforeTheOneThatItFollows() {
        String code = newCode();
        LocalDate later = LocalDate.now(clock).plusDays(30);
        Catalogue.of(api).publish("matters", matter(code, "第一版", "2024-02-18"));
        Catalogue.of(api).publish("matters", matter(code, "第二版", later.toString()));

        assertThat(editor().post(BASE + "/matters", matter(code, "第三版")).expect(422).at("/violations/0/rule"))
                .isEqualTo("not-retroactive");
        Catalogue.of(api).open("matters", matter(code, "第三版", later.toString()));
    }

    @Test
    void aDraftWhoseFirstDayIsPastWhenItIsApprovedIsNotPublished() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "第一版", "2024-02-18"));
        Answer draft = Catalogue.of(api).open("matters", matter(code, "第二版"));
        clock.moveTo(LocalDate.now(clock).plusDays(1));

        assertThat(Catalogue.of(api).approve(draft.header("Location"), draft.header("ETag")).expect(422)
                .at("/violations/0/rule")).isEqualTo("not-retroactive");
    }

    @Test
    void codesThatOtherContentNamesCannotBeDroppedByANewVersion() {
        Answer classes = api.get(BASE + "/code-sets/classes").expect(200);
        String dropping = Catalogue.fromToday(classes)
                .replaceAll("\\{\"code\":\"(02|13)\"[^}]*},?", "").replace(",]", "]");
        Answer refused = editor().with("If-Match", classes.header("ETag"))
                .put(BASE + "/code-sets/classes/draft", dropping).expect(422);

        assertThat(refused.json().at("/violations").findValuesAsString("rule")).hasSizeGreaterThan(1)
                .containsOnly("still-needed");
        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .contains("items/SF.classCode", "items/ZY.classCode");
        editor().get(BASE + "/code-sets/classes/draft").expect(404);
    }

    @Test
    void aDraftIsHeldAgainstWhatWasPublishedBesideItMeanwhile() {
        String item = newCode();
        String register = api.get(BASE + "/items/DJ").text().replace("\"DJ\"", "\"" + item + "\"");
        Catalogue.of(api).publish("items", register);
        Answer read = api.get(BASE + "/items/" + item);
        String without = Catalogue.fromToday(read).replaceAll("\\{\"code\":\"SZSF\"[^}]*},", "");
        Answer draft = editor().with("If-Match", read.header("ETag")).put(BASE + "/items/" + item + "/draft", without)
                .expect(200);
        Catalogue.of(api).publish("report-templates", api.get(BASE + "/report-templates/person-own").text()
                .replace("\"person-own\"", "\"" + newCode() + "\"")
                .replaceFirst("\"items\":\\[", "\"items\":[{\"item\":\"" + item + "\",\"columns\":[\"SZSF\"]},"));

        Answer refused = Catalogue.of(api).approve(BASE + "/items/" + item + "/draft", draft.header("ETag")).expect(422);
        assertThat(refused.at("/violations/0/rule")).isEqualTo("still-needed");
        assertThat(refused.at("/violations/0/message")).contains("report-templates/", "SZSF");
    }

    @Test
    void onlyOneDraftOfACodeIsOpenAtATime() {
        String code = newCode();
        Catalogue.of(api).open("matters", matter(code, "甲"));

        Answer refused = api.as(Catalogue.OTHER_EDITOR).post(BASE + "/matters", matter(code, "乙")).expect(409);
        assertThat(refused.at("/code")).isEqualTo("catalog.draft.exists");
    }

    @Test
    void aChangeNeedsTheTagOfWhatItsAuthorHasRead() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "甲"));
        String path = draft.header("Location");

        editor().put(path, matter(code, "乙")).expect(428);
        editor().with("If-Match", "\"1-9-000000000000\"").put(path, matter(code, "乙")).expect(412);
        Answer changed = editor().with("If-Match", draft.header("ETag")).put(path, matter(code, "乙")).expect(200);
        editor().with("If-Match", draft.header("ETag")).put(path, matter(code, "丙")).expect(412);

        assertThat(changed.header("ETag")).isNotEqualTo(draft.header("ETag"));
        assertThat(editor().get(path).expect(200).at("/name")).isEqualTo("乙");
    }

    @Test
    void aDraftCanBeOpenedOnTheVersionThatWasRead() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "第一版"));
        Answer read = api.get(BASE + "/matters/" + code).expect(200);
        String draft = BASE + "/matters/" + code + "/draft";
        String changed = Catalogue.fromToday(read).replace("第一版", "第二版");

        editor().put(draft, changed).expect(428);
        editor().with("If-Match", "\"of something else\"").put(draft, changed).expect(412);
        Answer opened = editor().with("If-Match", read.header("ETag")).put(draft, changed).expect(200);

        assertThat(opened.at("/version")).isEqualTo("2");
        assertThat(opened.at("/status")).isEqualTo("DRAFT");
        editor().with("If-None-Match", "*").put(draft, changed).expect(428);
    }

    @Test
    void aDraftThatWasDiscardedLeavesNothingBehind() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "误"));

        editor().delete(draft.header("Location")).expect(428);
        editor().with("If-Match", draft.header("ETag")).delete(draft.header("Location")).expect(204);
        editor().get(draft.header("Location")).expect(404);
        assertThat(Catalogue.of(api).open("matters", matter(code, "正")).at("/version")).isEqualTo("1");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsStored() {
        String code = newCode();
        Answer refused = editor().post(BASE + "/measures", """
                {"code": "%s", "edition": "nowhere", "effectiveFrom": "2024-13-01", "group": "Z", "name": " ", "content": "x",
                 "executors": "各部门", "mandatory": "yes", "matters": [], "source": "x", "colour": "red"}""".formatted(code))
                .expect(422);

        assertThat(refused.at("/code")).isEqualTo("catalog.content.invalid");
        assertThat(refused.json().at("/violations").findValuesAsString("field")).containsExactlyInAnyOrder(
                "effectiveFrom", "group", "name", "target", "legalBasis", "executors", "mandatory", "colour");
        editor().get(BASE + "/measures/" + code + "/draft").expect(404);
    }

    @Test
    void rulesBetweenKindsHoldForDraftsToo() {
        Answer refused = editor().post(BASE + "/lists", """
                {"code": "%s", "edition": "nowhere", "effectiveFrom": "2026-01-01", "effectiveTo": "2025-01-01", "name": "试",
                 "kind": "BLACK", "authority": "试", "legalBasis": "试", "source": "试", "termMonths": 6, "shortestMonths": 12,
                 "noticeWorkingDays": 5, "minimumSeverity": "SERIOUS", "items": ["NIX"], "measures": ["M01", "M99"]}"""
                .formatted(newCode())).expect(422);

        assertThat(refused.json().at("/violations").findValuesAsString("field")).containsExactlyInAnyOrder(
                "edition", "effectiveTo", "shortestMonths", "items", "measures");
    }

    @Test
    void aRedListBringsIncentivesAndTheOthersRestraints() {
        assertThat(measuresRefused("tax-a", "I01", "M01")).containsExactly("measures measure-of-kind");
        assertThat(measuresRefused("market-serious", "M01", "I01")).containsExactly("measures measure-of-kind");
        assertThat(measuresRefused("attention", "M09", "I01")).containsExactly("measures measure-of-kind");
    }

    /** What is wrong with a copy of this list when one of its measures is another. */
    private List<String> measuresRefused(String list, String measure, String other) {
        String copy = api.get(BASE + "/lists/" + list).text().replace("\"" + list + "\"", "\"" + newCode() + "\"");
        assertThat(copy).contains("\"" + measure + "\"");
        editor().post(BASE + "/lists", copy).expect(201);
        return editor().post(BASE + "/lists", copy.replace("\"" + measure + "\"", "\"" + other + "\"")).expect(422)
                .json().at("/violations").valueStream().map(fault -> fault.at("/field").asString() + " " + fault.at("/rule").asString())
                .toList();
    }

    @Test
    void aMeasureThatARedListBringsDoesNotBecomeARestraint() {
        Answer incentive = api.get(BASE + "/measures/I01").expect(200);

        Answer refused = editor().with("If-Match", incentive.header("ETag")).put(BASE + "/measures/I01/draft",
                Catalogue.fromToday(incentive).replace("\"INCENTIVE\"", "\"A\"")).expect(422);
        assertThat(refused.json().at("/violations").findValuesAsString("rule")).containsOnly("still-needed");
        assertThat(refused.json().at("/violations").findValuesAsString("field")).contains("lists/tax-a.measures");
    }

    @Test
    void whatOtherContentNamesIsNotGivenAnEndBeforeThatContentEnds() {
        String matter = newCode();
        String measure = newCode();
        LocalDate end = LocalDate.now(clock).plusDays(10);
        Catalogue.of(api).publish("matters", matter(matter, "在用"));
        Catalogue.of(api).publish("measures", measureOf(measure, matter, ""));
        Api read = editor().with("If-Match", api.get(BASE + "/matters/" + matter).header("ETag"));

        Answer refused = read.put(BASE + "/matters/" + matter + "/draft", ending(matter(matter, "将止"), end)).expect(422);
        assertThat(refused.at("/violations/0/rule")).isEqualTo("still-needed");
        assertThat(refused.at("/violations/0/message")).contains("measures/" + measure);
        Catalogue.of(api).publish("measures", measureOf(measure, matter, ending("", end)));
        read.put(BASE + "/matters/" + matter + "/draft", ending(matter(matter, "将止"), end)).expect(200);
    }

    @Test
    void contentDoesNotNameWhatEndsBeforeItDoes() {
        String matter = newCode();
        LocalDate end = LocalDate.now(clock).plusDays(10);
        Catalogue.of(api).publish("matters", ending(matter(matter, "有期限"), end));

        for (String until : List.of("", ending("", end.plusDays(1)))) {
            assertThat(editor().post(BASE + "/measures", measureOf(newCode(), matter, until)).expect(422)
                    .at("/violations/0/field")).isEqualTo("matters");
        }
        editor().post(BASE + "/measures", measureOf(newCode(), matter, ending("", end))).expect(201);
    }

    @Test
    void contentDoesNotNameWhatIsNotYetInForceOnItsOwnFirstDay() {
        String matter = newCode();
        LocalDate first = LocalDate.now(clock).plusDays(10);
        Catalogue.of(api).publish("matters", matter(matter, "将行", first.toString()));

        Answer refused = editor().post(BASE + "/measures", measureOf(newCode(), matter, "")).expect(422);
        assertThat(refused.json().at("/violations").findValuesAsString("field")).containsExactly("matters");
        assertThat(refused.at("/violations/0/rule")).isEqualTo("not-yet-in-force");
        assertThat(refused.at("/violations/0/message")).contains(matter, LocalDate.now(clock).toString(), "尚未生效", "effectiveFrom");
        clock.moveTo(first);
        editor().post(BASE + "/measures", measureOf(newCode(), matter, "")).expect(201);
    }

    @Test
    void contentDoesNotNameAColumnThatItsItemOnlyGetsLater() {
        String item = newCode();
        String from = LocalDate.now(clock).plusDays(10).toString();
        Catalogue.of(api).publish("items", api.get(BASE + "/items/DJ").text().replace("\"DJ\"", "\"" + item + "\""));
        Answer read = api.get(BASE + "/items/" + item);
        Catalogue.of(api).publish("items", Catalogue.fromToday(read).replaceFirst("(\"effectiveFrom\":\")[0-9-]+", "$1" + from)
                .replace("\"SZSF\"", "\"SZSFNEU\""));
        String template = api.get(BASE + "/report-templates/person-own").text().replace("\"person-own\"", "\"" + newCode() + "\"")
                .replaceFirst("\"items\":\\[", "\"items\":[{\"item\":\"" + item + "\",\"columns\":[\"SZSFNEU\"]},");

        assertThat(editor().post(BASE + "/report-templates", template).expect(422).at("/violations/0/rule"))
                .isEqualTo("not-yet-in-force");
        editor().post(BASE + "/report-templates", template.replaceFirst("(\"effectiveFrom\":\")[0-9-]+", "$1" + from)).expect(201);
    }

    /** JSON with a last day; a bare field where there is no JSON. */
    private static String ending(String json, LocalDate end) {
        String field = "\"effectiveTo\": \"" + end + "\", ";
        return json.isEmpty() ? field : json.replaceFirst("\\{", "{" + field);
    }

    private String measureOf(String code, String matter, String more) {
        return """
                {%s"code": "%s", "edition": "national-2024", "effectiveFrom": "%s", "group": "C", "name": "试", "content": "试",
                 "target": "试", "legalBasis": "试", "executors": [], "mandatory": false, "matters": ["%s"], "source": "试"}"""
                .formatted(more, code, LocalDate.now(clock), matter);
    }

    @Test
    void aLegalBasisIsRequiredOfEveryKind() {
        Answer refused = editor().post(BASE + "/matters",
                matter(newCode(), "无依据").replace("测试办法第一条", "")).expect(422);

        assertThat(refused.at("/violations/0/field")).isEqualTo("legalBasis");
        assertThat(refused.at("/violations/0/rule")).isEqualTo("required");
        assertThat(refused.at("/violations/0/message")).contains("请补充");
    }

    @Test
    void forbiddenDataAreRefusedWithTheArticle() {
        String item = api.get(BASE + "/items/DJ").text().replace("\"DJ\"", "\"" + newCode() + "\"")
                .replace("经营范围", "宗教信仰");
        Answer refused = editor().post(BASE + "/items", item).expect(422);

        assertThat(refused.at("/violations/0/rule")).isEqualTo("forbidden-data");
        assertThat(refused.at("/violations/0/message")).contains("征信业管理条例第十四条");
    }

    @Test
    void forbiddenDataAreRefusedInEveryKindThatCouldBringThemIn() {
        String template = api.get(BASE + "/commitment-templates/voluntary").text().replace("voluntary", newCode());
        String model = api.get(BASE + "/evaluation-models/enterprise").text().replace("\"enterprise\"", "\"" + newCode() + "\"");
        String set = """
                {"name": "%s", "title": "%s", "edition": "national-2024", "effectiveFrom": "2024-02-18", "legalBasis": "试",
                 "source": "试", "entries": [{"code": "A", "name": "%s", "source": "试"}]}""";

        assertThat(forbidden("commitment-templates", template.replaceFirst("\"text\":\"", "\"text\":\"本人无传染病史。")))
                .containsExactly("text");
        assertThat(forbidden("evaluation-models", model.replace("知识产权", "健康状况"))).hasSize(1)
                .allMatch(field -> field.endsWith(".name"));
        assertThat(forbidden("report-templates", api.get(BASE + "/report-templates/person-own").text()
                .replace("\"person-own\"", "\"" + newCode() + "\"").replace("职称和职业资格\"", "病史\"")))
                .containsExactly("sections[2].title");
        assertThat(forbidden("code-sets", set.formatted(newCode(), "Blood types", "宗教团体成员")))
                .containsExactly("title", "entries");
    }

    @Test
    void onlyAWithdrawnCodeHasASuccessorAndThatIsACodeOfTheSet() {
        String set = """
                {"name": "%s", "title": "试", "edition": "national-2024", "effectiveFrom": "2024-02-18", "legalBasis": "试", "source": "试",
                 "entries": [{"code": "A", "name": "甲", "validTo": %s, "successor": "%s", "source": "试"},
                   {"code": "B", "name": "乙", "source": "试"}]}""";

        editor().post(BASE + "/code-sets", set.formatted(newCode(), "\"2024-12-31\"", "B")).expect(201);
        for (List<String> wrong : List.of(List.of("null", "B"), List.of("\"2024-12-31\"", "C"), List.of("\"2024-12-31\"", "A"))) {
            Answer refused = editor().post(BASE + "/code-sets", set.formatted(newCode(), wrong.get(0), wrong.get(1))).expect(422);
            assertThat(refused.at("/violations/0/field")).isEqualTo("entries");
        }
    }

    @Test
    void anIndicatorChoosesRecordsByColumnsThatItsItemsHave() {
        String model = api.get(BASE + "/evaluation-models/enterprise").text().replace("\"enterprise\"", "\"" + newCode() + "\"");

        Answer refused = editor().post(BASE + "/evaluation-models", model.replace("\"CN_ZT\"", "\"CN_NONE\"")).expect(422);
        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .containsExactly("indicators[4].when.column", "indicators[5].when.column");
        editor().post(BASE + "/evaluation-models", model.replace("[\"未履行\"]", "[]")).expect(422);
        assertThat(editor().post(BASE + "/evaluation-models", model.replace("[\"未履行\"]", "[\"没有履行\"]")).expect(422)
                .at("/violations/0/rule")).isEqualTo("not-allowed");
    }

    @Test
    void aReportChoosesRecordsByColumnsThatTheItemHasAndValuesThatTheyAllow() {
        String template = api.get(BASE + "/report-templates/special-no-violation").text()
                .replace("\"special-no-violation\"", "\"" + newCode() + "\"");

        Answer column = editor().post(BASE + "/report-templates", template.replace("\"SF_CPLX\"", "\"SF_NONE\"")).expect(422);
        assertThat(column.json().at("/violations").findValuesAsString("field")).containsExactly("sections[4].items[0].when.column");
        Answer value = editor().post(BASE + "/report-templates", template.replace("[\"刑事\"]", "[\"刑事\",\"刑罚\"]")).expect(422);
        assertThat(value.json().at("/violations").findValuesAsString("field")).containsExactly("sections[4].items[0].when.in");
        assertThat(value.at("/violations/0/message")).contains("刑罚", "请改用该列的允许值").doesNotContain("刑事");
        editor().post(BASE + "/report-templates", template).expect(201);
    }

    @Test
    void aValueThatAReportChoosesByIsNotDropped() {
        Answer rulings = api.get(BASE + "/items/SF").expect(200);

        Answer refused = editor().with("If-Match", rulings.header("ETag")).put(BASE + "/items/SF/draft",
                Catalogue.fromToday(rulings).replace("[\"刑事\",", "[\"刑\",")).expect(422);
        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .containsOnly("report-templates/special-no-violation.sections[4].items[0].when.in");
        assertThat(refused.at("/violations/0/rule")).isEqualTo("still-needed");
    }

    private List<String> forbidden(String kind, String json) {
        Answer refused = editor().post(BASE + "/" + kind, json).expect(422);
        assertThat(refused.at("/violations/0/rule")).isEqualTo("forbidden-data");
        assertThat(refused.at("/violations/0/message")).contains("征信业管理条例第十四条");
        return refused.json().at("/violations").findValuesAsString("field");
    }

    @Test
    void aSourceNeedsARealCodeAndACurrentDivision() {
        String source = """
                {"uscc": "%s", "name": "测试局", "edition": "anhui-supplement", "effectiveFrom": "2026-01-01",
                 "division": "%s", "legalBasis": "测试", "source": "测试"}""";
        assertThat(editor().post(BASE + "/sources", source.formatted("11340000000000000X", "340225")).expect(422)
                .json().at("/violations").findValuesAsString("rule"))
                .containsExactlyInAnyOrder("uscc-check-digit", "reference");

        Catalogue.of(api).publish("sources", source.formatted("11340000000000000G", "340400"));
        Answer published = api.get(BASE + "/sources/11340000000000000G").expect(200);
        assertThat(published.at("/division")).isEqualTo("340400");
    }

    @Test
    void theCodeOfTheBodyIsTheCodeOfThePath() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "甲"));

        assertThat(editor().with("If-Match", draft.header("ETag")).put(draft.header("Location"), matter(newCode(), "乙"))
                .expect(422).at("/violations/0/rule")).isEqualTo("code-of-path");
    }

    @Test
    void aRequestRepeatedWithItsKeyGetsTheDraftThatItMade() {
        String code = newCode();
        Api keyed = editor().with("Idempotency-Key", "open-" + code);
        Answer first = keyed.post(BASE + "/matters", matter(code, "甲")).expect(201);

        assertThat(keyed.post(BASE + "/matters", matter(code, "甲")).expect(201).text()).isEqualTo(first.text());
        keyed.post(BASE + "/matters", matter(code, "乙")).expect(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code-sets", "matters", "measures", "masks", "calendars", "repair-rules", "items", "lists",
        "commitment-templates", "report-templates", "evaluation-models"})
    void theOneMechanismServesEveryKind(String kind) {
        String code = api.get(BASE + "/changes?limit=500").json().at("/items").valueStream()
                .filter(change -> change.at("/kind").asString().equals(kind) && !change.at("/code").asString().startsWith("T"))
                .findFirst().orElseThrow().at("/code").asString();
        Answer first = api.get(BASE + "/" + kind + "/" + code + "/versions/1").expect(200);
        String path = BASE + "/" + kind + "/" + code;
        Answer draft = editor().with("If-Match", first.header("ETag"))
                .put(path + "/draft", Catalogue.fromToday(first).replaceFirst("\"legalBasis\":\"", "\"legalBasis\":\"修订："));

        assertThat(draft.expect(200).at("/version")).isEqualTo("2");
        Catalogue.of(api).approve(path + "/draft", draft.header("ETag")).expect(200);
        assertThat(api.get(path + "/versions").json().at("/items").findValuesAsString("status"))
                .containsExactly("PUBLISHED", "PUBLISHED");
        assertThat(api.get(path + "/versions/1").at("/legalBasis")).isEqualTo(first.at("/legalBasis"));
        assertThat(api.get(path + "/diff?from=1&to=2").json().at("/differences").findValuesAsString("path"))
                .containsExactly("effectiveFrom", "legalBasis", "version");
    }

    @Test
    void theApiDocumentNamesTheMechanismsPaths() {
        assertThat(api.get(BASE + "/openapi").expect(200).json().at("/paths").propertyNames()).contains(
                BASE + "/items", BASE + "/items/{code}", BASE + "/{kind}", BASE + "/{kind}/{code}/draft",
                BASE + "/{kind}/{code}/publish", BASE + "/{kind}/{code}/retire", BASE + "/{kind}/{code}/retirement", BASE + "/{kind}/{code}/versions",
                BASE + "/{kind}/{code}/diff", BASE + "/changes", BASE + "/editions/imports");
    }

    @Test
    void whoMayDoWhat() {
        String code = newCode();
        Token operator = Token.of("province", "province-operator");
        Token clerk = Token.of("clerk", "department-user");
        api.post(BASE + "/matters", matter(code, "甲")).expect(401);
        api.as(clerk).post(BASE + "/matters", matter(code, "甲")).expect(403);
        api.as(operator).post(BASE + "/matters", matter(code, "甲")).expect(403);
        api.as(Catalogue.APPROVER).post(BASE + "/matters", matter(code, "甲")).expect(403);
        Answer draft = Catalogue.of(api).open("matters", matter(code, "甲"));

        api.get(draft.header("Location")).expect(401);
        api.as(clerk).get(draft.header("Location")).expect(403);
        api.as(operator).get(draft.header("Location")).expect(200);
        assertThat(api.as(operator).get(BASE + "/drafts?limit=500").expect(200).text()).contains(code, "editor-zhang");
        editor().with("If-Match", draft.header("ETag"))
                .post(draft.header("Location").replace("/draft", "/publish"), "{}").expect(403);
    }
}
