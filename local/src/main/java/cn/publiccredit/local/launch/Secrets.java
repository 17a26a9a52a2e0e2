package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;

/** Secrets of one local suite, made at its first start and readable by its user only. */
final class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;

    private final Path folder;
    private final Properties values;

    private Secrets(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    /** The secrets of this folder; those that do not exist yet are made and kept. */
    static Secrets in(Path folder) {
        SecureRandom random = new SecureRandom();
        Path file = file(folder);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Properties values = new Properties();
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    values.load(in);
                }
            }
            boolean made = make(values, "keycloak-admin", PASSWORD_BYTES, random)
                    | make(values, "field-key", KEY_BYTES, random)
                    | make(values, "lookup-key", KEY_BYTES, random);
            for (Part part : Part.applications()) {
                made |= make(values, part.label(), PASSWORD_BYTES, random);
            }
            if (made) {
                write(values, file);
            }
            Path seals = folder.resolve("seal");
            Files.createDirectories(seals);
            Files.setPosixFilePermissions(seals, PosixFilePermissions.fromString("rwx------"));
            return new Secrets(folder, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path folder) {
        return folder.resolve("secrets.properties");
    }

    /** What this application proves itself with to Keycloak. */
    String client(Part part) {
        return values.getProperty(part.label());
    }

    String keycloakAdmin() {
        return values.getProperty("keycloak-admin");
    }

    /** Base64 of 32 bytes. */
    String fieldKey() {
        return values.getProperty("field-key");
    }

    /** Base64 of 32 bytes. */
    String lookupKey() {
        return values.getProperty("lookup-key");
    }

    Path sealKeys() {
        return folder.resolve("seal");
    }

    private static boolean make(Properties values, String name, int bytes, SecureRandom random) {
        if (values.containsKey(name)) {
            return false;
        }
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        Base64.Encoder encoder = bytes == KEY_BYTES ? Base64.getEncoder() : Base64.getUrlEncoder().withoutPadding();
        values.setProperty(name, encoder.encodeToString(secret));
        return true;
    }

    private static void write(Properties values, Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "secrets", ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Properties sorted = new Properties();
        sorted.putAll(new TreeMap<>(values));
        try (OutputStream out = Files.newOutputStream(draft)) {
            sorted.store(out, "Secrets of this local suite only. Deleted by ./credit reset.");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
