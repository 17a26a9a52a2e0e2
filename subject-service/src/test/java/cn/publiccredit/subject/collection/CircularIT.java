package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The monthly circular, from real uploads. */
class CircularIT extends CollectionFixture {

    private static final String CIRCULAR = "/api/subject/v1/statistics/collection";
    private static final AtomicInteger NEXT = new AtomicInteger(7000);
    private static final LocalDate LAST_DAY_IN_TIME = LocalDate.of(2026, 5, 14);

    private final String body = "11340400T%08d".formatted(NEXT.incrementAndGet());
    private final String source = body + UnifiedSocialCreditCode.checkCharacter(body + "0");
    private final Token clerk =
            Token.of("局<script>" + source, "department-user").division("340400").org(source);
    private int document = NEXT.incrementAndGet() * 100;

    private Penalty row() {
        return Penalty.row().number(document++).with("CF_XDR_MC", "合肥样例食品有限公司");
    }

    private void collected(Penalty... rows) {
        collectedBy(clerk, rows);
    }

    private String collectedBy(Token who, Penalty... rows) {
        StringBuilder file = new StringBuilder(Penalty.header());
        for (Penalty row : rows) {
            file.append(row.line());
        }
        return worked(who, "CF", file.toString(), "DONE");
    }

    private String worked(Token who, String item, String file, String end) {
        String location = api.as(who).post(BATCHES + "?item=" + item, "text/csv",
                file.getBytes(StandardCharsets.UTF_8)).expect(202).header("Location");
        org.awaitility.Awaitility.await().until(() -> api.as(who).get(location).at("/state").equals(end));
        return location;
    }

    private Api province() {
        return api.as(Token.of("province", "province-operator").division("340000"));
    }

    private static JsonNode line(Answer circular, String kind, String source) {
        for (JsonNode line : circular.json().get(kind)) {
            if (line.get("source").asString().equals(source)) {
                return line.get("figures");
            }
        }
        throw new AssertionError("no line for " + source + " in " + circular.text());
    }

    private void aMonth() {
        clock.moveTo(LAST_DAY_IN_TIME);
        Penalty first = row();
        collected(first, row(), row().with("CF_SY", ""), row().with("CF_XDR_SHXYM", "91340100MA2TETA140"));
        clock.moveTo(LAST_DAY_IN_TIME.plusDays(1));
        collected(first, row(), row().with("CF_JDRQ", "2020/01/06"), row().with("CF_JDRQ", "2025/12/30"));
    }

    @Test
    void receivedReconcilesAndTimelinessCountsWorkingDaysFromTheDecision() {
        aMonth();
        Answer circular = province().get(CIRCULAR + "?month=2026-05").expect(200);
        for (String kind : new String[] {"rows", "sources"}) {
            JsonNode f = line(circular, kind, source);
            assertThat(f.get("received").asInt()).isEqualTo(8);
            assertThat(f.get("accepted").asInt()).isEqualTo(5);
            assertThat(f.get("duplicate").asInt()).isEqualTo(1);
            assertThat(f.get("rejected").asInt()).isEqualTo(2);
            assertThat(f.get("compliance").asString()).isEqualTo("0.75");
            assertThat(f.get("onTime").asInt()).as("two on the seventh working day").isEqualTo(2);
            assertThat(f.get("late").asInt()).as("one a day later, one years later").isEqualTo(2);
            assertThat(f.get("undetermined").asInt()).as("no calendar for 2025").isEqualTo(1);
            assertThat(f.get("timeliness").asString()).isEqualTo("0.5");
            assertThat(f.get("coverage").asString()).isEqualTo("0.25");
        }
        JsonNode f = line(circular, "sources", source);
        assertThat(f.get("codeFindings").get("WRONG").asInt()).isEqualTo(1);
        assertThat(f.get("codes").asInt()).isEqualTo(7);
        assertThat(f.get("codeErrorsInTenThousand").asString()).isEqualTo("1428.57");
        assertThat(line(circular, "rows", source).get("codeErrorsInTenThousand").isNull()).as("not told by item").isTrue();
        assertThat(circular.at("/rules/deadlines/0/workingDays")).isEqualTo("7");
        assertThat(circular.at("/rules/deadlines/0/source")).contains("424号");
        assertThat(circular.at("/itemsInCatalogue")).isEqualTo("4");
        long sum = 0;
        for (JsonNode line : circular.json().get("sources")) {
            sum += line.get("figures").get("received").asLong();
        }
        assertThat(circular.at("/total/received")).isEqualTo(Long.toString(sum));
    }

