package cn.publiccredit.report;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How large a report this process can print: a report is laid out in memory as a whole, because its first page already says how
 * many there are. What cannot be printed is refused before it is issued.
 */
@Component
public class ReportCapacity {

    /** Measured with penalties of 16 columns, rounded up. */
    private static final long BYTES_A_RECORD = 160 * 1024;

    /** What every print needs, mostly for the fonts, as records. */
    private static final int EVERY_PRINT = 300;

    /** What the service needs beside printing. */
    private static final long RESERVED = 64L * 1024 * 1024;

    private final int total;
    private final int mostRecords;

    @Autowired
    ReportCapacity(ReportSettings settings) {
        this(settings.mostRecords(), Runtime.getRuntime().maxMemory());
    }

    ReportCapacity(int wanted, long heapBytes) {
        int fits = (int) Math.min(1_000_000, (heapBytes - RESERVED) / BYTES_A_RECORD);
        this.total = Math.max(fits, 2 * EVERY_PRINT);
        this.mostRecords = Math.min(wanted, total - EVERY_PRINT);
    }

    /** Records that one report may hold. */
    public int mostRecords() {
        return mostRecords;
    }

    /** What all prints at a time may take together. */
    public int total() {
        return total;
    }

    /** What the print of a report with so many records takes; at most two run at a time, for the processors' sake. */
    public int ofPrint(int records) {
        return Math.min(total, Math.max(EVERY_PRINT + records, total / 2));
    }
}
