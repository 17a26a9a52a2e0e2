package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RunningSuite.class)
class JourneyIT {

    /** Twice, because it can be played again and again. */
    @RepeatedTest(2)
    void aPenaltyIsPublishedListedScreenedReportedAndRepaired(Started suite, @TempDir Path folder) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int outcome = Demo.play(suite.suite(), folder, new PrintStream(told, true, StandardCharsets.UTF_8));
        assertThat(outcome).as(told.toString(StandardCharsets.UTF_8)).isZero();
        try (Stream<Path> left = Files.list(folder)) {
            List<String> names = left.map(file -> file.getFileName().toString()).toList();
            assertThat(names).anyMatch(name -> name.endsWith(".pdf")).anyMatch(name -> name.startsWith("rejects"));
        }
    }
}
