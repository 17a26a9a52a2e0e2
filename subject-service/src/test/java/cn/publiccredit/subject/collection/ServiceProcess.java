package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectService;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.TestIdentity;
import cn.publiccredit.testing.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The subject service as a process of its own, which can be killed as an operating system kills. */
final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final Api api;

    private ServiceProcess(Process process, Api api) {
        this.process = process;
        this.api = api;
    }

    static ServiceProcess start(String database) {
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), SubjectService.class.getName(),
                "--server.port=" + port,
                "--spring.mongodb.uri=" + TestStore.uri(), "--spring.mongodb.database=" + database,
                "--credit.peers.catalog.url=" + Catalogue.url(),
                "--credit.collection.rows-at-a-time=100", "--credit.work.lease=2s", "--credit.work.poll=50ms",
                "--credit.peer-calls.time-limit=20s");
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

    Api api() {
        return api;
    }

    /** SIGKILL: nothing in the process gets a chance to finish. */
    void kill() {
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
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(250))
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
