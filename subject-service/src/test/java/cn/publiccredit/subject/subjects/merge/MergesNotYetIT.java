package cn.publiccredit.subject.subjects.merge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** As the platform is delivered: no merger takes effect while the other services look under one code only. */
@TestPropertySource(properties = "credit.merges.effective=false")
class MergesNotYetIT extends SubjectServiceFixture {

    private static final String MERGES = PREFIX + "/governance/merges";

    @Test
    void aProposalIsKeptAndItsApprovalRefused() {
        String old = Codes.next("340400");
        String now = Codes.next("340400");
        for (String code : new String[] {old, now}) {
            Batch.of("DJ", HUAINAN_MARKET, Instant.parse("2026-03-01T00:00:00Z")).into(intake,
                    Row.registering(code, "淮南" + code.substring(9, 17) + "有限公司", LocalDate.of(2026, 2, 1), "淮南市"));
        }
        Answer proposed = province().post(MERGES, Map.of("subject", old, "into", now, "reason", "换发代码", "evidence", "证明"));
        Answer refused = api.as(Token.of("province-2", "province-operator").division("340000")).purpose("日常监管")
                .with("If-Match", proposed.header("ETag")).post(MERGES + "/" + old + "/approve", "").expect(409);
        assertThat(refused.at("/code")).isEqualTo("subject.merge.not-yet");
        assertThat(province().get(PREFIX + "/subjects/" + old).expect(200).at("/id")).isEqualTo(old);
    }
}
