package cn.publiccredit.subject;

import cn.publiccredit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void the_house_s_architecture_rules_hold() {
        ArchitectureRules.of("subject").check();
    }
}
