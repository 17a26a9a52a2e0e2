package cn.publiccredit.report;

import cn.publiccredit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theModuleKeepsTheHouseRules() {
        ArchitectureRules.of("report").check();
    }
}
