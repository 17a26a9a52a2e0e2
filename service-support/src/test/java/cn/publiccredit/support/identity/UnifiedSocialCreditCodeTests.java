package cn.publiccredit.support.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTests {

    @ParameterizedTest
    @ValueSource(strings = {"91340100MA2TETA14E", "91340403MA8TETT918", "933413021234567882", "11340000000000000G",
        "92340102MA2TETA148", "51340000123456788K", "12340000MA8TETT91D", "91340000711771143J"})
    void rightCodesPass(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91340000148941384F", "91340000148941325J", "91340100MA2MQ00585", "91341300719922946K",
        "91340200719930591W", "91340100744887484H", "91340100MA2MQ0323N", "91340200756838022G", "91340100MA2MQ03D3B",
        "91340100MA2MQ02Q3M", "91340100MA2MQ02X67", "00000000000000000X", "340322600146350", "91340100MA2TETA14I", ""})
    void wrongCheckCharactersOldNumbersAndPlaceholdersFail(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isFalse();
    }

    @Test
    void everySingleSubstitutionIsDetected() {
        String right = "91340403MA8TETT918";
        for (int i = 0; i < 18; i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String changed = right.substring(0, i) + c + right.substring(i + 1);
                assertThat(UnifiedSocialCreditCode.isValid(changed)).isEqualTo(changed.equals(right));
            }
        }
    }

    @Test
    void blanksAndLetterCaseAreForgivenWhenParsing() {
        assertThat(UnifiedSocialCreditCode.parse(" 91340403ma8tett918 ")).map(UnifiedSocialCreditCode::value)
                .contains("91340403MA8TETT918");
    }
}
