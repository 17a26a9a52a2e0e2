package cn.publiccredit.local.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLoaderTests {

    @TempDir
    Path home;

    @Test
    void everyDepartmentUploadsRegisterLicencesAndPenalties() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        try (SuiteStandIn suite = new SuiteStandIn("DONE")) {
            SampleLoader.Loaded loaded = SampleLoader.load(suite.suite(home), (what, text) -> told.add(text));

            assertThat(loaded.received()).isEqualTo(loaded.accepted()).isGreaterThan(12_000);
            assertThat(suite.uploads).hasSize(48);
            assertThat(suite.uploads.stream().filter("item=CF"::equals)).hasSize(16);
            assertThat(suite.accounts).hasSize(14);
            assertThat(told.getLast()).contains("完成");
        }
    }

    @Test
    void theDayOfTheFirstLoadIsKeptSoThatALaterLoadMakesTheSameRows() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("data")).resolve("samples.as-of"), "2026-01-05");
        try (SuiteStandIn suite = new SuiteStandIn("DONE")) {
            SampleLoader.load(suite.suite(home), (what, text) -> { });
        }

        assertThat(home.resolve("data/samples.as-of")).hasContent("2026-01-05");
    }

    @Test
    void aBatchThatFailsIsTold() throws IOException {
        try (SuiteStandIn suite = new SuiteStandIn("FAILED")) {
            assertThatThrownBy(() -> SampleLoader.load(suite.suite(home), (what, text) -> { }))
                    .isInstanceOf(SamplesNotLoaded.class).hasMessageContaining("FAILED");
        }
    }
}
