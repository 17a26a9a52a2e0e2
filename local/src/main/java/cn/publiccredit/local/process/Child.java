package cn.publiccredit.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that belongs to the suite, alive or not. */
public final class Child {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final String name;
    private final ProcessIdentity identity;
    private final Instant started;

    Child(String name, ProcessIdentity identity, Instant started) {
        this.name = name;
        this.identity = identity;
        this.started = started;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return identity.pid();
    }

    ProcessIdentity identity() {
        return identity;
    }

    public Instant started() {
        return started;
    }

    public boolean alive() {
        return identity.alive();
    }

    /** Memory that the process holds in RAM, in bytes; empty when it is gone or the system does not tell. */
    public OptionalLong residentBytes() {
        try {
            Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid() + "/status")));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Asks the process to end, and makes it end when it has not after this time. Does nothing to a stranger's process. */
    public void stop(Duration patience) {
        if (alive()) {
            ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroy);
            if (!goneWithin(patience)) {
                kill();
            }
        }
    }

    /** Ends the process at once, as {@code kill -9} does. */
    public void kill() {
        if (alive()) {
            ProcessHandle.of(pid()).ifPresent(handle -> {
                handle.descendants().forEach(ProcessHandle::destroyForcibly);
                handle.destroyForcibly();
            });
            goneWithin(Duration.ofSeconds(5));
        }
    }

    private boolean goneWithin(Duration patience) {
        CompletableFuture<ProcessHandle> exit = ProcessHandle.of(pid())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        long until = System.nanoTime() + patience.toNanos();
        // A zombie of another parent never "exits" for Java: look at its state as well, in short steps.
        while (alive() && System.nanoTime() < until) {
            try {
                exit.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !alive();
            }
        }
        return !alive();
    }
}
