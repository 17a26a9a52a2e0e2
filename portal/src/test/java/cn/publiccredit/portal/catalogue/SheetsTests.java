package cn.publiccredit.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

class SheetsTests {

    private final Labels labels = new Labels(messages());
    private final Sheets sheets = new Sheets(labels, new ColumnRows(labels));

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @BeforeEach
    void inChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void inAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static Sheet.Table table(Sheet sheet, String title) {
        return Objects.requireNonNull(sheet.parts().stream().filter(part -> part.title().equals(title)).findFirst().orElseThrow()
                .table());
    }

    private static List<String> row(Sheet.Table table, String code) {
        return table.rows().stream().filter(row -> row.getFirst().value().equals(code)).findFirst().orElseThrow().stream()
                .map(Sheet.Cell::value).toList();
    }

    @Test
    void anItemsColumnsSayWhatASourceHasToDeliverAndWhoMaySeeIt() {
        Sheet sheet = sheets.of(Kind.ITEMS, Shipped.piece("items", "CF"));
        Sheet.Table columns = table(sheet, "数据列");

        assertThat(row(columns, "CF_XDR_SHXYM").subList(1, 5)).containsExactly(
                "行政相对人代码_1(统一社会信用代码)（又名 行政相对人代码_1、统一社会信用代码）", "统一社会信用代码（不超过 18 字）",
                "符合条件时必填；CF_XDR_LB 为 法人及非法人组织、个体工商户 时必填；CF_XDR_LB 为 自然人 时须为空", "可填17个0加X");
        assertThat(row(columns, "CF_XDR_LB").get(4)).isEqualTo("可选值：法人及非法人组织、自然人、个体工商户");
        assertThat(row(columns, "CF_XDR_ZJHM").subList(5, 7)).containsExactly("证件号码", "不显示");
        assertThat(columns.rows()).hasSize(Shipped.piece("items", "CF").at("/columns").size());
    }

    @Test
    void everyColumnShowsItsSourceAndWhatIsFromMemoryIsMarked() {
        Sheet sheet = sheets.of(Kind.ITEMS, Shipped.piece("items", "CF"));
        Sheet.Table columns = table(sheet, "数据列");

        assertThat(columns.rows()).allSatisfy(row -> assertThat(row.getLast().source()).isNotNull());
        SourceText kind = Objects.requireNonNull(columns.rows().stream()
                .filter(row -> row.getFirst().value().equals("CF_XDR_LB")).findFirst().orElseThrow().getLast().source());
        assertThat(kind.parts()).extracting(SourceText.Part::text)
                .containsExactly("[B] 长度按标准16，[D] 中列宽100；长度", "[M]");
        assertThat(kind.parts().getLast().mark()).isEqualTo(SourceText.Mark.MEMORY);
        assertThat(sheet.fromMemory()).isPositive();
        assertThat(sheet.toBeDecided()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void severityAndPublicityAreReadWithTheirOwnSources() {
        Sheet sheet = sheets.of(Kind.ITEMS, Shipped.piece("items", "CF"));
        Sheet.Part severity = sheet.parts().stream().filter(part -> part.title().equals("失信程度")).findFirst().orElseThrow();
        assertThat(severity.source()).isNotNull();
        assertThat(table(sheet, "失信程度").rows()).hasSize(7);
        assertThat(severity.facts()).contains(new Sheet.Fact("均不符合时", "一般"));
        Sheet.Part publicity = sheet.parts().stream().filter(part -> part.title().equals("公示规则")).findFirst().orElseThrow();
        assertThat(publicity.facts()).contains(new Sheet.Fact("严重", "是否公示：是，最短（月）：12，最长（月）：36"),
                new Sheet.Fact("自然人是否公示", "否"));
    }

    @Test
    void everyFieldOfWhatIsShippedHasANameInBothLanguages() {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            LocaleContextHolder.setLocale(language);
            for (String[] piece : new String[][] {{"items", "CF"}, {"items", "HT"}, {"lists", "national"}, {"measures", "national"},
                    {"masks", "national"}, {"code-sets", "divisions"}, {"calendars", "2026"}, {"matters", "shipped"},
                    {"repair-rules", "national"}, {"commitment-templates", "national"}, {"report-templates", "enterprise-full"},
                    {"evaluation-models", "enterprise"}}) {
                Sheet sheet = sheets.of(Kind.of(piece[0]), Shipped.piece(piece[0], piece[1]));
                assertThat(sheet.facts()).extracting(Sheet.Fact::label).as(piece[0] + " " + language)
                        .noneMatch(label -> Shipped.piece(piece[0], piece[1]).has(label));
                assertThat(sheet.parts()).extracting(Sheet.Part::title).noneMatch(label -> Shipped.piece(piece[0], piece[1]).has(label));
            }
        }
    }

    @Test
    void wordsInARowAreSetApartAndSentencesFollowEachOther() {
        assertThat(labels.text("reasons", new JsonMapper().readTree("[\"甲\", \"乙\"]"))).isEqualTo("甲、乙");
        assertThat(labels.text("statement", new JsonMapper().readTree("[\"甲。\", \"乙。\"]"))).isEqualTo("甲。乙。");
    }

    @Test
    void aPlaceInContentReadsAsWords() {
        assertThat(labels.path("columns/CF_NR/maxLength")).isEqualTo("数据列 › CF_NR › 最大长度");
        assertThat(labels.text("weight", JsonMapper.shared().readTree("\"-20\""))).isEqualTo("-20");
    }
}