    @Test
    void whatAFileThatWasGivenUpBroughtCountsAndSoDoesItsFailure() {
        clock.moveTo(LAST_DAY_IN_TIME);
        intake.afterWriting(() -> {
            throw new IllegalStateException("fails always");
        });
        worked(clerk, "CF", Penalty.header() + row().line() + row().line(), "FAILED");
        JsonNode f = line(province().get(CIRCULAR).expect(200), "sources", source);
        assertThat(f.get("files").asInt()).isEqualTo(1);
        assertThat(f.get("failedFiles").asInt()).isEqualTo(1);
        assertThat(f.get("received").asInt()).as("they are in the records").isEqualTo(2);
        assertThat(f.get("accepted").asInt()).isEqualTo(2);
        assertThat(f.get("onTime").asInt()).isEqualTo(2);
        assertThat(f.get("codes").asInt()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsSilentThisMonthStillShowsWithWhatItCoveredBefore() {
        aMonth();
        clock.moveTo(LocalDate.of(2026, 6, 20));
        Answer june = province().get(CIRCULAR).expect(200);
        assertThat(june.at("/month")).isEqualTo("2026-06");
        assertThat(june.at("/provisional")).isEqualTo("true");
        JsonNode f = line(june, "sources", source);
        assertThat(f.get("received").asInt()).isZero();
        assertThat(f.get("compliance").isNull()).isTrue();
        assertThat(f.get("coverage").asString()).isEqualTo("0.25");
        assertThat(f.get("codeFindings")).as("that of May is May's").isEmpty();
        assertThat(f.get("codeErrorsInTenThousand").isNull()).isTrue();
    }

    @Test
    void aCodeThatARegisterFileGivesTwiceIsInTheRateOfItsSource() {
        clock.moveTo(LAST_DAY_IN_TIME);
        String twice = Codes.next("340100");
        worked(clerk, "DJ", "QYMC,TYSHXYDM\n合肥样例甲有限公司," + twice + "\n合肥样例乙有限公司," + twice + "\n", "DONE");
        JsonNode f = line(province().get(CIRCULAR).expect(200), "sources", source);
        assertThat(f.get("codeFindings").get("DUPLICATE").asInt()).isEqualTo(1);
        assertThat(f.get("codes").asInt()).isEqualTo(2);
        assertThat(f.get("codeErrorsInTenThousand").asDouble()).isEqualTo(5000);
    }

    @Test
    void eachSeesTheFiguresOfItsOwn() {
        aMonth();
        Answer own = api.as(clerk).get(CIRCULAR + "?month=2026-05").expect(200);
        assertThat(own.json().get("sources")).hasSize(1);
        assertThat(own.at("/total/received")).isEqualTo("8");
        Api huainan = api.as(Token.of("city", "city-operator").division("340400"));
        assertThat(line(huainan.get(CIRCULAR + "?month=2026-05").expect(200), "sources", source)).isNotNull();
        Api suzhou = api.as(Token.of("city", "city-operator").division("341300"));
        assertThat(suzhou.get(CIRCULAR + "?month=2026-05").expect(200).text()).doesNotContain(source);
        api.as(Token.of("bank", "bank").org(source)).get(CIRCULAR).expect(403);
        province().get(CIRCULAR + "?month=2099-01").expect(400);
        province().get(CIRCULAR + "?month=May").expect(400);
        province().get(CIRCULAR + "?format=pdf").expect(400);
    }

    @Test
    void theCircularIsATableForSpreadsheetsAndAPageForThePrinter() {
        aMonth();
        Answer csv = province().get(CIRCULAR + "?month=2026-05&format=csv").expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).startsWith("\ufeff月份,层级,行政区划").contains(source).contains(",0.7500,2,2,1,0.5000,")
                .containsPattern(",来源单位,340400," + source + ",.*,1428\\.57,安徽省\r?\n");
        Answer page = province().get(CIRCULAR + "?month=2026-05&format=html").expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text()).contains("<html lang=\"zh-CN\">").contains("2026年5月公共信用信息归集情况通报")
                .contains("7 个工作日").contains("1428.57").doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void aCityIsShownWithItsCountiesAndThoseThatSentNothingAreShownToo() {
        aMonth();
        Token county = Token.of("区局", "department-user").division("340403").org(Codes.of("11340403", NEXT.incrementAndGet()));
        collectedBy(county, row(), row());
        Answer circular = province().get(CIRCULAR + "?month=2026-05").expect(200);
        assertThat(of(circular, "divisions", "340403").get("received").asLong()).isPositive();
        long within = 0;
        for (JsonNode line : circular.json().get("divisions")) {
            within += line.get("division").asString().startsWith("3404") ? line.get("figures").get("received").asLong() : 0;
        }
        assertThat(of(circular, "cities", "340400").get("received").asLong()).isEqualTo(within);
        long sum = 0;
        for (JsonNode line : circular.json().get("cities")) {
            sum += line.get("figures").get("received").asLong();
        }
        assertThat(circular.at("/total/received")).isEqualTo(Long.toString(sum));
        assertThat(circular.json().get("cities").findValuesAsString("division"))
                .as("the 16 cities").hasSizeGreaterThanOrEqualTo(16).contains("340100", "341800").doesNotContain("341400", "340403");
        Api huainan = api.as(Token.of("city", "city-operator").division("340400"));
        assertThat(huainan.get(CIRCULAR + "?month=2026-05").expect(200).json().get("cities").findValuesAsString("division"))
                .containsExactly("340400");
        Api district = api.as(Token.of("district", "city-operator").division("340403"));
        assertThat(district.get(CIRCULAR + "?month=2026-05").expect(200).json().get("cities")).isEmpty();
    }

    private static JsonNode of(Answer circular, String kind, String division) {
        for (JsonNode line : circular.json().get(kind)) {
            if (line.get("division").asString().equals(division)) {
                return line.get("figures");
            }
        }
        throw new AssertionError("no line for " + division + " in " + circular.text());
    }

    @Test
    void aRegisteredSourceThatSentNothingIsReportedWithZero() {
        clock.moveTo(LocalDate.of(2026, 4, 15));
        Answer circular = province().get(CIRCULAR).expect(200);
        JsonNode f = line(circular, "sources", Catalogue.REGISTERED);
        assertThat(f.get("received").asInt()).isZero();
        assertThat(f.get("coverage").asDouble()).isZero();
        assertThat(f.get("compliance").isNull()).isTrue();
        assertThat(Integer.parseInt(circular.at("/silentSources"))).isPositive();
        assertThat(province().get(CIRCULAR + "?format=html").expect(200).text())
                .contains(Catalogue.REGISTERED_NAME + " " + Catalogue.REGISTERED + "（零报送）")
                .contains("本月零报送的来源单位 " + circular.at("/silentSources") + " 个");
        Answer own = api.as(Token.of("dept", "department-user").division("340400").org(Catalogue.REGISTERED)).get(CIRCULAR)
                .expect(200);
        assertThat(own.at("/whose")).isEqualTo(Catalogue.REGISTERED_NAME);
        assertThat(own.at("/silentSources")).isEqualTo("1");
    }

    @Test
    void aMonthThatIsOverIsJudgedByTheCatalogueOfItsLastDayWhateverIsPublishedLater() {
        clock.moveTo(LocalDate.of(2026, 3, 17));
        collected(row().with("CF_JDRQ", "2026/03/05"));
        clock.moveTo(LocalDate.of(2026, 4, 2));
        Answer march = province().get(CIRCULAR + "?month=2026-03").expect(200);
        assertThat(march.at("/rulesAsOf")).isEqualTo("2026-03-31");
        assertThat(line(march, "sources", source).get("late").asInt()).isEqualTo(1);

        Catalogue.saysOf("CF", 2, Items.json("CF").replace("\"workingDays\": 7", "\"workingDays\": 70"));
        clock.forward(Duration.ofMinutes(5));
        assertThat(province().get(CIRCULAR).expect(200).at("/rules/deadlines/0/workingDays")).as("the month that runs").isEqualTo("70");
        Answer again = province().get(CIRCULAR + "?month=2026-03").expect(200);
        assertThat(line(again, "sources", source)).isEqualTo(line(march, "sources", source));
        assertThat(again.at("/rules/deadlines/0/workingDays")).isEqualTo("7");
        Catalogue.answersWith(503);
        clock.forward(Duration.ofMinutes(5));
        assertThat(line(province().get(CIRCULAR + "?month=2026-03").expect(200), "sources", source))
                .isEqualTo(line(march, "sources", source));
        province().get(CIRCULAR + "?month=2026-02").expect(503);
    }

    @Test
    void theCircularSaysWhoseItIs() {
        clock.moveTo(LAST_DAY_IN_TIME);
        Api huainan = api.as(Token.of("city", "city-operator").division("340400"));
        assertThat(page()).contains("<title>安徽省2026年5月");
        assertThat(huainan.get(CIRCULAR + "?format=html").expect(200).text()).contains("<h1>淮南市2026年5月");
        Answer csv = huainan.get(CIRCULAR + "?format=csv").expect(200);
        assertThat(URLDecoder.decode(csv.header("Content-Disposition"), StandardCharsets.UTF_8)).contains("归集通报-淮南市-2026-05.csv");
        assertThat(csv.text()).contains("通报范围").contains(",淮南市\r\n");
        assertThat(huainan.get(CIRCULAR).expect(200).at("/whose")).isEqualTo("淮南市");
    }

    @Test
    void aSourceIsCalledAsItIsRegisteredOrAsItCallsItselfOrIsToldToBeUnregistered() {
        clock.moveTo(LAST_DAY_IN_TIME);
        Token registered = Token.of("dept-340400", "department-user").division("340400").org(Catalogue.REGISTERED);
        String location = collectedBy(registered, row().with("CF_SJLYDM", Catalogue.REGISTERED).with("CF_SJLY", "登记局旧称"), row());
        assertThat(api.as(registered).get(location).at("/source/name")).isEqualTo(Catalogue.REGISTERED_NAME);
        collected(row());
        assertThat(page()).contains("来源单位未登记（账号 局&lt;script&gt;" + source + "） " + source);
        collected(row().with("CF_SJLYDM", source).with("CF_SJLY", "自报名称局"));
        collected(row());

        assertThat(page()).contains(Catalogue.REGISTERED_NAME + " " + Catalogue.REGISTERED, "自报名称局 " + source)
                .doesNotContain("登记局旧称", "dept-340400", "未登记（账号 局&lt;script&gt;" + source)
                .containsPattern("制表时间：2026年5月\\d+日 \\d\\d:\\d\\d<");
        assertThat(province().get(CIRCULAR + "?month=2026-05&format=csv").expect(200).text())
                .contains(Catalogue.REGISTERED + "," + Catalogue.REGISTERED_NAME + ",", source + ",自报名称局,");
    }

    private String page() {
        return province().get(CIRCULAR + "?month=2026-05&format=html").expect(200).text();
    }

    @Test
    void withoutTheCatalogueTheLastGoodCalendarServes() {
        aMonth();
        String before = line(province().get(CIRCULAR + "?month=2026-05").expect(200), "sources", source).toString();
        Catalogue.answersWith(503);
        clock.forward(Duration.ofMinutes(5));
        assertThat(line(province().get(CIRCULAR + "?month=2026-05").expect(200), "sources", source).toString())
                .isEqualTo(before);
    }

    @Test
    void aSourceThatHasMovedIsSilentInNeitherDivisionAndLaterAsItIsNotRegisteredInBothButCountsOnce() {
        clock.moveTo(LAST_DAY_IN_TIME);
        collected(row());
        clock.moveTo(LocalDate.of(2026, 6, 3));
        String name = "局<script>" + source;
        collectedBy(Token.of(name, "department-user").division("341300").org(source), row());
        Api before = city("340400");
        assertThat(line(before.get(CIRCULAR).expect(200), "sources", source).get("files").asInt()).isZero();
        assertThat(before.get(CIRCULAR + "?format=html").expect(200).text()).doesNotContain(source + "（零报送）");
        clock.moveTo(LocalDate.of(2026, 7, 3));
        assertThat(before.get(CIRCULAR + "?format=html").expect(200).text()).as("in July it sent nothing").contains(source + "（零报送）");
        Answer july = province().get(CIRCULAR).expect(200);
        assertThat(silent(july)).containsOnlyOnce("340400/" + source, "341300/" + source);
        assertThat(july.at("/silentSources")).as("sources, not lines").isEqualTo(
                Long.toString(silent(july).stream().map(line -> line.substring("340400/".length())).distinct().count()));
        assertThat(api.as(Token.of(name, "department-user").division("341300").org(source)).get(CIRCULAR).expect(200).at("/silentSources"))
                .isEqualTo("1");
    }

    @Test
    void aRegisteredSourceIsSilentWhereItIsRegisteredThoughItSuppliedFromElsewhereBefore() {
        clock.moveTo(LAST_DAY_IN_TIME);
        String moved = Catalogue.REGISTERED_IN_SUZHOU;
        collectedBy(Token.of("moved", "department-user").division("340400").org(moved), row());
        clock.moveTo(LocalDate.of(2026, 6, 20));
        Answer elsewhere = city("340400").get(CIRCULAR).expect(200);
        assertThat(line(elsewhere, "sources", moved).get("itemsSupplied").asInt()).as("what it supplied from there still shows").isEqualTo(1);
        assertThat(silent(elsewhere)).doesNotContain("340400/" + moved);
        Answer registered = city("341300").get(CIRCULAR).expect(200);
        assertThat(silent(registered)).containsOnlyOnce("341300/" + moved);
        assertThat(line(registered, "sources", moved).get("received").asInt()).isZero();
        assertThat(silent(province().get(CIRCULAR).expect(200))).containsOnlyOnce("341300/" + moved).doesNotContain("340400/" + moved);
        assertThat(silent(city("341300").get(CIRCULAR + "?month=2026-05").expect(200))).as("in May it sent a file")
                .doesNotContain("341300/" + moved);
    }

    @Test
    void aSourceThatIsRegisteredForNoItemIsSilentWhereItIsRegisteredOnceItHasSentFromAnywhere() {
        clock.moveTo(LAST_DAY_IN_TIME);
        String moved = Catalogue.REGISTERED_FOR_NOTHING;
        assertThat(province().get(CIRCULAR).expect(200).text()).as("nothing is due from it").doesNotContain(moved);
        collectedBy(Token.of("moved", "department-user").division("340400").org(moved), row());
        clock.moveTo(LocalDate.of(2026, 6, 20));
        for (Api reader : List.of(city("341300"), province())) {
            assertThat(silent(reader.get(CIRCULAR).expect(200))).containsOnlyOnce("341300/" + moved).doesNotContain("340400/" + moved);
        }
    }

    private Api city(String division) {
        return api.as(Token.of("city", "city-operator").division(division));
    }

    /** Which sources sent nothing, each with the division of its line. */
    private static List<String> silent(Answer circular) {
        List<String> silent = new ArrayList<>();
        circular.json().get("sources").forEach(line -> {
            if (line.get("silent").asBoolean()) {
                silent.add(line.get("division").asString() + "/" + line.get("source").asString());
            }
        });
        return silent;
    }

    @Test
    void aCityThatIsPublishedAheadIsNotShownBeforeThereIsOne() {
        clock.moveTo(LocalDate.of(2026, 12, 30));
        assertThat(cities("")).contains("340400").doesNotContain(Catalogue.CITY_OF_2027);
        clock.moveTo(LocalDate.of(2027, 1, 4));
        assertThat(cities("")).contains("340400", Catalogue.CITY_OF_2027);
        assertThat(cities("?month=2026-12")).as("nor afterwards, in the month before").contains("340400")
                .doesNotContain(Catalogue.CITY_OF_2027);
    }

    private List<String> cities(String query) {
        return province().get(CIRCULAR + query).expect(200).json().get("cities").findValuesAsString("division");
    }
}
