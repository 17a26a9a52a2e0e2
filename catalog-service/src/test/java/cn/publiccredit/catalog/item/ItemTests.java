package cn.publiccredit.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ItemTests {

    private static final String ITEMS = "/api/catalog/v1/items";

    /** In the order of the data standard's tables. */
    private static final List<String> XK = List.of(
            "XK_XDR_MC", "XK_XDR_LB", "XK_XDR_SHXYM", "XK_XDR_GSZC", "XK_XDR_ZZJG", "XK_XDR_SWDJ", "XK_XDR_SYDW",
            "XK_XDR_SHZZ", "XK_FRDB", "XK_FR_ZJLX", "XK_FR_ZJHM", "XK_XDR_ZJLX", "XK_XDR_ZJHM", "XK_XKWS", "XK_WSH",
            "XK_XKLB", "XK_XKZS", "XK_XKBH", "XK_NR", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI", "XK_XKJG", "XK_XKJGDM",
            "XK_ZT", "XK_LYDW", "XK_LYDWDM", "BZ");

    private static final List<String> CF = List.of(
            "CF_XDR_MC", "CF_XDR_LB", "CF_XDR_SHXYM", "CF_XDR_GSZC", "CF_XDR_ZZJG", "CF_XDR_SWDJ", "CF_XDR_SYDW",
            "CF_XDR_SHZZ", "CF_FRDB", "CF_FR_ZJLX", "CF_FR_ZJHM", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_WSH", "CF_WFXW",
            "CF_SY", "CF_YJ", "CF_CFLB", "CF_NR", "CF_NR_FK", "CF_NR_WFFF", "CF_NR_ZKDX", "CF_JDRQ", "CF_YXQ",
            "CF_GSJZQ", "CF_CFJG", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM", "BZ");

    /** Beside the standard's: a department may grade a penalty itself, with its reason, and say how it was decided. */
    private static final List<String> OWN_OF_CF = List.of("CF_SXCD", "CF_SXCDLY", "CF_CXLX");

    @Autowired
    Api api;

    @Autowired
    MovingClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theListShowsTheShippedItemsInOrderOfCode() {
        Answer answer = api.get(ITEMS + "?limit=500").expect(200);

        List<String> codes = texts(answer.json().at("/items"), "code");
        assertThat(codes).isSorted().contains("DJ", "XK", "CF", "QZ", "JC", "SX", "YC", "RY", "CN", "HT", "PJ", "QS",
                "RZNS", "RZSB", "RZSDQ", "SXGZ", "SXSS", "SXAQ", "SXSC", "SXCG", "SXTJ", "SXWL", "SXSZ", "SXHG", "SXZC");
        assertThat(answer.at("/items/0/version")).isEqualTo("1");
        assertThat(answer.at("/items/0/status")).isEqualTo("PUBLISHED");
        assertThat(answer.at("/next")).isEmpty();
    }

    @Test
    void eachOfTheThirteenNationalClassesHasAnItem() {
        assertThat(texts(api.get(ITEMS + "?limit=500").expect(200).json().at("/items"), "classCode")).contains(
                "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13");
    }

    @Test
    void theProvinceHasASupplement() {
        assertThat(texts(api.get(ITEMS + "?limit=500").expect(200).json().at("/items"), "edition"))
                .contains("national-2024", "anhui-supplement");
    }

    @Test
    void theListGoesOnAfterItsCursor() {
        Answer first = api.get(ITEMS + "?limit=2").expect(200);
        Answer second = api.get(ITEMS + "?limit=2&after=" + first.at("/next")).expect(200);

        assertThat(texts(first.json().at("/items"), "code")).containsExactly("AHLK", "AHSD");
        assertThat(texts(second.json().at("/items"), "code")).containsExactly("BC", "CF");
    }

    @Test
    void whatIsSharedOnlyIsNeverShown() {
        for (String code : List.of("SF", "QZ", "ZC", "RZNS", "QS")) {
            JsonNode publicity = api.get(ITEMS + "/" + code).expect(200).json().at("/publicity");

            assertThat(List.of("MINOR", "GENERAL", "SERIOUS", "NONE"))
                    .noneMatch(severity -> publicity.at("/" + severity + "/shown").asBoolean());
        }
    }

    @Test
    void theRegisterSaysWhichColumnsAreTypeCapitalAndScope() {
        Answer item = api.get(ITEMS + "/DJ").expect(200);

        assertThat(item.at("/roles/registeredType")).isEqualTo("QYLX");
        assertThat(item.at("/roles/registeredCapital")).isEqualTo("ZCZB");
        assertThat(item.at("/roles/businessScope")).isEqualTo("JYFW");
    }

    @Test
    void licencesHaveEveryColumnOfTheStandardInItsOrder() {
        assertThat(texts(api.get(ITEMS + "/XK").expect(200).json().at("/columns"), "code")).isEqualTo(XK);
    }

    @Test
    void penaltiesHaveEveryColumnOfTheStandardInItsOrder() {
        assertThat(texts(api.get(ITEMS + "/CF").expect(200).json().at("/columns"), "code"))
                .isEqualTo(Stream.concat(CF.stream(), OWN_OF_CF.stream()).toList());
    }

    @Test
    void removalFromAListEndsItsPublicity() {
        List<String> lists = texts(api.get(ITEMS + "?limit=500").json().at("/items"), "code").stream()
                .filter(code -> code.startsWith("YC") || code.startsWith("SX")).toList();

        assertThat(lists).hasSize(26);
        for (String code : lists) {
            Answer item = api.get(ITEMS + "/" + code).expect(200);
            assertThat(item.at("/roles/endedOn")).isEqualTo(code + (code.equals("SX") ? "_PBRQ" : "_YCRQ"));
            assertThat(item.at("/roles/publicUntil")).as(code).isEqualTo(switch (code) {
                case "YC", "YCSZ", "YCSY" -> "";
                case "SXCG" -> "SXCG_CFJZ";
                default -> code + "_QX";
            });
        }
    }

    @Test
    void whatWasPromisedAndPutRightIsToldFromWhatWasKeptAndWhatStands() {
        for (List<String> item : List.of(List.of("CN", "CN_ZGRQ", "未履行"), List.of("HT", "HT_ZGRQ", "部分履行", "未履行"),
                List.of("QS", "QS_QCRQ", "未清偿", "部分清偿"))) {
            Answer told = api.get(ITEMS + "/" + item.get(0)).expect(200);
            assertThat(told.at("/roles/repairedOn")).isEqualTo(item.get(1));
            assertThat(told.at("/severity/default")).isEqualTo("NONE");
            assertThat(told.at("/severity/rules/0/severity")).isEqualTo("GENERAL");
            assertThat(told.json().at("/severity/rules/0/anyOf").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(item.subList(2, item.size()));
        }
    }

    @Test
    void largeAndHugeFinesAreRulesOfTheProvince() {
        JsonNode rules = api.get(ITEMS + "/CF").expect(200).json().at("/severity/rules");

        assertThat(StreamSupport.stream(rules.spliterator(), false).filter(rule -> !rule.at("/fineFrom").isNull()))
                .extracting(rule -> rule.at("/severity").asString() + rule.at("/fineFrom").asString())
                .containsExactly("SERIOUS100", "GENERAL5");
        assertThat(StreamSupport.stream(rules.spliterator(), false).filter(rule -> !rule.at("/fineColumn").isNull()))
                .allMatch(rule -> rule.at("/source").asString().contains("[待省级确定]"));
    }

    @Test
    void everyColumnSaysWhereItsRuleComesFrom() {
        for (String code : texts(api.get(ITEMS + "?limit=500").json().at("/items"), "code")) {
            assertThat(texts(api.get(ITEMS + "/" + code).json().at("/columns"), "source")).allMatch(s -> !s.isBlank());
        }
    }

    @Test
    void everyItemSaysHowLongItsFilesAreKeptAndWhy() {
        for (String code : texts(api.get(ITEMS + "?limit=500").json().at("/items"), "code")) {
            Answer item = api.get(ITEMS + "/" + code).expect(200);
            assertThat(item.at("/fileRetention/years") + item.at("/fileRetention/days")).as(code).matches("[1-9]\\d*");
            assertThat(item.at("/fileRetention/source")).as(code).contains("个人信息保护法");
        }
    }

    @Test
    void identityNumbersAreNeverPublic() {
        for (String code : List.of("XK", "CF", "SX")) {
            JsonNode columns = api.get(ITEMS + "/" + code).json().at("/columns");
            List<JsonNode> numbers = StreamSupport.stream(columns.spliterator(), false)
                    .filter(c -> c.at("/personal").asString().equals("ID_NUMBER")).toList();

            assertThat(numbers).hasSize(code.equals("SX") ? 1 : 2).allMatch(c -> c.at("/publicMask").asString().equals("HIDE"));
        }
    }

    @Test
    void addressesOfThoseWhoMayBePersonsAreStoredEncryptedAndShownInPart() {
        for (String column : List.of("SXAQ_DZ", "SXCG_DZ")) {
            JsonNode address = column(column.substring(0, 4), column);

            assertThat(address.at("/personal").asString()).isEqualTo("ADDRESS");
            assertThat(address.at("/publicMask").asString()).isEqualTo("PARTIAL");
        }
    }

    @Test
    void aFineNeedsItsAmountInTenThousandYuanWithSixPlaces() {
        JsonNode fine = column("CF", "CF_NR_FK");

        assertThat(fine.at("/unit").asString()).isEqualTo("万元");
        assertThat(fine.at("/scale").asInt()).isEqualTo(6);
        assertThat(fine.at("/minExclusive").asString()).isEqualTo("0");
        assertThat(fine.at("/requiredWhen/column").asString()).isEqualTo("CF_CFLB");
        assertThat(fine.at("/requiredWhen/contains/0").asString()).isEqualTo("罚款");
    }

    @Test
    void anOrganisationNeedsItsCodeAndAPersonMustLeaveItEmpty() {
        JsonNode uscc = column("XK", "XK_XDR_SHXYM");

        assertThat(uscc.at("/requiredWhen/in").toString()).isEqualTo("[\"法人及非法人组织\",\"个体工商户\"]");
        assertThat(uscc.at("/emptyWhen/in").toString()).isEqualTo("[\"自然人\"]");
        assertThat(uscc.at("/allowPlaceholder").asBoolean()).isTrue();
    }

    @Test
    void gravePenaltiesAreShownForOneToThreeYears() {
        Answer item = api.get(ITEMS + "/CF").expect(200);

        assertThat(item.json().at("/severity/rules/0/anyOf").toString())
                .contains("吊销许可证件", "限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业");
        assertThat(item.at("/severity/default")).isEqualTo("GENERAL");
        assertThat(item.at("/publicity/SERIOUS/shortestMonths")).isEqualTo("12");
        assertThat(item.at("/publicity/SERIOUS/longestMonths")).isEqualTo("36");
        assertThat(item.at("/publicity/MINOR/shown")).isEqualTo("false");
        assertThat(item.at("/publicity/personsShown")).isEqualTo("false");
    }

    @Test
    void registrationKnowsTheHeadersOfOpenDataAndTheirWordsForNothing() {
        Answer item = api.get(ITEMS + "/DJ").expect(200);

        assertThat(texts(item.json().at("/columns"), "code")).containsExactly(
                "QYMC", "TYSHXYDM", "CLRQ", "QYLX", "ZCZB", "JYFW", "SZSF", "SZDQ", "ZS");
        assertThat(column("DJ", "CLRQ").at("/aliases").toString()).contains("注册日期");
        assertThat(item.json().at("/emptyWords").toString()).contains("N/A");
    }

    @Test
    void anItemIsThereFromItsFirstDayOn() {
        assertThat(api.get(ITEMS + "/CF?asOf=2024-02-18").expect(200).at("/version")).isEqualTo("1");
        Answer before = api.get(ITEMS + "/CF?asOf=2024-02-17").expect(404);

        assertThat(before.at("/code")).isEqualTo("catalog.item.unknown");
        assertThat(before.at("/detail")).contains("CF", "2024-02-17");
    }

    @Test
    void withoutADateTodayCounts() {
        clock.moveTo(LocalDate.of(2024, 2, 17));
        api.get(ITEMS + "/CF").expect(404);

        clock.moveTo(LocalDate.of(2026, 3, 31));
        assertThat(api.get(ITEMS + "/CF").expect(200).at("/version")).isEqualTo("1");
        clock.moveTo(LocalDate.of(2026, 4, 1));
        assertThat(api.get(ITEMS + "/CF").expect(200).at("/version")).isEqualTo("2");
    }

    @Test
    void thePeriodsThatHeldBeforeOrder36AreThereForTheirDays() {
        Answer then = api.get(ITEMS + "/CF?asOf=2025-06-01").expect(200);

        assertThat(then.at("/publicity/GENERAL/longestMonths")).isEqualTo("36");
        assertThat(then.at("/publicity/source")).contains("第58号", "2026-04-01废止", "[memory]").doesNotContain("第36号");
        assertThat(api.get(ITEMS + "/CF").expect(200).at("/publicity/GENERAL/longestMonths")).isEqualTo("12");
        assertThat(api.get(ITEMS + "/SXGZ?asOf=2025-06-01").expect(200).at("/publicity/SERIOUS/longestMonths")).isEmpty();
        assertThat(texts(api.get(ITEMS + "/CF/diff?from=1&to=2").expect(200).json().at("/differences"), "path"))
                .contains("effectiveFrom", "publicity/GENERAL/longestMonths").filteredOn(path -> path.startsWith("columns"))
                .containsExactly("columns/CF_CXLX");
    }

    @Test
    void anUnknownItemIsAProblemInTheCallersLanguage() {
        assertThat(api.with("Accept-Language", "en").get(ITEMS + "/ZZ").expect(404).at("/detail"))
                .contains("No catalogue item \"ZZ\"");
        assertThat(api.get(ITEMS + "/ZZ").expect(404).header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        api.get(ITEMS + "/CF?asOf=yesterday").expect(400);
    }

    @Test
    void whoHasAnItemAlreadyIsNotSentItAgain() {
        String tag = api.get(ITEMS + "/CF").expect(200).header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(api.with("If-None-Match", tag).get(ITEMS + "/CF").expect(304).bytes()).isEmpty();
        api.with("If-None-Match", "\"other\"").get(ITEMS + "/CF").expect(200);
        assertThat(api.get(ITEMS + "/XK").header("ETag")).isNotEqualTo(tag);
    }

    private JsonNode column(String item, String code) {
        return StreamSupport.stream(api.get(ITEMS + "/" + item).json().at("/columns").spliterator(), false)
                .filter(c -> c.at("/code").asString().equals(code)).findFirst().orElseThrow();
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false).map(n -> n.at("/" + field).asString()).toList();
    }
}
