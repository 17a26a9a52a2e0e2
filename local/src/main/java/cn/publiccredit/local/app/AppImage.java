package cn.publiccredit.local.app;

import cn.publiccredit.local.process.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * One application unpacked beside its AOT cache, in a folder named after the content of its jar and the JVM: rebuilding
 * never touches what is running, and what has not changed is not prepared again.
 */
public final class AppImage {

    private static final Duration EXTRACT_LIMIT = Duration.ofMinutes(1);
    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(3);
    private static final String CACHE = "app.aot";

    private final String name;
    private final Path folder;
    private final int heapMegabytes;

    private AppImage(String name, Path folder, int heapMegabytes) {
        this.name = name;
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
    }

    /** The image of this jar among the images of this folder, unpacked first if it is not there. */
    public static AppImage of(String name, Path jar, Path images, int heapMegabytes, Path log) throws InterruptedException {
        try {
            Path folder = images.resolve(name + "-" + Digest.of(jar, JavaFlags.fingerprint() + heapMegabytes));
            if (!Files.isDirectory(folder)) {
                unpack(jar, name, images, folder, log);
            }
            return new AppImage(name, folder, heapMegabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a quick start has been prepared. */
    public boolean trained() {
        return Files.exists(folder.resolve(CACHE));
    }

    /**
     * Starts the application up to the point where it would serve and keeps what the JVM learnt.
     *
     * @return whether that worked; without it the application starts all the same, only slower
     */
    public boolean train(Map<String, String> environment, Path log) throws InterruptedException {
        Path draft = folder.resolve(CACHE + ".part");
        List<String> command = JavaFlags.command(heapMegabytes, "-XX:AOTCacheOutput=" + draft,
                "-Dspring.context.exit=onRefresh", "-jar", jar().toString());
        int exit = Task.run(command, environment, folder, log, TRAINING_LIMIT);
        try {
            if (exit != 0 || !Files.exists(draft)) {
                Files.deleteIfExists(draft);
                return false;
            }
            Files.move(draft, folder.resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command that runs the application.
     *
     * @param flags of the JVM, which win over the usual ones; a cache made with others is not used then
     */
    public List<String> command(List<String> flags) {
        String jar = jar().toString();
        if (!flags.isEmpty()) {
            return JavaFlags.command(heapMegabytes, Stream.concat(flags.stream(), Stream.of("-jar", jar)).toArray(String[]::new));
        }
        return trained()
                ? JavaFlags.command(heapMegabytes, "-XX:AOTCache=" + folder.resolve(CACHE), "-jar", jar)
                : JavaFlags.command(heapMegabytes, "-jar", jar);
    }

    private Path jar() {
        return folder.resolve(name + ".jar");
    }

    private static void unpack(Path jar, String name, Path images, Path folder, Path log)
            throws IOException, InterruptedException {
        Files.createDirectories(images);
        Path draft = Files.createTempDirectory(images, "unpacking");
        if (isSpringBoot(jar)) {
            Path copy = Files.copy(jar, draft.resolve(name + ".jar"));
            int exit = Task.run(JavaFlags.command(64, "-Djarmode=tools", "-jar", copy.toString(), "extract",
                    "--destination", draft.resolve("image").toString()), Map.of(), draft, log, EXTRACT_LIMIT);
            if (exit != 0) {
                throw new IOException(jar + " could not be unpacked, see " + log);
            }
            Files.delete(copy);
            Files.move(draft.resolve("image"), folder, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(draft);
        } else {
            Files.copy(jar, draft.resolve(name + ".jar"));
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isSpringBoot(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Spring-Boot-Version") != null;
        }
    }
}
