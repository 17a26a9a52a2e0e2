package cn.publiccredit.repair.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionPageTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void whatTheRecordSaysCannotBecomeMarkupOrAPlaceHolder() {
        String page = new DecisionPage().of(sheet("EFFECTIVE", "<script>alert(1)</script>&\"{{number}}"));

        assertThat(page).doesNotContain("<script", "{{").contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;");
        assertThat(page.split("XF20261123000001", -1)).hasSize(3);
    }

    @Test
    void aRevokedDecisionSaysSo() {
        assertThat(new DecisionPage().of(sheet("REVOKED", "甲公司"))).contains("被撤销</p>");
        assertThat(new DecisionPage().of(sheet("EFFECTIVE", "甲公司"))).contains("<p class=\"revoked\"></p>");
    }

    private static DecisionSheet sheet(String state, String name) {
        return new DecisionSheet("XF20261123000001", DAY, "case-1", state, "91341300MA00000017", name, "record-1", "CF",
                null, null, null, "GENERAL", DAY, DAY, DecisionSheet.EFFECTS, Commitment.TEXT);
    }
}
