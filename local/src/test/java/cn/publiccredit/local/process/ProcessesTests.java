package cn.publiccredit.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTests {

    @TempDir
    Path folder;

    @Test
    void aLaterLauncherFindsAndStopsWhatAnEarlierOneStarted() {
        start("sleep", "60");
        Child found = new Processes(folder).find("thing").orElseThrow();

        assertThat(found.alive()).isTrue();
        assertThat(found.residentBytes()).isPresent();
        found.stop(Duration.ofSeconds(5));
        assertThat(found.alive()).isFalse();
    }

    @Test
    void aProcessThatIgnoresTheRequestToEndIsEnded() {
        Child child = start("sh", "-c", "trap '' TERM; while true; do sleep 0.1; done");
        Awaitility.await().until(child::alive);
        child.stop(Duration.ofMillis(300));

        assertThat(child.alive()).isFalse();
    }

    @Test
    void aStrangerWithTheSameNumberIsNeitherAliveNorStopped() throws IOException {
        Child child = start("sleep", "60");
        Path file = folder.resolve("thing.pid");
        Files.writeString(file, Files.readString(file).replaceAll("start=\\d+", "start=1"));
        Child stranger = new Processes(folder).find("thing").orElseThrow();

        assertThat(stranger.alive()).isFalse();
        stranger.stop(Duration.ofMillis(100));
        stranger.kill();
        assertThat(child.alive()).isTrue();
        child.kill();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void theLogOfTheLastRunIsKeptBesideTheNewOne() {
        Child first = start("echo", "first");
        Awaitility.await().until(() -> !first.alive());
        Child second = start("echo", "second");
        Awaitility.await().until(() -> !second.alive());

        assertThat(folder.resolve("thing.log")).hasContent("second");
        assertThat(folder.resolve("thing.log.1")).hasContent("first");
    }

    @Test
    void flagsOfTheCallersJavaDoNotReachChildren() {
        Map<String, String> environment = new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-Xint", "PATH", "/bin"));

        assertThat(Session.clean(environment)).containsOnlyKeys("PATH");
    }

    @Test
    void aTaskThatTakesTooLongIsEndedWithItsChildren() throws InterruptedException {
        int exit = Task.run(List.of("sh", "-c", "sleep 300 & echo $! ; wait"), Map.of(), folder,
                folder.resolve("task.log"), Duration.ofSeconds(1));

        assertThat(exit).isEqualTo(-1);
        Awaitility.await().until(() -> ProcessIdentity.of(Long.parseLong(
                Files.readString(folder.resolve("task.log")).strip())).isEmpty());
    }

    private Child start(String... command) {
        return new Processes(folder).start("thing", List.of(command), Map.of(), folder, folder.resolve("thing.log"));
    }
}
