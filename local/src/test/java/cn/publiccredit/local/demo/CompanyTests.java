package cn.publiccredit.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class CompanyTests {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 22, 12, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

    @Test
    void eachRunHasACompanyAndDocumentsOfItsOwn() {
        Company one = Company.at(NOW);
        Company other = Company.at(NOW.plusSeconds(1));

        assertThat(one.uscc()).isNotEqualTo(other.uscc());
        assertThat(one.account()).isNotEqualTo(other.account());
        assertThat(one.document("市监处罚", 1)).isNotEqualTo(other.document("市监处罚", 1));
    }

    @Test
    void itsCodesAreValidAndItsNameIsUnmistakablyMadeUp() {
        Company company = Company.at(NOW);

        assertThat(UnifiedSocialCreditCode.isValid(company.uscc())).isTrue();
        assertThat(UnifiedSocialCreditCode.isValid(company.otherUscc())).isTrue();
        assertThat(company.name()).startsWith("虚构样例·");
    }

    @Test
    void documentNumbersFitTheirColumn() {
        assertThat(Company.at(NOW).document("市监处罚", 5).length()).isLessThanOrEqualTo(64);
    }
}
