package cn.publiccredit.local.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars of the applications in a checkout, and whether their sources are newer. */
public final class Artefacts {

    private static final String SHARED_LIBRARY = "service-support";

    private final Path checkout;
    private final String folder;
    private final Path stamp;
    private final List<String> modules;

    /**
     * @param folder where in a module its build puts jars
     * @param stamp a file whose time is that of the last build's start
     */
    public Artefacts(Path checkout, String folder, Path stamp, List<String> modules) {
        this.checkout = checkout;
        this.folder = folder;
        this.stamp = stamp;
        this.modules = List.copyOf(modules);
    }

    public List<String> modules() {
        return modules;
    }

    /** Where a module's build puts its runnable jar. */
    public Path jar(String module) {
        return checkout.resolve(module).resolve(folder).resolve(module + ".jar");
    }

    /** Modules whose jar is missing or older than something it is built from; empty when nothing has to be built. */
    public List<String> stale() {
        List<String> stale = new ArrayList<>();
        for (String module : modules) {
            Path jar = jar(module);
            if (!Files.exists(jar) || newestSource(module).compareTo(builtAt(jar)) > 0) {
                stale.add(module);
            }
        }
        return stale;
    }

    /** @throws BuildFailed when a module has no jar at all */
    public void requireAll() {
        List<String> missing = modules.stream().filter(module -> !Files.exists(jar(module))).toList();
        if (!missing.isEmpty()) {
            throw new BuildFailed("尚未构建 / not built: " + String.join(" ", missing));
        }
    }

    /** Jars bear the time of a reproducible build or are left alone when nothing changed: the stamp says when they were made. */
    private FileTime builtAt(Path jar) {
        FileTime own = time(jar);
        return Files.exists(stamp) && time(stamp).compareTo(own) > 0 ? time(stamp) : own;
    }

    private FileTime newestSource(String module) {
        return Stream.of(checkout.resolve("pom.xml"), checkout.resolve(module).resolve("pom.xml"),
                        checkout.resolve(module).resolve("src/main"), checkout.resolve(SHARED_LIBRARY).resolve("pom.xml"),
                        checkout.resolve(SHARED_LIBRARY).resolve("src/main"))
                .filter(Files::exists)
                .flatMap(Artefacts::files)
                .map(Artefacts::time)
                .reduce(FileTime.fromMillis(0), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private static Stream<Path> files(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
