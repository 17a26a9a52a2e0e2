package cn.publiccredit.repair.condition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairConditionsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void theFirstDayAfterTheShortestPeriodAllowsRepairAndTheDayBeforeDoesNot() {
        assertThat(unmet("GENERAL", "ACTIVE", TODAY)).isEmpty();
        assertThat(unmet("GENERAL", "ACTIVE", TODAY.plusDays(1))).containsExactly("shortest-period");
    }

    @Test
    void aMinorRecordWithoutAShortestPeriodCanBeRepairedAtOnce() {
        assertThat(unmet("MINOR", "ACTIVE", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GENERAL,DISPUTED,", "GENERAL,REPAIRED,not-repaired", "GENERAL,WITHDRAWN,adverse", "GENERAL,EXPIRED,adverse",
        "NONE,ACTIVE,adverse"})
    void onlyAdverseRecordsInForceCanBeRepaired(String severity, String state, @Nullable String rule) {
        assertThat(unmet(severity, state, null)).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void falseMaterialBarsUpToAndOnTheLastDay() {
        List<Violation> unmet = RepairConditions.unmetBy(record("GENERAL", "ACTIVE", null), TODAY, TODAY);

        assertThat(unmet).singleElement().satisfies(v -> {
            assertThat(v.rule()).isEqualTo("false-material");
            assertThat(v.zh()).contains("2026-11-23");
        });
    }

    @Test
    void statementAndCommitmentAreBothAskedFor() {
        assertThat(RepairConditions.unmetBy(" ", false)).extracting(Violation::rule)
                .containsExactly("duty-done", "commitment");
        assertThat(RepairConditions.unmetBy("已缴清罚款", true)).isEmpty();
    }

    private static List<String> unmet(String severity, String state, @Nullable LocalDate earliest) {
        return RepairConditions.unmetBy(record(severity, state, earliest), TODAY, null).stream()
                .map(Violation::rule).toList();
    }

    private static CreditRecord record(String severity, String state, @Nullable LocalDate earliest) {
        return new CreditRecord("r", "CF", "s", null, null, severity, state, null, null, earliest);
    }
}
