package cn.publiccredit.support;

import cn.publiccredit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theHousesRulesHold() {
        ArchitectureRules.of("support").check();
    }
}
