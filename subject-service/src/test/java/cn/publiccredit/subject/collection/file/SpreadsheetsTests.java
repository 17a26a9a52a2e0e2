package cn.publiccredit.subject.collection.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetsTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "=cmd|' /C calc'!A0", "=1+1", "@SUM(A1)", "+cmd", "-cmd()", "＝HYPERLINK(\"x\")", "-@SUM(1)", "+(1)"
    })
    void aFormulaIsKnownAsOneAndHandedOutHarmless(String cell) {
        assertThat(Spreadsheets.isFormula(cell)).isTrue();
        assertThat(Spreadsheets.harmless(cell)).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "+86 551 1234567", "-5", "@", "罚款", "皖市监处罚〔2024〕1号", "", "'单引号"})
    void whatOfficesWriteIsNoFormula(String cell) {
        assertThat(Spreadsheets.isFormula(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd", "-5", "+86", "@x", "\tx", "普通", "", "'单引号", "-"})
    void whatIsHandedOutComesBackAsItWas(String cell) {
        assertThat(Spreadsheets.meant(Spreadsheets.harmless(cell))).isEqualTo(cell);
    }
}
