package cn.publiccredit.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ItemRulesTests {

    @Test
    void theShippedItemsBreakNothing() throws IOException {
        assertThat(broken("XK", UnaryOperator.identity())).isEmpty();
        assertThat(broken("CF", UnaryOperator.identity())).isEmpty();
        assertThat(broken("DJ", UnaryOperator.identity())).isEmpty();
    }

    @Test
    void whatMustNeverBeCollectedIsRefused() throws IOException {
        for (String forbidden : List.of("宗教信仰", "指纹信息", "血型", "疾病史", "基因", "网络行为")) {
            assertThat(broken("DJ", json -> json.replace("经营范围", forbidden)))
                    .anyMatch(fault -> fault.contains("never be collected"));
        }
    }

    @Test
    void identityNumbersThatThePublicWouldSeeAreRefused() throws IOException {
        assertThat(broken("CF", json -> json.replace("\"publicMask\": \"HIDE\"", "\"publicMask\": \"NONE\"")))
                .hasSize(2).allMatch(fault -> fault.contains("must be hidden"));
    }

    @Test
    void aRuleThatNamesNoColumnIsRefused() throws IOException {
        assertThat(broken("CF", json -> json.replace("\"uscc\": \"CF_XDR_SHXYM\"", "\"uscc\": \"CF_NIX\"")))
                .containsExactly("roles names CF_NIX, which is no column");
        assertThat(broken("CF", json -> json.replace("\"notBefore\": \"CF_JDRQ\"", "\"notBefore\": \"CF_NIX\"")))
                .hasSize(2);
    }

    @Test
    void twoColumnsUnderOneHeaderAreRefused() throws IOException {
        assertThat(broken("DJ", json -> json.replace("\"注册资金\"", "\"企业名称\"")))
                .containsExactly("header 企业名称 is there twice");
    }

    @Test
    void aPublicityThatEndsBeforeItMayBeRepairedIsRefused() throws IOException {
        assertThat(broken("CF", json -> json.replace("\"longestMonths\": 36", "\"longestMonths\": 6")))
                .containsExactly("publicity: longest before shortest");
    }

    @Test
    void theCatalogueTellsAllFaultsOfAnItemAtOnce() throws IOException {
        assertThat(broken("CF", json -> json
                .replace("\"scale\": 6, ", "")
                .replace("\"fineColumn\": \"CF_NR_FK\", ", ""))).hasSize(3);
    }

    private static List<String> broken(String item, UnaryOperator<String> change) throws IOException {
        try (InputStream file = ItemRulesTests.class.getResourceAsStream("/catalog/items/" + item + "-1.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            CatalogItem changed = JsonMapper.shared().readValue(change.apply(json), CatalogItem.class);
            return new ItemRules().broken(changed, (folder, code) -> true);
        }
    }
}
