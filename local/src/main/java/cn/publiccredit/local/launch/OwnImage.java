package cn.publiccredit.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The launcher's own jar and libraries, copied so that a later build does not pull them from under a running store.
 */
final class OwnImage {

    private final Path images;

    OwnImage(Path images) {
        this.images = images;
    }

    /** The command that runs another main class of this module. */
    List<String> command(Class<?> main, int heapMegabytes, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath(), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private String classPath() {
        try {
            Path jar = Path.of(OwnImage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(jar)) {
                return System.getProperty("java.class.path");
            }
            Path folder = images.resolve("local-" + Files.getLastModifiedTime(jar).toMillis());
            if (!Files.isDirectory(folder)) {
                copy(jar, folder);
            }
            return folder.resolve(jar.getFileName()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a jar's address is always a valid one", e);
        }
    }

    private void copy(Path jar, Path folder) throws IOException {
        Files.createDirectories(images);
        Path draft = Files.createTempDirectory(images, "unpacking");
        Files.copy(jar, draft.resolve(jar.getFileName()));
        Files.createDirectory(draft.resolve("lib"));
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            for (Path library : libraries.toList()) {
                Files.copy(library, draft.resolve("lib").resolve(library.getFileName()));
            }
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
