package cn.publiccredit.local.app;

import cn.publiccredit.local.process.Task;
import cn.publiccredit.local.suite.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds what is not built, telling which module it is at. */
public final class Build {

    /**
     * Where in a module it puts jars: not where {@code verify} does, whose incremental compiler would take classes that have
     * passed no gate for its own.
     */
    public static final String FOLDER = "target/quick";

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) \\S+\\s+\\[(\\d+)/(\\d+)]");
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Path checkout;
    private final Path stamp;
    private final Path log;
    private final Progress progress;

    public Build(Path checkout, Path stamp, Path log, Progress progress) {
        this.checkout = checkout;
        this.stamp = stamp;
        this.log = log;
        this.progress = progress;
    }

    /** Builds these modules and what they need, without tests. */
    public void run(List<String> modules) throws InterruptedException {
        Instant begun = Instant.now();
        progress.line("build", "构建 " + String.join(" ", modules) + " / building");
        List<String> command = new ArrayList<>(List.of(checkout.resolve("mvnw").toString(), "-B", "-Pquick", "-DskipTests",
                "-pl", String.join(",", modules), "-am", "package"));
        int exit = watched(command);
        if (exit != 0) {
            throw new BuildFailed("构建失败，见 " + log + " / the build failed, see there");
        }
        stamp(begun);
    }

    private int watched(List<String> command) throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        Thread watcher = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                tell(told);
                try {
                    Thread.sleep(LOOK_EVERY);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        try {
            return Task.run(command, Map.of(), checkout, log, LIMIT);
        } finally {
            watcher.interrupt();
        }
    }

    private void tell(AtomicInteger told) {
        if (!Files.exists(log)) {
            return;
        }
        try {
            Matcher modules = MODULE.matcher(Files.readString(log));
            for (int i = 0; modules.find(); i++) {
                if (i == told.get()) {
                    told.incrementAndGet();
                    progress.line("build", modules.group(2) + "/" + modules.group(3) + " " + modules.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stamp(Instant begun) {
        try {
            Files.createDirectories(stamp.toAbsolutePath().getParent());
            Files.writeString(stamp, begun.toString());
            Files.setLastModifiedTime(stamp, FileTime.from(begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
