package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RejectFileTests {

    private static final int CELL = 30_000;
    private static final int COLUMNS = 30;

    @Test
    void aWorkbookOfLongRowsIsSentAsItIsWrittenAndNotHeld() throws IOException {
        Sent sent = new Sent();
        Random random = new Random(5);
        long[] written = {0, 0};
        Stream<Reject> rows = IntStream.range(0, 12).mapToObj(row -> {
            written[1] = Math.max(written[1], written[0] - sent.bytes);
            written[0] += (long) CELL * COLUMNS;
            return new Reject(row, Collections.nCopies(COLUMNS, text(random)), List.of());
        });
        new RejectFile(Collections.nCopies(COLUMNS, "列"), false, false).writeXlsx(rows, sent);
        assertThat(sent.bytes).as("a character of these takes a byte or more").isGreaterThan(written[0]);
        assertThat(written[1]).as("characters held at the worst moment").isLessThan(4_000_000);
    }

    /** What no zip makes smaller, but for being the same in each cell of its row, too far apart for it to see. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(CELL);
        for (int i = 0; i < CELL; i++) {
            text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        return text.toString();
    }

    /** Counts what arrives. */
    private static final class Sent extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes += length;
        }
    }
}
