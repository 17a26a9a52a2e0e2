package cn.publiccredit.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The suite's child processes as files in a folder, so that a later launcher finds those that an earlier one started. */
public final class Processes {

    private static final int KEPT_LOGS = 3;
    private static final String SUFFIX = ".pid";

    private final Path folder;

    public Processes(Path folder) {
        this.folder = folder;
    }

    /** Starts a process that survives this one and its terminal, with both outputs in a fresh log file. */
    public Child start(String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
        try {
            Files.createDirectories(folder);
            rotate(log);
            ProcessBuilder builder = new ProcessBuilder(Session.own(command))
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Session.clean(builder.environment()).putAll(environment);
            Process process = builder.start();
            ProcessIdentity identity = ProcessIdentity.of(process.pid())
                    .orElseGet(() -> new ProcessIdentity(process.pid(), "gone"));
            Child child = new Child(name, identity, Instant.now());
            write(child, command);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** The process that was last started under this name, alive or not. */
    public Optional<Child> find(String name) {
        return read(name).map(started -> new Child(name,
                new ProcessIdentity(Long.parseLong(started.getProperty("pid")), started.getProperty("start")),
                Instant.parse(started.getProperty("started"))));
    }

    /**
     * What the living processes were started with. The system's own table of processes shows no command line for the moment
     * in which a process turns into another program, as {@code setsid} does.
     */
    public List<String> commands() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(name -> find(name).map(Child::alive).orElse(false))
                    .flatMap(name -> read(name).map(started -> started.getProperty("command", "")).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a process that was stopped on purpose. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Properties> read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file(name))) {
            properties.load(in);
            return Optional.of(properties);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(Child child, List<String> command) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", String.valueOf(child.pid()));
        properties.setProperty("start", child.identity().start());
        properties.setProperty("started", child.started().toString());
        properties.setProperty("command", String.join(" ", command));
        Path draft = Files.createTempFile(folder, child.name(), ".tmp");
        try (OutputStream out = Files.newOutputStream(draft)) {
            properties.store(out, null);
        }
        Files.move(draft, file(child.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static void rotate(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<Path> generations = new ArrayList<>(List.of(log));
        for (int i = 1; i <= KEPT_LOGS; i++) {
            generations.add(Path.of(log + "." + i));
        }
        for (int i = KEPT_LOGS; i > 0; i--) {
            if (Files.exists(generations.get(i - 1))) {
                Files.move(generations.get(i - 1), generations.get(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
