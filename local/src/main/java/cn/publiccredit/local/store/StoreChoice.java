package cn.publiccredit.local.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Which document store a suite uses; the applications see only its connection string. */
public sealed interface StoreChoice {

    /** A store that somebody else runs. */
    record Given(String uri) implements StoreChoice {}

    /** A {@code mongod} of this machine, run by the launcher as a replica set of one over this folder. */
    record Mongod(Path program, Path data) implements StoreChoice {}

    /** The embedded store over this file. */
    record Embedded(Path file) implements StoreChoice {}

    /**
     * The given store, else a mongod on the PATH, else the embedded one. Data that is there decides before the PATH does:
     * installing MongoDB must not make what was collected disappear.
     */
    static StoreChoice of(Map<String, String> settings, String path, Path data) {
        String uri = settings.getOrDefault("MONGODB_URI", "");
        if (!uri.isBlank()) {
            return new Given(uri);
        }
        Embedded embedded = new Embedded(data.resolve("store/credit.mv"));
        if (Files.exists(embedded.file())) {
            return embedded;
        }
        return mongod(path).<StoreChoice>map(program -> new Mongod(program, data.resolve("mongod"))).orElse(embedded);
    }

    private static Optional<Path> mongod(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
