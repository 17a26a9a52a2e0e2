package cn.publiccredit.local.launch;

import cn.publiccredit.local.process.Child;
import cn.publiccredit.local.process.Processes;
import cn.publiccredit.local.process.Task;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts parts and takes back what it started when the whole does not succeed. */
final class Starter {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN_LINES = 20;

    private final Processes processes;
    private final Layout layout;
    private final Progress progress;
    private final List<Child> started = new ArrayList<>();
    private boolean closed;

    Starter(Processes processes, Layout layout, Progress progress) {
        this.processes = processes;
        this.layout = layout;
        this.progress = progress;
    }

    /** Starts a part whose preparation is done and returns when it does its work. */
    void start(Startable startable) throws InterruptedException {
        Part part = startable.part();
        List<String> command = startable.command();
        Path log = layout.log(part.label());
        Optional<Child> child = command.isEmpty() ? Optional.empty() : Optional.of(spawn(startable, command, log));
        progress.line(part.label(), "启动，等待" + startable.waitsFor());
        long begun = System.nanoTime();
        long said = begun;
        while (!startable.ready()) {
            if (child.isPresent() && !child.get().alive()) {
                throw new StartFailed(part.label(), "进程在启动中退出 / the process ended while starting",
                        LogTail.of(log, SHOWN_LINES));
            }
            long now = System.nanoTime();
            if (now - begun > PATIENCE.toNanos()) {
                throw new StartFailed(part.label(), "等待超时 / did not become ready in " + PATIENCE.toMinutes() + " min",
                        LogTail.of(log, SHOWN_LINES));
            }
            if (now - said > SAY_EVERY.toNanos()) {
                said = now;
                progress.line(part.label(), "已等待 " + seconds(begun, now) + " s，仍在等" + startable.waitsFor());
            }
            Thread.sleep(LOOK_EVERY);
        }
        progress.line(part.label(), "✓ 就绪，用时 " + seconds(begun, System.nanoTime()) + " s / ready");
    }

    private synchronized Child spawn(Startable startable, List<String> command, Path log) throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the start was called off");
        }
        Child child = processes.start(startable.part().label(), command, startable.environment(), layout.home(), log);
        started.add(child);
        return child;
    }

    /** Ends everything that was started here, builds and trainings included, and starts nothing more. */
    synchronized void takeBack() {
        closed = true;
        Task.endAll();
        started.parallelStream().forEach(child -> child.stop(END_PATIENCE));
        started.forEach(child -> processes.forget(child.name()));
        started.clear();
    }

    private static String seconds(long from, long to) {
        return String.format(Locale.ROOT, "%.1f", (to - from) / 1e9);
    }
}
