package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What later commands must know about a running suite: where its parts listen. */
final class RunRecord {

    private final Path file;

    RunRecord(Path run) {
        this.file = run.resolve("ports.properties");
    }

    void keep(Ports ports) {
        try (OutputStream out = Files.newOutputStream(file)) {
            ports.toProperties().store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Ports> ports() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            return Optional.of(Ports.fromProperties(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
