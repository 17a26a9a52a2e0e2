package cn.publiccredit.repair.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseAccessTests {

    private static final String BODY = "11340400TE5T00001E";

    @Test
    void aBodyHandlesWhatItDeterminedOfOthersAndNotWhatIsRecordedOfItself() {
        assertThat(CaseAccess.mayDo(department(), false, submitted("91341300MA0000001X"), CaseAction.ACCEPT)).isTrue();
        assertThat(CaseAccess.mayDo(department(), false, submitted(BODY), CaseAction.ACCEPT)).isFalse();
        assertThat(CaseAccess.mayDo(city(), false, submitted(BODY), CaseAction.ACCEPT)).isTrue();
    }

    private static RepairCase submitted(String subject) {
        CreditRecord record = new CreditRecord("record-1", "QS", subject, null,
                new CreditRecord.Source(BODY, "虚构样例局", "340400"), "GENERAL", "ACTIVE", null, null, null);
        return RepairCase.draft("case-1", record, new Petition(List.of(), "已清偿", true, List.of()),
                new Actor("owner", "单位", null), Instant.parse("2026-11-23T04:00:00Z"));
    }

    private static Caller department() {
        return caller(Role.DEPARTMENT_USER, BODY);
    }

    private static Caller city() {
        return caller(Role.CITY_OPERATOR, null);
    }

    private static Caller caller(Role role, @Nullable String org) {
        return new Caller("u", "某", "portal", Set.of(role), new Division("340400"), org, null);
    }
}
