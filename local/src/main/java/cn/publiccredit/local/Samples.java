package cn.publiccredit.local;

import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Sample data, loaded once into a suite's store. */
final class Samples {

    private Samples() {}

    static void loadOnce(Suite suite, Console console) throws InterruptedException {
        Path mark = suite.home().resolve("data/samples.loaded");
        if (Files.exists(mark)) {
            return;
        }
        load(suite, console);
    }

    static void load(Suite suite, Console console) throws InterruptedException {
        console.line("samples", "装入样例数据 / loading the sample data");
        try {
            Files.writeString(suite.home().resolve("data/samples.loaded"), Instant.now().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
