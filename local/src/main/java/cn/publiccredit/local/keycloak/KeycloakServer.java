package cn.publiccredit.local.keycloak;

import cn.publiccredit.local.process.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How Keycloak is run here: the distribution stays as it is and may serve several suites, each with a home of links to it
 * and data of its own. The scripts of the distribution are passed over so that process number and flags are ours.
 */
public final class KeycloakServer {

    private static final List<String> LINKED = List.of("lib", "conf", "providers", "themes");
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--cache=local", "--health-enabled=false", "--metrics-enabled=false");
    private static final String CONFIGURED = ".configured-for-local-run";
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);

    private final Path distribution;
    private final Path home;
    private final int heapMegabytes;

    /** @param home a folder that gets links to the distribution; {@code data} in it should be a link to a lasting place */
    public KeycloakServer(Path distribution, Path home, int heapMegabytes) {
        this.distribution = distribution;
        this.home = home;
        this.heapMegabytes = heapMegabytes;
    }

    /** What an import would find: Keycloak takes a realm only once. */
    public enum RealmState { NEW, KNOWN, CHANGED }

    /** Lays out the home over this data folder and puts the realm where Keycloak imports it, unless it already has. */
    public RealmState prepare(Path data, String realm) {
        try {
            Files.createDirectories(home);
            Files.createDirectories(data.resolve("import"));
            for (String name : LINKED) {
                link(home.resolve(name), distribution.resolve(name));
            }
            link(home.resolve("data"), data);
            Path imported = data.resolve("import/credit-realm.json");
            if (Files.exists(imported) && Files.exists(data.resolve("h2"))) {
                return Files.readString(imported).equals(realm) ? RealmState.KNOWN : RealmState.CHANGED;
            }
            Files.deleteIfExists(imported);
            Files.createFile(imported, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(imported, realm);
            return RealmState.NEW;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the distribution is already set up for a local database; it needs that once, about half a minute. */
    public boolean configured() {
        return Files.exists(distribution.resolve(CONFIGURED));
    }

    /** Sets the distribution up for a local database. */
    public void configure(Path log) throws InterruptedException {
        List<String> command = new ArrayList<>(java());
        command.add("build");
        command.addAll(BUILD_OPTIONS);
        int exit = Task.run(command, Map.of(), home, log, BUILD_LIMIT);
        try {
            if (exit != 0) {
                throw new IOException("keycloak build ended with " + exit + ", see " + log);
            }
            Files.writeString(distribution.resolve(CONFIGURED), String.join(" ", BUILD_OPTIONS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that serves, bound to the loopback address. */
    public List<String> command(int port) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("start", "--optimized", "--import-realm", "--http-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + port, "--hostname=http://localhost:" + port));
        return command;
    }

    /** What {@code kc.sh} would pass, with the smallest heap and collector that serve a single person well. */
    private List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp", distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target.toAbsolutePath());
    }
}
