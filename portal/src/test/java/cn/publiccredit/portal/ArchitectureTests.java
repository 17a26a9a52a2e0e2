package cn.publiccredit.portal;

import cn.publiccredit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theHousesRulesHold() {
        ArchitectureRules.of("portal").check();
    }
}
