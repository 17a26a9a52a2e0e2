package cn.publiccredit.local.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine that the launcher runs on. */
public final class ThisMachine implements Machine {

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    @Override
    public int javaVersion() {
        return Runtime.version().feature();
    }

    @Override
    public Optional<Long> availableMemory() {
        Optional<Long> machine = read("/proc/meminfo").map(AVAILABLE::matcher).filter(Matcher::find)
                .map(line -> Long.parseLong(line.group(1)) * 1024);
        Optional<Long> container = number("/sys/fs/cgroup/memory.max")
                .flatMap(limit -> number("/sys/fs/cgroup/memory.current").map(used -> limit - used));
        return machine.map(bytes -> Math.min(bytes, container.orElse(bytes)));
    }

    @Override
    public long usableDisk(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean portIsFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<String> portHolder(int port) {
        return PortHolder.of(port);
    }

    private static Optional<Long> number(String file) {
        return read(file).map(String::strip).filter(text -> text.matches("\\d+")).map(Long::parseLong);
    }

    private static Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
