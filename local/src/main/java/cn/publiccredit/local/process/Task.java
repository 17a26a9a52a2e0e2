package cn.publiccredit.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Processes that end by themselves: builds, downloads, trainings. None of them outlives the launcher. */
public final class Task {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private Task() {}

    /** Runs a command to its end with its output in a log and tells its exit code; interrupted or too late, it is ended. */
    public static int run(List<String> command, Map<String, String> environment, Path directory, Path log, Duration limit)
            throws InterruptedException {
        Process process = begin(command, environment, directory, log);
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : end(process);
        } catch (InterruptedException e) {
            end(process);
            throw e;
        } finally {
            RUNNING.remove(process);
        }
    }

    /** Ends whatever still runs, with all its descendants. */
    public static void endAll() {
        RUNNING.forEach(Task::end);
    }

    private static Process begin(List<String> command, Map<String, String> environment, Path directory, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(Session.own(command))
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Session.clean(builder.environment()).putAll(environment);
            Process process = builder.start();
            RUNNING.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }

    private static int end(Process process) {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        return -1;
    }
}
