package cn.publiccredit.subject.collection.file.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StringStoreTests {

    @Test
    void givesEveryTextBackByItsNumberWhetherInMemoryOrNot() throws IOException {
        for (long memory : new long[] {0, 5_000, 1 << 30}) {
            try (StringStore store = new StringStore(memory)) {
                for (int i = 0; i < 10_000; i++) {
                    store.add("文本" + i);
                }
                Random random = new Random(5);
                for (int i = 0; i < 20_000; i++) {
                    int number = random.nextInt(10_000);
                    assertThat(store.get(number)).isEqualTo("文本" + number);
                }
                assertThat(store.get(10_000)).isNull();
                assertThat(store.get(-1)).isNull();
                assertThat(store.isSpilt()).isEqualTo(memory < 1 << 30);
            }
        }
    }

    @Test
    void leavesNothingInTheFolderForTemporaryFilesNotEvenWhileItIsOpen() throws IOException {
        try (StringStore store = new StringStore(0)) {
            for (int i = 0; i < 1000; i++) {
                store.add("合肥样例食品有限公司" + i);
            }
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(files.filter(f -> f.getFileName().toString().startsWith("texts"))).isEmpty();
            }
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void holdsLittleOfVeryLongTexts() throws IOException {
        try (StringStore store = new StringStore(0)) {
            String text = "长".repeat(60_000);
            long before = used();
            for (int i = 0; i < 400; i++) {
                store.add(text);
            }
            for (int i = 0; i < 400; i += 7) {
                assertThat(store.get(i)).hasSize(60_000);
            }
            assertThat(used() - before).as("of 48 MB").isLessThan(24L << 20);
        }
    }
}
