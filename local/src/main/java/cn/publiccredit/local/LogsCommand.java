package cn.publiccredit.local;

import cn.publiccredit.local.launch.LogTail;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** {@code ./credit logs SERVICE [-f]}. */
final class LogsCommand {

    private static final int LINES = 200;
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private LogsCommand() {}

    static int run(SuiteLauncher launcher, Arguments arguments) throws InterruptedException {
        if (arguments.names().size() != 1) {
            System.err.println("哪个进程的日志？ / whose log? ./credit logs subject-service [-f]");
            return 2;
        }
        Path log;
        try {
            log = launcher.log(Part.named(arguments.names().getFirst()).label());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        LogTail.of(log, LINES).forEach(System.out::println);
        if (arguments.follow()) {
            follow(log);
        }
        return 0;
    }

    /** Copies what is appended until the reader has enough; a shorter file is a new one. */
    private static void follow(Path log) throws InterruptedException {
        try {
            long seen = Files.exists(log) ? Files.size(log) : 0;
            while (true) {
                long size = Files.exists(log) ? Files.size(log) : 0;
                seen = Math.min(seen, size);
                if (size > seen) {
                    try (InputStream in = Files.newInputStream(log)) {
                        in.skipNBytes(seen);
                        seen += in.transferTo(System.out);
                    }
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
