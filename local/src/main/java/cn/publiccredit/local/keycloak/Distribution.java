package cn.publiccredit.local.keycloak;

import cn.publiccredit.local.process.Task;
import cn.publiccredit.local.suite.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak's own files, fetched from Maven Central with the build's Maven and unpacked once. */
public final class Distribution {

    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(15);

    private final Path checkout;
    private final Path folder;
    private final Path log;
    private final Progress progress;

    /**
     * @param checkout where the build's {@code pom.xml} is
     * @param folder where distributions are kept, one sub-folder per version
     */
    public Distribution(Path checkout, Path folder, Path log, Progress progress) {
        this.checkout = checkout;
        this.folder = folder;
        this.log = log;
        this.progress = progress;
    }

    /** The unpacked distribution of the version that the build names, fetched first if it is not there. */
    public Path unpacked() throws InterruptedException {
        Path ready = folder.resolve("keycloak-" + version());
        if (!Files.isDirectory(ready)) {
            try {
                unpack(fetched(), ready);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ready;
    }

    private Path fetched() throws InterruptedException, IOException {
        progress.line("keycloak", "从 Maven Central 取得 Keycloak " + version() + "（约 177 MB） / fetching from Maven Central");
        Files.createDirectories(folder);
        Path zip = folder.resolve("keycloak-quarkus-dist-" + version() + ".zip");
        int exit = Task.run(List.of("mvn", "-B", "-q", "-f", checkout.resolve("local/pom.xml").toString(),
                "dependency:copy@keycloak", "-Dkeycloak.folder=" + folder), Map.of(), checkout, log, DOWNLOAD_LIMIT);
        if (exit != 0 || !Files.exists(zip)) {
            throw new IOException("Keycloak 下载失败 / could not be fetched: see " + log);
        }
        return zip;
    }

    /** Unpacked beside its final place and moved there in one step: a half unpacked distribution is never used. */
    private void unpack(Path zip, Path target) throws IOException {
        progress.line("keycloak", "解压 / unpacking");
        Path draft = Files.createTempDirectory(folder, "unpacking");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = draft.resolve(entry.getName()).normalize();
                if (!file.startsWith(draft)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(in, file);
                }
            }
        }
        Files.move(draft.resolve(target.getFileName()), target, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(draft);
        Files.delete(zip);
    }

    /** The version that the build names. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Distribution.class.getResourceAsStream("/keycloak.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
