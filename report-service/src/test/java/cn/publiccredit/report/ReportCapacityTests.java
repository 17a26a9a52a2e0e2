package cn.publiccredit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportCapacityTests {

    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void withEnoughMemoryTheSettingDecides() {
        assertThat(new ReportCapacity(5_000, 1_024 * MEBIBYTE).mostRecords()).isEqualTo(5_000);
    }

    @Test
    void withLittleMemoryLargeReportsAreRefusedAndSmallOnesPrinted() {
        ReportCapacity local = new ReportCapacity(5_000, 320 * MEBIBYTE);
        assertThat(local.mostRecords()).isBetween(1_000, 1_600);
        ReportCapacity tiny = new ReportCapacity(5_000, 32 * MEBIBYTE);
        assertThat(tiny.mostRecords()).isEqualTo(300);
    }

    @Test
    void theLargestReportIsPrintedAloneAndSmallOnesTwoAtATime() {
        ReportCapacity local = new ReportCapacity(5_000, 320 * MEBIBYTE);
        assertThat(local.ofPrint(local.mostRecords())).isEqualTo(local.total());
        assertThat(local.ofPrint(1) * 2).isLessThanOrEqualTo(local.total());
        assertThat(local.ofPrint(1) * 3).isGreaterThan(local.total());
    }
}
