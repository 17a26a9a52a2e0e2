package cn.publiccredit.repair;

import cn.publiccredit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theHouseRulesHold() {
        ArchitectureRules.of("repair").check();
    }
}
