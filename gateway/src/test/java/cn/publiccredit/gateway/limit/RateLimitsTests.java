package cn.publiccredit.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.gateway.HandMovedTime;
import cn.publiccredit.gateway.limit.LimitSettings.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private static final Budget BUDGET = new Budget(2, 4);

    private final HandMovedTime time = new HandMovedTime();
    private final RateLimits limits = new RateLimits(
            new LimitSettings(BUDGET, BUDGET, BUDGET, Map.of(), BUDGET, List.of(), 1000), time);

    @Test
    void aBurstIsGrantedThenTheRateHolds() {
        for (int i = 3; i >= 0; i--) {
            assertThat(take("a").remaining()).isEqualTo(i);
        }
        Allowance refused = take("a");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryIn()).isEqualTo(Duration.ofMillis(500));
        assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(2));
        time.pass(Duration.ofMillis(499));
        assertThat(take("a").granted()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(take("a").granted()).isTrue();
        assertThat(take("a").granted()).isFalse();
    }

    @Test
    void beingForgottenGivesNobodyMoreThanWaitingWould() {
        for (int i = 0; i < 5; i++) {
            take("a");
        }
        time.pass(Duration.ofSeconds(10));
        assertThat(take("a").remaining()).isEqualTo(3);
    }

    @Test
    void oneCallerDoesNotSpendAnothersBudget() {
        for (int i = 0; i < 5; i++) {
            take("a");
        }
        assertThat(take("b").remaining()).isEqualTo(3);
    }

    @Test
    void aBudgetThatCannotWorkIsRefusedAtStartUp() {
        assertThatThrownBy(() -> new Budget(0, 1)).hasMessageContaining("rate >= 1");
        assertThatThrownBy(() -> new Budget(10, 5)).hasMessageContaining("burst >= rate");
    }

    private Allowance take(String key) {
        return limits.take(new Bucketed(key, "token", BUDGET));
    }
}
