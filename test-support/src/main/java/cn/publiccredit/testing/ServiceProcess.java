package cn.publiccredit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A service as a process of its own, which can be killed as an operating system kills. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(5);

    private final Process process;
    private final Api api;

    private ServiceProcess(Process process, Api api) {
        this.process = process;
        this.api = api;
    }

    /**
     * Starts the application on a free port, with this test run's store and identity provider, and waits until it is ready. Its
     * output goes to {@code target/service-process-PORT.log}.
     *
     * @param database name of its database
     * @param settings Spring properties, each as {@code --name=value}
     */
    public static ServiceProcess start(Class<?> application, String database, String... settings) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), application.getName(),
                "--server.port=" + port,
                "--spring.mongodb.uri=" + TestStore.uri(), "--spring.mongodb.database=" + database));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Path.of("target", "service-process-" + port + ".log").toFile());
        builder.environment().put("KEYCLOAK_ISSUER", TestIdentity.issuer().toString());
        builder.environment().put("CREDIT_CLIENT_SECRET", "test");
        try {
            ServiceProcess service = new ServiceProcess(builder.start(), Api.at("http://localhost:" + port));
            service.awaitReady();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Api api() {
        return api;
    }

    /** SIGKILL: nothing in the process gets a chance to finish. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() {
        Awaitility.await().atMost(READY).pollInterval(Duration.ofMillis(250))
                .ignoreExceptions().failFast("the service did not start", () -> !process.isAlive())
                .until(() -> api.get("/actuator/health/readiness").status() == 200);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
