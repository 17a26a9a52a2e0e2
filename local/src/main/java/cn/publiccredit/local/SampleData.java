package cn.publiccredit.local;

import cn.publiccredit.local.samples.SampleLoader;
import cn.publiccredit.local.samples.SamplesNotLoaded;
import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The sample data of a suite, loaded by its first start and remembered beside the data they are in. */
final class SampleData {

    private SampleData() {}

    static int loadOnce(Suite suite, Console console) {
        return Files.exists(mark(suite)) ? 0 : load(suite, console);
    }

    static int load(Suite suite, Console console) {
        try {
            SampleLoader.load(suite, console);
            Files.createDirectories(suite.home().resolve("data"));
            Files.writeString(mark(suite), Instant.now().toString());
            return 0;
        } catch (SamplesNotLoaded e) {
            console.plain("✗ 样例数据未装入： / sample data not loaded: " + e.getMessage());
            console.plain("  平台仍在运行，可重试：./credit samples / The suite stays up; try again: ./credit samples");
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path mark(Suite suite) {
        return suite.home().resolve("data/samples.loaded");
    }
}
