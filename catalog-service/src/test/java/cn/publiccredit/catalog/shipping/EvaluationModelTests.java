package cn.publiccredit.catalog.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.ShippedFiles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped model takes points for what is bad and adds points for what is good, never the other way round. */
class EvaluationModelTests {

    private static final String COMMITMENTS = "CN";

    /** Honours, intellectual property: conduct that nobody is blamed for. */
    private static final Set<String> GOOD = Set.of("RY", "AHLK", "ZSCQ");

    private static JsonNode read(String kind, String code) {
        return JsonMapper.shared().readTree(ShippedFiles.newest(kind, code));
    }

    private static BigDecimal weight(JsonNode indicator) {
        return new BigDecimal(indicator.at("/weight").asString());
    }

    /** An item whose records are graded by how bad they are is about misconduct; of commitments only those that were broken. */
    private static boolean isMisconduct(String item) {
        return !item.equals(COMMITMENTS) && read("items", item).at("/severity").isObject();
    }

    @Test
    void misconductNeverAddsPointsAndHonourNeverTakesAny() {
        JsonNode indicators = read("evaluation-models", "enterprise").at("/indicators");
        assertThat(indicators).isNotEmpty();
        for (JsonNode indicator : indicators) {
            List<String> items = indicator.at("/items").valueStream().map(JsonNode::asString).toList();
            String code = indicator.at("/code").asString();
            if (items.stream().anyMatch(EvaluationModelTests::isMisconduct) || code.endsWith("-broken")) {
                assertThat(weight(indicator)).as(code).isNegative();
            }
            if (GOOD.containsAll(items) || code.endsWith("-kept")) {
                assertThat(weight(indicator)).as(code).isPositive();
            }
        }
    }

    /** Arrears that were paid stay on record; nobody is marked down for them any more. */
    @Test
    void onlyArrearsThatAreNotPaidTakePoints() {
        JsonNode arrears = read("evaluation-models", "enterprise").at("/indicators").valueStream()
                .filter(one -> one.at("/code").asString().equals("arrears")).findFirst().orElseThrow();

        assertThat(arrears.at("/when/column").asString()).isEqualTo("QS_ZT");
        assertThat(arrears.at("/when/in").valueStream().map(JsonNode::asString)).containsExactly("未清偿", "部分清偿");
    }

    /** Commitments kept and broken are records of one item: an indicator that did not tell them apart would punish promises. */
    @Test
    void commitmentsCountByWhetherTheyWereKept() {
        JsonNode outcomes = read("items", COMMITMENTS).at("/columns").valueStream()
                .filter(column -> column.at("/code").asString().equals("CN_ZT")).findFirst().orElseThrow().at("/allowed");
        JsonNode indicators = read("evaluation-models", "enterprise").at("/indicators");
        for (JsonNode indicator : indicators) {
            if (indicator.at("/items").valueStream().anyMatch(item -> item.asString().equals(COMMITMENTS))) {
                assertThat(indicator.at("/when/column").asString()).isEqualTo("CN_ZT");
                assertThat(outcomes).containsAll(indicator.at("/when/in"));
            }
        }
        assertThat(indicators.findValuesAsString("code")).contains("commitment-broken", "commitment-kept");
    }
}
