package cn.publiccredit.catalog.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.ShippedFiles;
import cn.publiccredit.catalog.content.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FirstDaysTests {

    /** 发改财金规〔2024〕203号 */
    private static final LocalDate NOTICE_OF_EDITION = LocalDate.of(2024, 2, 18);

    private static final LocalDate ORDER_36 = LocalDate.of(2026, 4, 1);

    private static LocalDate firstDay(JsonNode piece) {
        return LocalDate.parse(piece.at("/effectiveFrom").asString());
    }

    @Test
    void nothingBeginsBeforeTheNoticeOfItsEdition() {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SOURCES) {
                assertThat(ShippedFiles.pieces(kind.path())).allSatisfy(piece ->
                        assertThat(firstDay(piece)).as(piece.toString()).isAfterOrEqualTo(NOTICE_OF_EDITION));
            }
        }
    }

    @Test
    void theGradesHaveNamesOnEveryDayOnWhichItemsGradeAndTheNamesRestOnWhatWasInForceThen() {
        List<JsonNode> grades = ShippedFiles.pieces("code-sets").stream()
                .filter(set -> set.at("/name").asString().equals("severities"))
                .sorted(Comparator.comparingInt(set -> set.at("/version").asInt())).toList();

        assertThat(grades).extracting(FirstDaysTests::firstDay).containsExactly(NOTICE_OF_EDITION, ORDER_36);
        assertThat(grades.getFirst().at("/legalBasis").asString()).contains("第58号", "[memory]").doesNotContain("第36号");
        assertThat(ShippedFiles.pieces("items").stream().filter(item -> item.at("/severity").isObject()))
                .allSatisfy(item -> assertThat(firstDay(item)).isAfterOrEqualTo(firstDay(grades.getFirst())));
    }
}
