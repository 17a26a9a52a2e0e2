package cn.publiccredit.subject.collection.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.rulebook.CatalogItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeaderTests {

    private static final CatalogItem DJ = Items.item("DJ");

    @Test
    void columnsAreKnownByCodeByNameAndByAliasInAnyOrder() {
        List<String> titles = new ArrayList<>(List.of("企业名称", "TYSHXYDM", "注册日期", "注册资金", "地区", "注册地址"));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(titles, new Random(i));
            Header header = matched(titles);
            assertThat(header.cellOf()[0]).isEqualTo(titles.indexOf("企业名称"));
            assertThat(header.cellOf()[2]).isEqualTo(titles.indexOf("注册日期"));
        }
    }

    @Test
    void blanksWidthCaseAndStarsOfTitlesAreForgiven() {
        Header header = matched(List.of("\uFEFF *企业 名称　", "ｔyshxydm"));
        assertThat(header.cellOf()[0]).isZero();
        assertThat(header.cellOf()[1]).isEqualTo(1);
    }

    @Test
    void theColumnsOfARejectFileArePassedOver() {
        assertThat(matched(List.of("企业名称", "统一社会信用代码", "行号", "错误列", "错误规则", "错误说明")).cellOf()[1]).isEqualTo(1);
    }

    @Test
    void blankTitlesAtTheEndAreForgivenButNotBetween() {
        assertThat(matched(List.of("企业名称", "统一社会信用代码", "", " ")).cellOf()[1]).isEqualTo(1);
        assertThat(refused(List.of("企业名称", "", "统一社会信用代码")).zh()).contains("第 2 列无标题");
    }

    @Test
    void allSpellingsOfAColumnMeanIt() {
        assertThat(List.of("QYMC", "企业名称", " ｑｙｍｃ*", "企业 名称", "操作类型", "老板")).extracting(Header.columnOf(DJ)::apply)
                .containsExactly("QYMC", "QYMC", "QYMC", "QYMC", "操作类型", "老板");
    }

    @Test
    void aTitleOfEndlessBlanksIsNone() {
        assertThat(refused(List.of("企业" + " ".repeat(500) + "名称", "统一社会信用代码")).code()).isEqualTo("unknown-column");
    }

    @Test
    void allUnknownMissingAndRepeatedColumnsAreNamedAndWhatWasExpected() {
        UnfitHeader refused = refused(List.of("企业名称", "QYMC", "老板", "电话"));
        assertThat(refused.code()).isEqualTo("unknown-column");
        assertThat(refused.zh()).contains("“老板”", "“电话”", "缺少必需的列：统一社会信用代码（TYSHXYDM）", "重复的列：企业名称（QYMC）",
                "住所（ZS）");
    }

    @Test
    void eachKindOfFindingHasItsCode() {
        assertThat(refused(List.of("企业名称")).code()).isEqualTo("missing-column");
        assertThat(refused(List.of("企业名称", "名称", "统一社会信用代码")).code()).isEqualTo("duplicate-column");
    }

    @Test
    void aFileWithoutHeaderIsToldSoWithoutRepeatingItsData() {
        for (List<String> data : List.of(
                List.of("李样例", "自然人", "340102199001011236", "安徽省合肥市样例路样例小区", "BZ"),
                List.of("李样例", "自然人", "３４０１０２１９９００１０１１２３６", "安徽省合肥市样例路样例小区", "BZ"),
                List.of("李样例", "自然人", "未提供", "安徽省合肥市样例路样例小区"))) {
            UnfitHeader refused = refused(data);
            for (String message : List.of(refused.zh(), refused.en())) {
                assertThat(message).contains("（第 3 列）").doesNotContain("李样例").doesNotContain("样例路")
                        .doesNotContain("340102199001011236").doesNotContain("３４０１");
            }
            assertThat(refused.zh()).contains("像数据而不是列名");
            assertThat(refused.en()).contains("looks like data");
        }
    }

    @Test
    void aHeaderOfAnotherItemIsQuotedAsFarAsItIsOne() {
        assertThat(refused(List.of("CF_XDR_MC", "行政处罚决定书文号", "李样例")).zh())
                .contains("“CF_XDR_MC”、“行政处罚决定书文号”、（第 3 列）", "所选事项");
    }

    @Test
    void aWrongSeparatorIsGuessedAt() {
        assertThat(refused(List.of("企业名称;统一社会信用代码")).zh()).contains("英文逗号");
    }

    private static Header matched(List<String> titles) {
        return switch (Header.match(titles, DJ)) {
            case Header.Match.Matched(var header) -> header;
            case Header.Match.Refused(var unfit) -> throw new AssertionError(unfit.zh());
        };
    }

    @Test
    void theColumnsForWishesArePartOfAnyFile() {
        Header header = matched(List.of("操作类型", "企业名称", "统一社会信用代码", "操作原因"));
        assertThat(header.operationCell()).isZero();
        assertThat(header.reasonCell()).isEqualTo(3);
        assertThat(matched(List.of("企业名称", "统一社会信用代码")).operationCell()).isEqualTo(-1);
    }

    @Test
    void aFileOfWithdrawalsNeedsTheColumnsOfTheKeyOnly() {
        CatalogItem penalties = Items.item("CF");
        List<String> titles = List.of("CF_WSH", "CF_XDR_SHXYM", "CF_JDRQ", "CF_CFJGDM", "操作类型", "操作原因");
        assertThat(Header.match(titles, penalties)).isInstanceOf(Header.Match.Matched.class);
        assertThat(Header.match(titles.subList(0, 4), penalties)).isInstanceOf(Header.Match.Refused.class);
        assertThat(Header.match(titles.subList(1, 6), penalties)).isInstanceOfSatisfying(Header.Match.Refused.class,
                refused -> assertThat(refused.unfit().missing()).containsExactly("行政处罚决定书文号（CF_WSH）"));
    }

    @Test
    void theSameIsSaidInEnglish() {
        assertThat(refused(List.of("企业名称", "老板")).en())
                .contains("“老板”", "Missing columns: 统一社会信用代码（TYSHXYDM）", "upload again");
    }

    private static UnfitHeader refused(List<String> titles) {
        return ((Header.Match.Refused) Header.match(titles, DJ)).unfit();
    }
}
