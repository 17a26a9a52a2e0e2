package cn.publiccredit.subject.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100(万元)            | 1000000.00     | CNY
            3,000(万元)          | 30000000.00    | CNY
            1,970,347(万元)      | 19703470000.00 | CNY
            104.9000(万元)       | 1049000.00     | CNY
            44,603.4534(万元)    | 446034534.00   | CNY
            30(万)               | 300000.00      | CNY
            100万元              | 1000000.00     | CNY
            1160万元人民币       | 11600000.00    | CNY
            66万人民币           | 660000.00      | CNY
            0.05万人民币元       | 500.00         | CNY
            5,000(万人民币元)    | 50000000.00    | CNY
            427.9035(万元人民币) | 4279035.00     | CNY
            １００（万元）       | 1000000.00     | CNY
            人民币 200 万元整    | 2000000.00     | CNY
            1.2亿元              | 120000000.00   | CNY
            50000元              | 50000.00       | CNY
            600(万美元)          | 6000000.00     | USD
            1,287.6254(万美元)   | 12876254.00    | USD
            12,700(万香港元)     | 127000000.00   | HKD
            700(万日元)          | 7000000.00     | JPY
            60(万欧元)           | 600000.00      | EUR
            """)
    void every_spelling_of_the_register_is_an_amount_in_its_currency(String text, String amount, String currency) {
        assertThat(Capital.parse(text)).hasValueSatisfying(money -> {
            assertThat(money.amount()).hasToString(amount);
            assertThat(money.currency()).isEqualTo(currency);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "-", "", "无", "CodrutBurchila", "100", "1,00(万元)", "100(万比索)", "人民币100万美元", "-5万元", "10~20万元"})
    void what_cannot_be_told_for_certain_is_not_guessed(String text) {
        assertThat(Capital.parse(text)).isEmpty();
    }
}
