package cn.publiccredit.catalog.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.ShippedFiles;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On every day a division has one code: what took a withdrawn one's place begins when that one ends. */
class DivisionTests {

    private static final Map<String, JsonNode> DIVISIONS = JsonMapper.shared()
            .readTree(ShippedFiles.newest("code-sets", "divisions")).at("/entries").valueStream()
            .collect(Collectors.toMap(entry -> entry.at("/code").asString(), entry -> entry));

    /** Of the city of Anqing, which was there beside the prefecture that it took in, no source at hand tells since when. */
    private static final String OLDER_THAN_WHAT_IT_REPLACED = "340800";

    private static JsonNode division(String code) {
        return Objects.requireNonNull(DIVISIONS.get(code), code);
    }

    private static @Nullable LocalDate day(JsonNode entry, String field) {
        JsonNode day = entry.at("/" + field);
        return day.isNull() ? null : LocalDate.parse(day.asString());
    }

    @Test
    void aSuccessorBeginsOnTheDayAfterTheLastOfWhatItReplaces() {
        for (JsonNode old : DIVISIONS.values()) {
            if (old.has("successor")) {
                String successor = old.at("/successor").asString();
                LocalDate from = day(division(successor), "validFrom");
                LocalDate to = Objects.requireNonNull(day(old, "validTo"), old.toString());
                if (successor.equals(OLDER_THAN_WHAT_IT_REPLACED)) {
                    assertThat(from).as(successor).isNull();
                } else {
                    assertThat(from).as(successor).isEqualTo(to.plusDays(1));
                }
            }
        }
        assertThat(division("340225").at("/successor").asString()).isEqualTo("340281");
    }

    @Test
    void noDivisionIsOlderThanTheCityInWhoseCodeItLiesOrOutlivesIt() {
        for (JsonNode division : DIVISIONS.values()) {
            JsonNode above = DIVISIONS.get(division.at("/parent").asString(""));
            if (above != null) {
                LocalDate from = day(above, "validFrom");
                LocalDate to = day(above, "validTo");
                LocalDate ownFrom = day(division, "validFrom");
                LocalDate ownTo = day(division, "validTo");
                assertThat(from == null || (ownFrom != null && !ownFrom.isBefore(from))).as(division.toString()).isTrue();
                assertThat(to == null || (ownTo != null && !ownTo.isAfter(to))).as(division.toString()).isTrue();
            }
        }
    }

    @Test
    void thePrefecturesOfOldIdentityNumbersAreKnownAsWithdrawn() {
        for (int prefix = 3421; prefix <= 3429; prefix++) {
            JsonNode prefecture = division(prefix + "00");
            assertThat(day(prefecture, "validTo")).as(prefecture.toString()).isNotNull();
            assertThat(prefecture.at("/source").asString()).contains("[memory]");
        }
    }

    @Test
    void whatIsFromMemoryOfADivisionSaysSo() {
        assertThat(DIVISIONS.values()).allSatisfy(division -> {
            boolean dated = day(division, "validFrom") != null || day(division, "validTo") != null;
            assertThat(!dated || division.at("/source").asString().matches(".*\\[(M|memory)].*")).as(division.toString()).isTrue();
            assertThat(division.at("/source").asString()).doesNotContain("民政部");
        });
    }
}
