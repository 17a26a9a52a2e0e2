package cn.publiccredit.catalog.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.ShippedFiles;
import cn.publiccredit.catalog.content.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Numbers that nobody saw in print must say so: operators decide by them. */
class SourceMarksTests {

    private static final Pattern MARK = Pattern.compile("\\[M]|\\[memory]|\\[待省级确定]");
    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十百零]+条|〔\\d{4}〕\\d+号|令第\\d+号|GB");

    private static final Set<String> MEASURED = Set.of("TEXT", "ENUM", "CODE", "ID_NUMBER", "MONEY_TEXT");

    private static boolean isGrounded(JsonNode rule) {
        String source = rule.at("/source").asString("");
        return MARK.matcher(source).find() || ARTICLE.matcher(source).find();
    }

    @Test
    void everyNumericRuleOfAnItemRestsOnAnArticleOrSaysThatItWasNotSeen() {
        for (JsonNode item : ShippedFiles.pieces("items")) {
            String code = item.at("/code").asString();
            assertThat(isGrounded(item.at("/publicity"))).as(code + " publicity").isTrue();
            assertThat(isGrounded(item.at("/timeliness"))).as(code + " timeliness").isTrue();
            for (JsonNode rule : item.at("/severity/rules")) {
                assertThat(isGrounded(rule)).as(code + " " + rule).isTrue();
                boolean amount = rule.has("fineFrom") || rule.has("onlyFineBelow");
                assertThat(amount && !rule.at("/source").asString().contains("[待省级确定]")).as(code + " " + rule).isFalse();
            }
        }
    }

    @Test
    void lengthsOfColumnsThatWereNotSeenInPrintSaySo() {
        for (JsonNode item : ShippedFiles.pieces("items")) {
            StreamSupport.stream(item.at("/columns").spliterator(), false)
                    .filter(column -> MEASURED.contains(column.at("/type").asString()))
                    .forEach(column -> assertThat(column.at("/source").asString())
                            .as(item.at("/code").asString() + " " + column.at("/code").asString())
                            .matches(source -> MARK.matcher(source).find() || source.contains("[D]")
                                    || source.contains("本平台约定")));
        }
    }

    @Test
    void ofLicencesNoLengthButThoseOfCodesAndDatesWasSeen() {
        JsonNode licence = ShippedFiles.pieces("items").stream().filter(item -> item.at("/code").asString().equals("XK")).findFirst()
                .orElseThrow();
        assertThat(StreamSupport.stream(licence.at("/columns").spliterator(), false)
                .filter(column -> MEASURED.contains(column.at("/type").asString()))
                .filter(column -> !column.at("/source").asString().contains("[M]"))).isEmpty();
    }

    @Test
    void everyListsTermRestsOnAnArticleOrSaysThatItWasNotSeen() {
        for (JsonNode list : ShippedFiles.pieces("lists")) {
            String source = list.at("/source").asString();
            assertThat(MARK.matcher(source).find()).as(list.at("/code").asString()).isTrue();
            assertThat(list.at("/kind").asString().equals("BLACK") && !source.contains("告知期[memory]"))
                    .as(list.at("/code").asString()).isFalse();
        }
        assertThat(source("lists", "market-serious")).contains("期限3年、满1年可申请提前移出[memory]");
    }

    @Test
    void measuresSayWhatOfThemIsFromMemory() {
        for (JsonNode measure : ShippedFiles.pieces("measures")) {
            assertThat(measure.at("/source").asString()).as(measure.at("/code").asString()).contains("[memory]")
                    .containsAnyOf("内容、对象、实施主体", "内容、实施主体", "内容、对象、依据见");
        }
    }

    @Test
    void deadlinesMasksCalendarsAndModelsAreGrounded() {
        for (String kind : List.of("repair-rules", "masks", "calendars", "evaluation-models", "commitment-templates")) {
            assertThat(ShippedFiles.pieces(kind)).as(kind).isNotEmpty().allMatch(SourceMarksTests::isGrounded);
        }
    }

    @Test
    void aLawOrDocumentThatNobodyReadSaysSoWhereverItIsNamed() {
        List<String> silent = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SOURCES) {
                ShippedFiles.pieces(kind.path()).forEach(piece -> silent(piece, kind.path() + " " + name(piece), silent));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void columnsThatAreSaidToBeFieldsOfReportsWereSeenThere() {
        for (JsonNode item : ShippedFiles.pieces("items")) {
            String code = item.at("/code").asString();
            assertThat(item.at("/columns").valueStream()
                    .filter(column -> column.at("/source").asString().startsWith("公共信用信息报告标准（2022年版）")
                            || column.at("/source").asString().contains("；公共信用信息报告标准（2022年版）"))
                    .map(column -> column.at("/code").asString())).as(code).isSubsetOf(VerifiedSources.reportFields(code));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "行政处罚法第四十八条；政府信息公开条例第二十条|政府信息公开条例第二十条", "行政许可法第七十八条、第四十条|行政许可法第七十八条、第四十条",
        "食品安全法实施条例第六十六条；消防法|消防法", "应急管理部令第11号；期限[memory]|应急管理部令第11号", "农业行业规定|农业行业规定",
        "保障中小企业款项支付条例（2025）第二十六条|''", "消防法[memory]|''", "列名按双公示数据标准的写法拟定|''", "依法公示，全国无统一规定|''"})
    void whatIsLookedForIsFound(String text, String unmarked) {
        assertThat(VerifiedSources.unmarked(text)).isEqualTo(unmarked);
    }

    private static void silent(JsonNode node, String at, List<String> silent) {
        for (String field : List.of("legalBasis", "source")) {
            String unmarked = node.path(field).isString() ? VerifiedSources.unmarked(node.path(field).asString()) : "";
            if (!unmarked.isEmpty()) {
                silent.add(at + " " + field + ": " + unmarked);
            }
        }
        node.forEach(inner -> silent(inner, inner.isObject() ? at + " " + name(inner) : at, silent));
    }

    private static String name(JsonNode piece) {
        return piece.path("code").asString(piece.path("name").asString(piece.path("year").asString("")));
    }

    private static String source(String kind, String code) {
        return ShippedFiles.pieces(kind).stream().filter(piece -> piece.at("/code").asString().equals(code)).findFirst().orElseThrow()
                .at("/source").asString();
    }
}
