package cn.publiccredit.subject.collection.file.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.CellFlaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellValueTests {

    @ParameterizedTest
    @CsvSource({"0.5,0.5", "7.0000000000000007E-2,0.07", "0.30000000000000004,0.3", "5,5", "5.0,5", "-3,-3", "1E+3,1000",
        "20260506,20260506", "123456789012345,123456789012345"})
    void numbersAreShownWithoutTheNoiseOfBinaryFractions(String raw, String shown) {
        assertThat(CellValue.number(raw, false, false)).isEqualTo(new CellValue(shown, null));
    }

    @Test
    void wholeNumbersOfMoreDigitsThanASpreadsheetKeepsAreFlawed() {
        assertThat(CellValue.number("3.4010219900101101E+17", false, false).flaw()).isEqualTo(CellFlaw.LOST_DIGITS);
        assertThat(CellValue.number("1000000000000000", false, false).flaw()).isEqualTo(CellFlaw.LOST_DIGITS);
        assertThat(CellValue.number("999999999999999", false, false).flaw()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1E+999999999", "1E-999999999", "NaN"})
    void whatIsNoNumberIsLeftToTheColumnsRule(String raw) {
        assertThat(CellValue.number(raw, false, false)).isEqualTo(new CellValue(raw, null));
    }

    @ParameterizedTest
    @CsvSource({"46148,false,2026-05-06", "46148.5555555,false,2026-05-06 13:20:00", "1,false,1900-01-01",
        "59,false,1900-02-28", "61,false,1900-03-01", "44686,true,2026-05-06", "73050,false,2099-12-31",
        "46148.999999,false,2026-05-07"})
    void serialsAreDatesOfTheirSystem(String raw, boolean from1904, String date) {
        assertThat(CellValue.number(raw, true, from1904).text()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"0,false,0", "0,true,0", "0.5555555,false,0.5555555", "0.99999999999,true,0.99999999999"})
    void zeroAndATimeAloneAreNoDay(String raw, boolean from1904, String shown) {
        assertThat(CellValue.number(raw, true, from1904)).isEqualTo(new CellValue(shown, CellFlaw.NO_DAY));
        assertThat(CellValue.number(raw, false, from1904)).as("as a number").isEqualTo(new CellValue(shown, null));
    }

    @ParameterizedTest
    @CsvSource({"yyyy/m/d,true", "'yyyy\"年\"m\"月\"d\"日\"',true", "[$-804]yyyy-mm-dd;@,true", "d-mmm,true", "General,false",
        "0.00,false", "'#,##0.00_);[Red](#,##0.00)',false", "h:mm:ss,false", "[h]:mm,false", "'0\"day\"',false",
        "0;yyyy,false", "\\d0,false"})
    void formatsWithAYearOrADayShowDates(String code, boolean date) {
        assertThat(Styles.isDate(code)).isEqualTo(date);
    }
}
